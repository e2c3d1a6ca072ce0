import type { Address, Customer } from '../domain/customer/customer.ts';
import { readCountry } from '../imports/country.ts';

/** How many columns the lists of customers need, so that each value has a cell of its own. */
export interface Widths {
  phones: number;
  emails: number;
  addresses: number;
  anniversaries: number;
  hasPhoneLabels: boolean;
  hasEmailLabels: boolean;
  hasAddressLabels: boolean;
  /** Whether a number or an address of another country is among them: then every number says its country. */
  isAbroad: boolean;
}

type Listed = Pick<Customer, 'phones' | 'emails' | 'addresses' | 'anniversaries'>;

/** One customer has one column of each, filled or not. */
export const narrowest: Widths = {
  phones: 1,
  emails: 1,
  addresses: 1,
  anniversaries: 1,
  hasPhoneLabels: false,
  hasEmailLabels: false,
  hasAddressLabels: false,
  isAbroad: false,
};

export function widen(widths: Widths, { phones, emails, addresses, anniversaries }: Listed): Widths {
  return widest(widths, {
    phones: phones.length,
    emails: emails.length,
    addresses: addresses.length,
    anniversaries: anniversaries.length,
    hasPhoneLabels: phones.some(({ label, kind }) => Boolean(label) || kind === 'fax'),
    hasEmailLabels: emails.some(({ label }) => Boolean(label)),
    hasAddressLabels: addresses.some(({ label }) => Boolean(label)),
    isAbroad: phones.some(({ e164 }) => e164?.startsWith('+86') === false) || addresses.some(isAbroad),
  });
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
    isAbroad: a.isAbroad || b.isAbroad,
  };
}

function isAbroad({ country }: Address): boolean {
  return country !== undefined && readCountry(country) !== 'CN';
}
