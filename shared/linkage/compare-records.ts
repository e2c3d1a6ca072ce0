import { compareForms, type NameAgreement, type NameForm } from '../match/compare-names.ts';
import { editDistance } from '../match/edit-distance.ts';
import { code, type Pattern } from './levels.ts';
import { compareAddresses, type AddressLevel, type LinkAddress } from './link-address.ts';
import type { LinkRecord } from './link-record.ts';
import { isLikeWord, isNearWord } from './near-word.ts';

/** How two records stand to one another in every field. `names` is how their names agree, aliases among them. */
export function compareRecords(a: LinkRecord, b: LinkRecord, names: NameAgreement = namesOf(a, b)): Pattern {
  return (
    nameCode(a, b, names) +
    (shares(a.codes, b.codes) ? code.code.same : 0) +
    usccCode(a.uscc, b.uscc) +
    mobileCode(a.mobiles, b.mobiles) +
    setCode(a.landlines, b.landlines, code.landline) +
    setCode(a.emails, b.emails, code.email) +
    setCode(a.ims, b.ims, code.im) +
    placeCode(a, b) +
    birthdayCode(a.birthday, b.birthday)
  );
}

/** The names of both; an alias counts where it is exactly the other's name. */
export function namesOf(a: LinkRecord, b: LinkRecord): NameAgreement {
  const agreement = compareForms(a.name, b.name);
  return agreement !== 'same' && isAlias(a, b) ? 'same' : agreement;
}

/** Whether one of them goes by a name of the other. */
export function isAlias(a: LinkRecord, b: LinkRecord): boolean {
  return a.aliases.includes(b.name.text) || b.aliases.includes(a.name.text);
}

const codeOfAgreement = {
  same: code.name.same,
  homophone: code.name.sound,
  title: code.name.title,
  short: code.name.short,
  similar: code.name.like,
  // That they are two places says all there is to say.
  branch: 0,
  different: code.name.other,
} as const satisfies Record<NameAgreement, number>;

function nameCode(a: LinkRecord, b: LinkRecord, names: NameAgreement): Pattern {
  if (names === 'same' && a.name.text !== b.name.text && isAlias(a, b)) return code.name.alias;
  if (isInOtherLetters(a.name) && isInOtherLetters(b.name)) return partsCode(a.name, b.name);
  // A surname with a form of address is borne by everybody of that name.
  if (names === 'same' && a.name.isTitled) return code.name.title;
  // Of two characters one is half of the name.
  if (names === 'similar' && a.name.given.length < 2) return code.name.other;
  return codeOfAgreement[names];
}

function isInOtherLetters({ isHan, isOrganisation, isTitled, text }: NameForm): boolean {
  return !isHan && !isOrganisation && !isTitled && text !== '';
}

/** Family and given name, straight, or swapped where that fits and straight does not. Of a single word nobody knows which it is. */
function partsCode(a: NameForm, b: NameForm): Pattern {
  if (a.given === '' || b.given === '') {
    const [word, other] = a.given === '' ? [a.surname, b] : [b.surname, a];
    return other.given !== '' && isNearWord(word, other.given)
      ? wordCode(word, other.given, code.given)
      : wordCode(word, other.surname, code.family);
  }
  // A blank that slipped into a name moves the border between its parts.
  if (a.text === b.text) return code.family.same + code.given.same + code.order.straight;
  const straight = wordCode(a.surname, b.surname, code.family) + wordCode(a.given, b.given, code.given);
  const isFar = straight === code.family.other + code.given.other;
  if (isFar && isNearWord(a.surname, b.given) && isNearWord(a.given, b.surname)) return code.order.swapped;
  return straight + code.order.straight;
}

interface WordLevels {
  same: number;
  near: number;
  like: number;
  other: number;
}

function wordCode(a: string, b: string, levels: WordLevels): Pattern {
  if (a === b) return levels.same;
  if (isNearWord(a, b)) return levels.near;
  return isLikeWord(a, b) ? levels.like : levels.other;
}

