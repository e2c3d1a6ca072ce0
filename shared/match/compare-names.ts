import { companyOf, looksLikeCompany, type CompanyName } from './company.ts';
import { splitPersonName, titledName } from './names.ts';
import { foldPinyin, searchKeys } from './pinyin.ts';
import { compoundSurnameOf } from './surnames.ts';
import { compactText, foldText } from './text.ts';

/**
 * How two names agree, from certain to not at all (domain.md §1.8). `title`: one gives only the surname. `short`: one is what
 * people call the other company. `branch`: two places of one company.
 */
export type NameAgreement = 'same' | 'homophone' | 'title' | 'short' | 'similar' | 'branch' | 'different';

/** Names that one customer may go by on one phone. */
export const compatible: ReadonlySet<NameAgreement> = new Set<NameAgreement>(['same', 'homophone', 'title', 'short']);

const lostCharacter = /[?\ufffd□]/;
const hanOnly = /^\p{Script=Han}+$/u;
const anyHan = /\p{Script=Han}/u;
/** A surname and up to three more: longer names of ideographs are no person's. */
const longestHanName = 5;
const shortestShortName = 4;

/** A name in the form in which it is compared with others, made once. What few comparisons ask for is made when it is asked for. */
export class NameForm {
  /** Letters, digits and ideographs alone; empty for a name of signs. */
  readonly text: string;
  readonly folded: string;
  readonly isOrganisation: boolean;
  readonly isHan: boolean;
  /** Only the surname is given, with a form of address. */
  readonly isTitled: boolean;
  readonly surname: string;
  /** Of a whole name; empty where only the surname is known. */
  readonly given: string;
  readonly #name: string;
  #company: CompanyName | undefined;
  #sound: string | undefined;

  /** @param reading as it is pronounced, syllables in any spacing; left out where it has to be looked up */
  constructor(name: string, isOrganisation = looksLikeCompany(name), reading?: string) {
    this.#name = name;
    this.#sound = reading?.replace(/\s/g, '');
    this.folded = foldText(name).replace(/\s/g, '');
    this.text = compactText(name);
    this.isOrganisation = isOrganisation;
    this.isHan = this.text.length <= longestHanName && hanOnly.test(this.text);
    const { isTitled, surname, given } = isOrganisation ? noParts : partsOf(name, this.text, this.isHan);
    this.isTitled = isTitled;
    this.surname = surname;
    this.given = given;
  }

  get company(): CompanyName {
    return (this.#company ??= companyOf(this.#name));
  }

  /** In Latin letters, the surname's own reading first. */
  get sound(): string {
    return (this.#sound ??= searchKeys(this.#name).full[0] ?? '');
  }
}

interface Parts {
  isTitled: boolean;
  surname: string;
  given: string;
}

const noParts: Parts = { isTitled: false, surname: '', given: '' };

function partsOf(name: string, text: string, isHan: boolean): Parts {
  const titled = anyHan.test(text) ? titledName(name) : undefined;
  if (titled) return { isTitled: true, surname: titled.familyName, given: '' };
  if (isHan) {
    const surname = compoundSurnameOf(text) || text.slice(0, 1);
    return { isTitled: false, surname, given: text.slice(surname.length) };
  }
  const parts = splitPersonName(name);
  return parts
    ? { isTitled: false, surname: foldPinyin(parts.familyName), given: foldPinyin(parts.givenName) }
    : { isTitled: false, surname: text, given: '' };
}

/** Compares two names of customers or people, in any script, width and spacing. */
export function compareNames(a: string, b: string): NameAgreement {
  return compareForms(new NameForm(a), new NameForm(b));
}

/** How far two names agree, at their best. The same either way around. */
export function compareForms(a: NameForm, b: NameForm): NameAgreement {
  if (a.text === b.text) return a.text !== '' || (a.folded === b.folded && a.folded !== '') ? 'same' : 'different';
  if (isSameButForLostCharacters(a.folded, b.folded)) return 'same';
  if (a.isOrganisation || b.isOrganisation) return compareCompanies(a.company, b.company);
  if (a.isTitled || b.isTitled) return a.surname === b.surname ? 'title' : 'different';
  if (a.isHan !== b.isHan) return a.sound !== '' && a.sound === b.sound ? 'homophone' : 'different';
  if (!a.isHan) return a.given !== '' && a.given === b.given && a.surname === b.surname ? 'same' : 'different';
  if (a.text.length !== b.text.length) return 'different';
  const differences = countDifferences(a.text, b.text);
  // 张伟 and 章玮: a name heard on the phone is written as it sounds.
  if (a.sound === b.sound) return 'homophone';
  return a.surname === b.surname && differences === 1 ? 'similar' : 'different';
}

function compareCompanies(a: CompanyName, b: CompanyName): NameAgreement {
  if (a.core === '' || b.core === '') return 'different';
  if (a.core === b.core) return a.branch === b.branch ? 'same' : 'branch';
  if (a.branch !== b.branch) return 'different';
  const [short, long] = a.core.length < b.core.length ? [a.core, b.core] : [b.core, a.core];
  return short.length >= shortestShortName && long.includes(short) ? 'short' : 'different';
}

/** 朱?宇 is 朱䶮宇 in a file whose encoding could not hold it: a lost character stands for any one. */
function isSameButForLostCharacters(a: string, b: string): boolean {
  if (!lostCharacter.test(a) && !lostCharacter.test(b)) return false;
  const [left, right] = [Array.from(a), Array.from(b)];
  if (left.length !== right.length || left.length < 2) return false;
  const isLost = (character = '') => lostCharacter.test(character);
  const lost = left.filter((character, index) => isLost(character) || isLost(right[index])).length;
  return (
    lost === 1 &&
    left.every((character, index) => character === right[index] || isLost(character) || isLost(right[index]))
  );
}

function countDifferences(a: string, b: string): number {
  let differences = 0;
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) differences += 1;
  return differences;
}
