import type { Address } from '../domain/customer/customer.ts';
import type { Dossier } from '../domain/dossier/dossier.ts';
import type { LocalTime } from '../domain/record.ts';
import { formatAddress } from '../match/format-address.ts';
import { formatPhone } from '../match/format-phone.ts';
import { isUsable } from '../reach/ways.ts';

/** What paper needs of a customer. */
export interface PrintedCustomer {
  id: string;
  name: string;
  organization: string;
  /** Whom mail is for: of a company the one who is talked to there, where somebody is known, and then `company` is its name. */
  addressee: string;
  company: string;
  /** As people read them, the best first; none that are known to be dead or of somebody who left. */
  phones: string[];
  /** One line, abroad with the postcode; empty when none is known. */
  address: string;
  postcode: string;
  /** What stands below the name on a letter to where nobody writes Chinese, from the street to the country; empty for Chinese addresses. */
  letter: string[];
  /** City and district, for a way that goes from place to place; empty when unknown. */
  place: string;
  /** The next open follow-up. */
  next: { due: LocalTime; title: string } | null;
}

export function printedCustomerOf({ customer, contact, followUp }: Dossier): PrintedCustomer {
  const { id, kind, name, organization = '', addresses } = customer;
  const known = addresses.filter(isUsable);
  const address: Address = known.find(({ street }) => street !== undefined) ?? known[0] ?? {};
  const { postcode = '', ...place } = address;
  const present = contact.filter(({ leftOn }) => leftOn === undefined);
  const phones = [...customer.phones, ...present.flatMap((person) => person.phones)]
    .filter((phone) => isUsable(phone) && phone.kind !== 'fax')
    .map(formatPhone);
  const [next] = followUp
    .filter(({ status, deletedAt }) => status === 'open' && deletedAt === undefined)
    .toSorted((a, b) => (a.due < b.due ? -1 : 1));
  const main = present.find(({ primary }) => primary === true) ?? (present.length === 1 ? present[0] : undefined);
  const employer = organization === name ? '' : organization;
  const isForMain = kind !== 'person' && main !== undefined;
  const letter = letterLines(address);
  return {
    id,
    name,
    organization: employer,
    addressee: isForMain ? main.name : name,
    company: isForMain ? name : employer,
    phones: [...new Set(phones)],
    address: formatAddress(letter.length > 0 ? address : place),
    postcode,
    letter,
    place: [place.city ?? place.province, place.district].filter(Boolean).join(' '),
    next: next ? { due: next.due, title: next.title } : null,
  };
}

const countryNames = new Intl.DisplayNames('en', { type: 'region' });

/**
 * As the Universal Postal Union has it: the country last and in capitals. Codes of digits stand before the town (69003 Lyon), save in
 * America, others behind it.
 */
function letterLines({
  country = '',
  province = '',
  city = '',
  district = '',
  street = '',
  postcode = '',
}: Address): string[] {
  if (/\p{Script=Han}/u.test(`${province}${city}${district}${street}`)) return [];
  const isAmerican = /^(?:us|usa|united states(?: of america)?)$/i.test(country);
  const isBefore = /^\d[\d\s-]*$/.test(postcode) && !isAmerican;
  const region = province === city ? '' : province;
  const town = [city, region].filter(Boolean).join(', ');
  const name = /^[A-Z]{2}$/.test(country) ? (countryNames.of(country) ?? country) : country;
  return [
    ...street.split(/\s*\n\s*/),
    district,
    (isBefore ? [postcode, town] : [town, postcode]).filter(Boolean).join(' '),
    name.toUpperCase(),
  ].filter((line) => line !== '');
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
