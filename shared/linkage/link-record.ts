import { NameForm } from '../match/compare-names.ts';
import { looksLikeCompany } from '../match/company.ts';
import { normalizeEmail, normalizeUscc } from '../match/identifiers.ts';
import { compactText, foldText } from '../match/text.ts';
import { linkAddressOf, type LinkAddress } from './link-address.ts';

/** What is known of a customer, as far as it tells who it is. Phones are digits, with or without the zero of the area code. */
export interface LinkSource {
  name: string;
  /** The name as it is pronounced, syllables in any spacing; left out where it has to be looked up. */
  reading?: string | undefined;
  aliases: readonly string[];
  isPerson: boolean;
  /** The shop's own number, and those of customers who were merged into this one. */
  codes: readonly string[];
  uscc: string;
  /** Those of contact persons too; so are mails and accounts. */
  phones: readonly string[];
  emails: readonly string[];
  ims: readonly string[];
  /** Names of contact persons. */
  people: readonly string[];
  addresses: readonly string[];
  /** `solar 1990-08-15`, the year `0000` when it is unknown; empty when the day is. */
  birthday: string;
  /** Where somebody is, in any words that are equal for one place; empty when unknown. */
  city: string;
}

/** The same in the form in which two are compared, made once for each customer. */
export interface LinkRecord {
  name: NameForm;
  aliases: readonly string[];
  /** Whole and joined: a name of the shop's own list is a person's or a company's. */
  isPerson: boolean;
  codes: readonly string[];
  uscc: string;
  mobiles: readonly string[];
  landlines: readonly string[];
  emails: readonly string[];
  ims: readonly string[];
  people: readonly string[];
  addresses: readonly LinkAddress[];
  birthday: string;
  city: string;
}

const mobile = /^1[3-9]\d{9}$/;
const shortestPhone = 7;

export function linkRecordOf(source: LinkSource): LinkRecord {
  const mobiles: string[] = [];
  const landlines: string[] = [];
  for (const phone of source.phones) {
    const digits = phone.replace(/^0+/, '');
    if (digits.length < shortestPhone) continue;
    const numbers = mobile.test(digits) ? mobiles : landlines;
    if (!numbers.includes(digits)) numbers.push(digits);
  }
  return {
    name: new NameForm(source.name, !source.isPerson || looksLikeCompany(source.name), source.reading),
    aliases: filled(source.aliases, compactText),
    isPerson: source.isPerson,
    codes: filled(source.codes, compactText),
    uscc: source.uscc === '' ? '' : normalizeUscc(source.uscc),
    mobiles,
    landlines,
    emails: filled(source.emails, normalizeEmail),
    ims: filled(source.ims, (im) => foldText(im).trim()),
    people: filled(source.people, compactText),
    addresses: source.addresses.map(linkAddressOf).filter(({ street, words }) => street !== '' || words.length > 0),
    birthday: source.birthday,
    city: source.city,
  };
}

const nothing: readonly string[] = [];

function filled(values: readonly string[], alike: (value: string) => string): readonly string[] {
  if (values.length === 0) return nothing;
  return [...new Set(values.map(alike))].filter((value) => value !== '');
}
