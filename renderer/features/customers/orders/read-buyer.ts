import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { LocalDate } from '#shared/domain/record.ts';
import { countryOfCurrency, isDayFirstFor } from '#shared/match/country.ts';
import type { Currency } from '#shared/money/currency.ts';
import { companyFirst } from '#shared/quick-add/company-first.ts';
import { draftCustomer, guessKind } from '#shared/quick-add/draft-customer.ts';
import { otherPeople, withoutOthers } from '#shared/quick-add/other-people.ts';
import { otherRolesOf } from '#shared/quick-add/other-roles.ts';
import type { Piece } from '#shared/quick-add/piece.ts';
import { readQuickAdd } from '#shared/quick-add/read-quick-add.ts';
import type { Added } from '../quick-add/quick-add-edits.ts';

interface BuyerWorld {
  today: LocalDate;
  currency: Currency;
}

/** The parts of what stands in the box. */
export function piecesOfBuyer(text: string, { today, currency }: BuyerWorld): Piece[] {
  return companyFirst(readQuickAdd(text, today, {}, countryOfCurrency(currency), isDayFirstFor(currency)));
}

/** Somebody new from what stands in the box; whom it names beside a company is its contact person, as in the line for new customers. */
export function readBuyer(id: CustomerId, text: string, world: BuyerWorld): Added {
  const pieces = piecesOfBuyer(text, world);
  const kind = guessKind(pieces);
  // Of two people in one line the first one buys.
  const contacts = otherRolesOf(kind).includes('contact') ? otherPeople(pieces) : [];
  return {
    ...draftCustomer(id, withoutOthers(pieces, contacts), { kind, source: null }),
    customers: [],
    contacts,
  };
}
