import type { Address, Customer, Phone } from '../domain/customer/customer.ts';
import { readCountry } from '../match/country.ts';

/** How many columns the lists of customers need, so that each value has a cell of its own. */
export interface Widths {
  phones: number;
  emails: number;
  addresses: number;
  anniversaries: number;
  hasPhoneLabels: boolean;
  hasEmailLabels: boolean;
  hasAddressLabels: boolean;
  /** By how many the numbers and addresses of other countries are more than those of China; negative where they are fewer. */
  foreignLead: number;
}

interface Listed extends Pick<Customer, 'phones' | 'emails'> {
  addresses?: Customer['addresses'] | undefined;
  anniversaries?: Customer['anniversaries'] | undefined;
}

/** One customer has one column of each, filled or not. */
export const narrowest: Widths = {
  phones: 1,
  emails: 1,
  addresses: 1,
  anniversaries: 1,
  hasPhoneLabels: false,
  hasEmailLabels: false,
  hasAddressLabels: false,
  foreignLead: 0,
};

export function widen(widths: Widths, { phones, emails, addresses = [], anniversaries = [] }: Listed): Widths {
  return widest(widths, {
    phones: phones.length,
    emails: emails.length,
    addresses: addresses.length,
    anniversaries: anniversaries.length,
    hasPhoneLabels: phones.some(({ label, kind }) => Boolean(label) || kind === 'fax'),
    hasEmailLabels: emails.some(({ label }) => Boolean(label)),
    hasAddressLabels: addresses.some(({ label }) => Boolean(label)),
    foreignLead: foreignLead(phones, addresses),
  });
}

/**
 * For people of whom each may have a row or none: which rows an import will look at is not known here, so that a single one from
 * abroad makes all numbers say their country.
 */
export function widenForPerson(widths: Widths, person: Listed): Widths {
  const { foreignLead } = widen(narrowest, person);
  return { ...widen(widths, person), foreignLead: Math.max(widths.foreignLead, foreignLead) };
}

/** Room for what either needs. */
export function widest(a: Widths, b: Widths): Widths {
  return {
    phones: Math.max(a.phones, b.phones),
    emails: Math.max(a.emails, b.emails),
    addresses: Math.max(a.addresses, b.addresses),
    anniversaries: Math.max(a.anniversaries, b.anniversaries),
    hasPhoneLabels: a.hasPhoneLabels || b.hasPhoneLabels,
    hasEmailLabels: a.hasEmailLabels || b.hasEmailLabels,
    hasAddressLabels: a.hasAddressLabels || b.hasAddressLabels,
    foreignLead: a.foreignLead + b.foreignLead,
  };
}

/** An import takes numbers without a country for those of the country that most of a file is from. */
function foreignLead(phones: readonly Phone[], addresses: readonly Address[]): number {
  let lead = addresses.filter(isAbroad).length;
  for (const { e164 } of phones) if (e164 !== undefined) lead += e164.startsWith('+86') ? -1 : 1;
  return lead;
}

/** Whether the numbers of a customer must say their country, lest they are read as those of another one. */
export function needsCountry({ foreignLead }: Widths, { addresses }: { addresses: readonly Address[] }): boolean {
  return foreignLead > 0 || addresses.some(isAbroad);
}

function isAbroad({ country }: Address): boolean {
  return country !== undefined && readCountry(country) !== 'CN';
}
