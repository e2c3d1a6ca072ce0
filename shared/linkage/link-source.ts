import type { Contact } from '../domain/contact/contact.ts';
import type { Customer, YearlyDate } from '../domain/customer/customer.ts';
import { regionClassOf } from '../domain/customer/region-class.ts';
import { formatAddress } from '../match/format-address.ts';
import { phoneMatchKey } from '../match/format-phone.ts';
import type { LinkSource } from './link-record.ts';

/** What a customer's facts tell of who it is, be it in the archive, in a file or about to be added. */
type Facts = Pick<Customer, 'name' | 'kind' | 'phones' | 'emails' | 'ims' | 'addresses'> &
  Partial<Pick<Customer, 'code' | 'reading' | 'aliases' | 'formerCodes' | 'uscc' | 'birthday'>>;

export function linkSourceOf(
  customer: Facts,
  contacts: readonly Pick<Contact, 'name' | 'phones' | 'emails' | 'ims'>[],
): LinkSource {
  const { name, code = '', kind, addresses, aliases = [], formerCodes = [], uscc = '', birthday } = customer;
  const all = [customer, ...contacts];
  return {
    name,
    ...(customer.reading !== undefined && { reading: customer.reading }),
    aliases,
    isPerson: kind === 'person',
    codes: [code, ...formerCodes],
    uscc,
    phones: all.flatMap(({ phones }) => phones.map((phone) => phoneMatchKey(phone).replace(/^\+(86)?/, ''))),
    emails: all.flatMap(({ emails }) => emails.map(({ address }) => address)),
    ims: all.flatMap(({ ims }) => ims.map(({ account }) => account)),
    people: contacts.map((contact) => contact.name),
    addresses: addresses.map(formatAddress),
    birthday: birthday ? birthdayText(birthday) : '',
    city: placeText(regionClassOf(addresses)),
  };
}

/** `solar 1990-08-15`, the year `0000` when nobody knows it. */
export function birthdayText({ calendar, year = 0, month, day }: YearlyDate): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${calendar} ${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** The class of a region as a place to compare; nothing where nobody knows it. */
export function placeText(region: string): string {
  return region === 'unknown' ? '' : region;
}
