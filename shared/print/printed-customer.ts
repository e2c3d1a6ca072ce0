import type { Address } from '../domain/customer/customer.ts';
import type { Dossier } from '../domain/dossier/dossier.ts';
import type { LocalTime } from '../domain/record.ts';
import { formatPhone } from '../match/format-phone.ts';
import { isUsable } from '../reach/ways.ts';

/** What paper needs of a customer. */
export interface PrintedCustomer {
  id: string;
  name: string;
  organization: string;
  /** As people read them, the best first; none that are known to be dead or of somebody who left. */
  phones: string[];
  /** One line, without the postcode; empty when none is known. */
  address: string;
  postcode: string;
  /** City and district, for a way that goes from place to place; empty when unknown. */
  place: string;
  /** The next open follow-up. */
  next: { due: LocalTime; title: string } | null;
}

export function printedCustomerOf({ customer, contact, followUp }: Dossier): PrintedCustomer {
  const { id, name, organization = '', addresses } = customer;
  const known = addresses.filter(isUsable);
  const address = known.find(({ street }) => street !== undefined) ?? known[0];
  const present = contact.filter(({ leftOn }) => leftOn === undefined);
  const phones = [...customer.phones, ...present.flatMap((person) => person.phones)]
    .filter((phone) => isUsable(phone) && phone.kind !== 'fax')
    .map(formatPhone);
  const [next] = followUp
    .filter(({ status, deletedAt }) => status === 'open' && deletedAt === undefined)
    .toSorted((a, b) => (a.due < b.due ? -1 : 1));
  return {
    id,
    name,
    organization: organization === name ? '' : organization,
    phones: [...new Set(phones)],
    address: address ? fullAddress(address) : '',
    postcode: address?.postcode ?? '',
    place: address ? [address.city ?? address.province, address.district].filter(Boolean).join(' ') : '',
    next: next ? { due: next.due, title: next.title } : null,
  };
}

/** Chinese addresses run together from the large to the small, others are parted by commas. */
function fullAddress({ country, province, city, district, street }: Address): string {
  const parts = [province, city === province ? undefined : city, district, street].filter((part) => part !== undefined);
  const isChinese = /\p{Script=Han}/u.test(parts.join(''));
  const line = parts.join(isChinese ? '' : ', ');
  return country === undefined || isChinese ? line : [line, country].filter((part) => part !== '').join(', ');
}

/** Place by place, so that a day's way does not go to and fro; those without an address at the end. */
export function byPlace(customers: readonly PrintedCustomer[]): { place: string; customers: PrintedCustomer[] }[] {
  const groups = Map.groupBy(customers, ({ place }) => place);
  return [...groups]
    .map(([place, own]) => ({
      place,
      customers: own.toSorted((a, b) => a.address.localeCompare(b.address, 'zh-CN-u-co-pinyin')),
    }))
    .toSorted((a, b) => {
      if (a.place === '' || b.place === '') return Number(a.place === '') - Number(b.place === '');
      return a.place.localeCompare(b.place, 'zh-CN-u-co-pinyin');
    });
}
