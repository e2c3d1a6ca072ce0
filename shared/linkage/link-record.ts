import { companyOf, looksLikeCompany } from '../match/company.ts';
import { normalizeEmail, normalizeUscc } from '../match/identifiers.ts';
import { splitPersonName, titledName } from '../match/names.ts';
import { compoundSurnameOf } from '../match/surnames.ts';
import { compactText, foldText } from '../match/text.ts';

/** What is known of a customer, as far as it tells who it is. Phones are digits, with or without the zero of the area code. */
export interface LinkSource {
  name: string;
  /** The name as it is pronounced, syllables in any spacing; empty where nobody knows. */
  reading: string;
  aliases: readonly string[];
  isPerson: boolean;
  code: string;
  uscc: string;
  phones: readonly string[];
  emails: readonly string[];
  ims: readonly string[];
  addresses: readonly string[];
  /** `solar 1990-08-15`, the year `0000` when it is unknown; empty when the day is. */
  birthday: string;
  /** Where somebody is, in any words that are equal for one place; empty when unknown. */
  city: string;
}

export interface LinkAddress {
  /** Everything before the first number. */
  street: string;
  numbers: readonly string[];
}

/** The same in the form in which two are compared, made once for each customer. */
export interface LinkRecord {
  name: string;
  aliases: readonly string[];
  isOrganisation: boolean;
  core: string;
  branch: string;
  surname: string;
  /** Of a whole name; empty where only the surname is known. */
  given: string;
  sound: string;
  isTitled: boolean;
  isHan: boolean;
  code: string;
  uscc: string;
  mobiles: readonly string[];
  landlines: readonly string[];
  emails: readonly string[];
  ims: readonly string[];
  addresses: readonly LinkAddress[];
  birthday: string;
  city: string;
}

export function linkRecordOf(source: LinkSource): LinkRecord {
  const name = compactText(source.name);
  const isOrganisation = !source.isPerson || looksLikeCompany(source.name);
  const titled = isOrganisation ? undefined : titledName(source.name);
  const { core, branch } = isOrganisation ? companyOf(source.name) : { core: '', branch: '' };
  const isHan = /^\p{Script=Han}+$/u.test(name);
  const parts = isOrganisation || isHan ? undefined : splitPersonName(source.name);
  const hanSurname = compoundSurnameOf(name) || name.slice(0, 1);
  const surname = isOrganisation
    ? ''
    : (titled?.familyName ?? (isHan ? hanSurname : compactText(parts?.familyName ?? name)));
  const given =
    isOrganisation || titled ? '' : isHan ? name.slice(hanSurname.length) : compactText(parts?.givenName ?? '');
  const digits = [
    ...new Set(source.phones.map((phone) => phone.replace(/^0+/, '')).filter((phone) => phone.length >= 7)),
  ];
  const isMobile = (phone: string) => /^1[3-9]\d{9}$/.test(phone);
  return {
    name,
    aliases: source.aliases.map(compactText),
    isOrganisation,
    core,
    branch,
    surname,
    given,
    sound: source.reading.replace(/\s/g, ''),
    isTitled: titled !== undefined,
    isHan,
    code: compactText(source.code),
    uscc: normalizeUscc(source.uscc),
    mobiles: digits.filter(isMobile),
    landlines: digits.filter((phone) => !isMobile(phone)),
    emails: [...new Set(source.emails.map(normalizeEmail))].filter((email) => email !== ''),
    ims: [...new Set(source.ims.map((im) => foldText(im).trim()))].filter((im) => im !== ''),
    addresses: source.addresses.map(addressOf).filter(({ street }) => street !== ''),
    birthday: source.birthday,
    city: source.city,
  };
}

/** `文三路70号15栋2645室` and `文三路70#15-2645` are one place: the words before the first number, and the numbers. */
function addressOf(text: string): LinkAddress {
  const folded = foldText(text).replace(/\s/g, '');
  const first = folded.search(/\d/);
  const street = (first < 0 ? folded : folded.slice(0, first)).replace(/[^\p{L}]/gu, '');
  return { street, numbers: first < 0 ? [] : (folded.slice(first).match(/\d+/g) ?? []) };
}