function usccCode(a: string, b: string): Pattern {
  if (a === '' || b === '') return 0;
  if (a === b) return code.uscc.same;
  return editDistance(a, b, 1) === 1 ? code.uscc.slip : code.uscc.other;
}

/** Whether any of one is among the other. */
export function shares(a: readonly string[], b: readonly string[]): boolean {
  for (const each of a) if (b.includes(each)) return true;
  return false;
}

function setCode(a: readonly string[], b: readonly string[], levels: { same: number; other: number }): Pattern {
  if (a.length === 0 || b.length === 0) return 0;
  return shares(a, b) ? levels.same : levels.other;
}

function mobileCode(a: readonly string[], b: readonly string[]): Pattern {
  if (a.length === 0 || b.length === 0) return 0;
  if (shares(a, b)) return code.mobile.same;
  return a.some((phone) => b.some((other) => isSlip(phone, other))) ? code.mobile.slip : code.mobile.other;
}

/** One digit wrong, left out or swapped with its neighbour; both are mobiles and of one length. */
function isSlip(a: string, b: string): boolean {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  // Most numbers differ from their first digits on: then there is nothing to count.
  return a.slice(same + 2) === b.slice(same + 2) && editDistance(a, b, 1) === 1;
}

function placeCode(a: LinkRecord, b: LinkRecord): Pattern {
  let best: AddressLevel | null = null;
  let town = 0;
  for (const left of a.addresses) {
    for (const right of b.addresses) {
      const level = compareAddresses(left, right);
      if (level !== null && (best === null || rank[level] > rank[best])) best = level;
      town = Math.max(town, townRank(left, right));
    }
  }
  const townCode = [0, code.town.other, code.town.half, code.town.same][town] ?? 0;
  if (best !== null) return code.address[best] + townCode;
  // Addresses in two scripts cannot be compared, nor places in two countries' words for them.
  if ((a.addresses.length > 0 && b.addresses.length > 0) || a.city === '' || b.city === '') return 0;
  return a.city === b.city ? code.city.same : code.city.other;
}

const rank = { other: 0, street: 1, part: 2, same: 3 } as const satisfies Record<AddressLevel, number>;

/** 3: town and postcode, slips in the town forgiven. 2: one of them. 1: neither. 0: not known of both. */
function townRank(a: LinkAddress, b: LinkAddress): number {
  const isTownKnown = a.town !== '' && b.town !== '';
  const isCodeKnown = a.postcode !== '' && b.postcode !== '';
  if (!isTownKnown && !isCodeKnown) return 0;
  const met = Number(isTownKnown && isNearWord(a.town, b.town)) + Number(isCodeKnown && a.postcode === b.postcode);
  return met + 1;
}

const noYear = '0000-';

/** Days of two calendars cannot be compared without the year, nor years where one of them is unknown. */
function birthdayCode(a: string, b: string): Pattern {
  if (a === '' || b === '') return 0;
  const [calendar = '', day = ''] = a.split(' ');
  const [otherCalendar = '', otherDay = ''] = b.split(' ');
  if (day === '' || otherDay === '' || calendar !== otherCalendar) return 0;
  if (day.startsWith(noYear) || otherDay.startsWith(noYear)) {
    const isSame = day.slice(noYear.length) === otherDay.slice(noYear.length);
    return isSame ? code.yearless.same : code.yearless.other;
  }
  if (day === otherDay) return code.birthday.same;
  return isDaySlip(day, otherDay)
    ? code.birthday.slip
    : partsOfDay(day, otherDay)
      ? code.birthday.part
      : code.birthday.other;
}

/** One digit, or two neighbours swapped, or the day where the month belongs. */
function isDaySlip(a: string, b: string): boolean {
  const [year, month, day] = a.split('-');
  return b === `${year ?? ''}-${day ?? ''}-${month ?? ''}` || editDistance(a, b, 1) === 1;
}

/** Two of year, month and day are the same. */
function partsOfDay(a: string, b: string): boolean {
  const others = b.split('-');
  return a.split('-').filter((part, at) => part === others[at]).length === 2;
}
