import type { CountryCode } from 'libphonenumber-js/max';
import type { Contact } from '#shared/domain/contact/contact.ts';
import type { Customer } from '#shared/domain/customer/customer.ts';
import type { Dossier, FieldHistoryEntry } from '#shared/domain/dossier/dossier.ts';
import type { Currency } from '#shared/money/currency.ts';
import { homeCountry } from '#shared/reach/home-country.ts';
import type { Committed, Draft, Edit } from '../../../engine/api.ts';
import { draftOf } from '../../../engine/draft-of.ts';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { localToday } from '../../../platform/clock.ts';
import { useIsChecking } from '../check-up/checking.ts';
import { saveChecked } from '../check-up/save-checked.ts';
import { saveRecord, shownCustomer, type Shown } from '../save-record.ts';

/** Whose facts are shown and changed: the customer, or one of its contact persons. */
export type Owner<R extends Customer | Contact = Customer | Contact> = Shown<R> & {
  /** Of this record only. */
  history: readonly FieldHistoryEntry[];
  /** Whose numbers they write without a country code. */
  country: CountryCode;
};

export function customerOwner(
  { customer, history }: Pick<Dossier, 'customer' | 'history'>,
  currency: Currency,
): Owner<Customer> {
  return {
    ...shownCustomer(customer),
    history: history.filter((entry) => entry.table === 'customer'),
    country: homeCountry(customer, currency),
  };
}

export function contactOwner(
  { customer, customerId, history }: Dossier,
  record: Contact,
  currency: Currency,
): Owner<Contact> {
  return {
    table: 'contact',
    record,
    customerId,
    history: history.filter((entry) => entry.table === 'contact' && entry.recordId === record.id),
    country: homeCountry(record, currency, customer),
  };
}

/** Saves a record as it should be, with what that needs besides; resolves to `null` after a failure, which has been told. */
export function useOwnerCommit<R extends Customer | Contact>(
  owner: Shown<R>,
): (after: Draft<R>, sentence: string, besides?: readonly Edit[]) => Promise<Committed | null> {
  const commit = useCommit();
  const isChecking = useIsChecking();
  return (after, sentence, besides) =>
    commit(
      (engine) =>
        isChecking
          ? saveChecked(engine, owner, after, localToday(), besides)
          : saveRecord(engine, owner, after, besides),
      sentence,
    );
}

/** The record with some of its fields changed; a field that is `undefined` goes. */
export function draftWith<R extends Customer | Contact>(record: R, part: Partial<Draft<R>>): Draft<R> {
  const changed = { ...draftOf(record), ...part };
  return Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined)) as Draft<R>;
}

/** Where what is typed into one of its boxes and not saved yet is kept. */
export function placeOf({ table, record, customerId }: Shown, what: string) {
  return { kind: 'fact', customerId, of: table === 'customer' ? what : `${record.id}:${what}` } as const;
}
