import type { Address } from '../domain/customer/customer.ts';
import type { Dossier } from '../domain/dossier/dossier.ts';
import type { LocalTime } from '../domain/record.ts';
import { formatAddress } from '../match/format-address.ts';
import { formatPhone } from '../match/format-phone.ts';
import { readCountry } from '../match/country.ts';
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
  /** What stands below the name on a letter to where nobody writes Chinese, from the street to the town; empty for Chinese addresses. */
  letter: string[];
  /** The country of that address, as letters from elsewhere say it, and its ISO 3166 region; empty where nobody said. */
  country: { name: string; region: string };
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
    country: countryOf(address),
    place: [place.city ?? place.province, place.district].filter(Boolean).join(' '),
    next: next ? { due: next.due, title: next.title } : null,
  };
}

const countryNames = new Intl.DisplayNames('en', { type: 'region' });

/**
 * As the Universal Postal Union has it: codes of digits stand before the town (69003 Lyon), save in America, others behind it. Royal
 * Mail wants the town in capitals and the code on a line of its own, without the county.
 */
function letterLines(address: Address): string[] {
  const { province = '', city = '', district = '', street = '', postcode = '' } = address;
  if (/\p{Script=Han}/u.test(`${province}${city}${district}${street}`)) return [];
  const { region: land } = countryOf(address);
  const isBritish = land === 'GB' || (land === '' && britishCode.test(postcode));
  // States are written as letters where codes of digits stand behind them: CA 94105, NSW 2000.
  const isBefore = /^\d[\d\s-]*$/.test(postcode) && land !== 'US' && !/^[A-Z]{2,3}$/.test(province);
  const region = province === city ? '' : province;
  const town = [city, region].filter(Boolean).join(', ');
  const ends = isBritish
    ? [(city === '' ? province : city).toUpperCase(), postcode.toUpperCase()]
    : [(isBefore ? [postcode, town] : [town, postcode]).filter(Boolean).join(' ')];
  return [...street.split(/\s*\n\s*/), district, ...ends].filter((line) => line !== '');
}

const britishCode = /^[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}$/i;

function countryOf({ country = '' }: Address): PrintedCustomer['country'] {
  const region = readCountry(country) ?? '';
  const name = region === '' ? country : (countryNames.of(region) ?? country);
  return { name: name.toUpperCase(), region };
}

/** The lines of a letter, with the country where it goes to another one. */
export function letterFrom(home: string, { letter, country }: Pick<PrintedCustomer, 'letter' | 'country'>): string[] {
  const isAbroad = country.name !== '' && country.region !== home;
  return isAbroad ? [...letter, country.name] : letter;
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
