import { isValidUscc } from '../match/identifiers.ts';
import { editDistance } from '../match/edit-distance.ts';
import type { LinkAddress, LinkRecord } from './link-record.ts';

/** What two records have to do with one another, in words that can be said. */
export type LinkReason =
  | 'name-same'
  | 'name-sound'
  | 'name-title'
  | 'name-like'
  | 'name-short'
  | 'name-other'
  | 'alias'
  | 'code'
  | 'uscc'
  | 'phone'
  | 'phone-slip'
  | 'phone-other'
  | 'landline'
  | 'email'
  | 'im'
  | 'address'
  | 'address-part'
  | 'address-other'
  | 'birthday'
  | 'birthday-slip'
  | 'birthday-other';

/**
 * `same`: one customer, as likely as `probability` says. `household`: people who share a phone and are two; `branch`: places of one
 * company. Those are related, and never one.
 */
export type LinkVerdict = 'same' | 'household' | 'branch' | 'different';

export interface Link {
  verdict: LinkVerdict;
  /** Match weight: the base-2 logarithm of the odds that the two are one. */
  bits: number;
  probability: number;
  reasons: LinkReason[];
}

/** How often what occurs, so that 张伟 says less than 尉迟恭. */
export interface LinkWorld {
  /** Records in all. */
  count: number;
  countOfName: (name: string) => number;
}

/*
 * Weights of agreement and disagreement: log2(m/u) per level (Fellegi & Sunter 1969), with m and u as they are in lists of customers of small
 * shops (domain.md §1.8), and the frequency of a name in place of its u (Winkler). What is not known weighs nothing.
 */
const weights = {
  nameSound: 6,
  nameTitle: 2,
  nameLike: 3.5,
  nameShort: 6,
  namePart: -2,
  nameOther: -7,
  surnameOther: -5,
  code: 12,
  uscc: 16,
  usccSlip: 4,
  usccOther: -6,
  phone: 11,
  phoneSlip: 6.5,
  phoneOther: -1.2,
  landline: 7,
  landlineOther: -1,
  email: 11,
  emailOther: -2,
  im: 11,
  imOther: -2.5,
  address: 8,
  addressPart: 5,
  addressOther: -2.5,
  cityOther: -3,
  birthday: 8.5,
  birthdaySlip: 3,
  birthdayOther: -6,
} as const;
const mostNameBits = 12;

export function compareRecords(a: LinkRecord, b: LinkRecord, world: LinkWorld): Link {
  const reasons: LinkReason[] = [];
  let bits = priorOf(world.count);
  const add = (weight: number, reason?: LinkReason) => {
    bits += weight;
    if (reason) reasons.push(reason);
  };
  const name = compareNames(a, b, world, add);
  const areUsccsValid = isValidUscc(a.uscc) && isValidUscc(b.uscc);
  if (a.uscc !== '' && b.uscc !== '') {
    if (a.uscc === b.uscc) add(weights.uscc, 'uscc');
    else add(editDistance(a.uscc, b.uscc, 1) === 1 ? weights.usccSlip : weights.usccOther);
  }
  if (a.code !== '' && a.code === b.code) add(weights.code, 'code');
  const isPhoneShared = comparePhones(a, b, add);
  compareSets(a.emails, b.emails, weights.email, weights.emailOther, 'email', add);
  compareSets(a.ims, b.ims, weights.im, weights.imOther, 'im', add);
  compareAddresses(a, b, add);
  compareBirthdays(a.birthday, b.birthday, add);
  const probability = 1 / (1 + 2 ** -bits);
  const link = { bits, probability, reasons };
  // Hard rules: nothing else that agrees makes one of them.
  if (name === 'branch') return { ...link, verdict: 'branch' };
  if (areUsccsValid && a.uscc !== b.uscc) return { ...link, verdict: 'different' };
  const areTwoPeople = name === 'other' && !a.isOrganisation && !b.isOrganisation && a.given !== '' && b.given !== '';
  // Twins share a birthday and a family an account; one person under two names shares both.
  const isOneByAll =
    reasons.includes('birthday') && ['im', 'email', 'uscc'].some((each) => reasons.includes(each as LinkReason));
  if (areTwoPeople && !isOneByAll) return { ...link, verdict: isPhoneShared ? 'household' : 'different' };
  return { ...link, verdict: bits > 0 ? 'same' : 'different' };
}

/** As many pairs as there are customers may be one among all pairs; a young archive has fewer to be mistaken for one another. */
function priorOf(count: number): number {
  return -Math.log2(Math.max(count, 256));
}

type Add = (weight: number, reason?: LinkReason) => void;
type NameLevel = 'same' | 'near' | 'other' | 'branch';

function compareNames(a: LinkRecord, b: LinkRecord, world: LinkWorld, add: Add): NameLevel {
  const rarity = (name: string) =>
    Math.min(mostNameBits, Math.log2(world.count / Math.max(1, world.countOfName(name))) + 1);
  if (a.isOrganisation && b.isOrganisation && a.core !== '' && b.core !== '') {
    if (a.core === b.core) {
      if (a.branch !== b.branch) return 'branch';
      add(rarity(a.core), 'name-same');
      return 'same';
    }
    const [short, long] = a.core.length < b.core.length ? [a.core, b.core] : [b.core, a.core];
    if (short.length >= 4 && long.includes(short) && a.branch === b.branch) {
      add(weights.nameShort, 'name-short');
      return 'near';
    }
  }
  if (a.name !== '' && a.name === b.name) {
    // A surname with a form of address is borne by everybody of that name.
    add(a.isTitled ? weights.nameTitle : rarity(a.name), a.isTitled ? 'name-title' : 'name-same');
    return 'same';
  }
  if (a.aliases.includes(b.name) || b.aliases.includes(a.name)) {
    add(weights.nameSound, 'alias');
    return 'near';
  }
  if (a.isTitled || b.isTitled) {
    if (a.surname === b.surname) {
      add(weights.nameTitle, 'name-title');
      return 'near';
    }
    add(weights.surnameOther, 'name-other');
    return 'other';
  }
  if (a.sound !== '' && a.sound === b.sound) {
    add(weights.nameSound, 'name-sound');
    return 'near';
  }
  if (areAlike(a, b)) {
    add(weights.nameLike, 'name-like');
    return 'near';
  }
  const sharesPart = !a.isHan && !b.isHan && (isNear(a.surname, b.surname) || isNear(a.given, b.given));
  add(sharesPart ? weights.namePart : weights.nameOther, 'name-other');
  return 'other';
}

/** One character off in a Chinese given name; a slip in a Latin word, or the words the other way round. */
function areAlike(a: LinkRecord, b: LinkRecord): boolean {
  if (a.isHan && b.isHan) {
    const isOneOff = a.given.length === b.given.length && a.given.length > 1 && editDistance(a.given, b.given, 1) <= 1;
    return a.surname === b.surname && isOneOff;
  }
  if (a.isHan || b.isHan) return false;
  const isStraight = isNear(a.surname, b.surname) && (isNear(a.given, b.given) || a.given === '' || b.given === '');
  return isStraight || (isNear(a.surname, b.given) && isNear(a.given, b.surname));
}

/** The same word but for slips, of which a longer one may have more. */
function isNear(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  const most = Math.max(a.length, b.length) < 4 ? 1 : 2;
  return editDistance(a, b, most) <= most;
}

/** Days of two calendars cannot be compared without the year, nor years where one of them is unknown. */
function compareBirthdays(a: string, b: string, add: Add): void {
  const [calendar = '', day = ''] = a.split(' ');
  const [otherCalendar = '', otherDay = ''] = b.split(' ');
  if (day === '' || otherDay === '' || calendar !== otherCalendar) return;
  const from = day.startsWith(noYear) || otherDay.startsWith(noYear) ? noYear.length : 0;
  const [left, right] = [day.slice(from), otherDay.slice(from)];
  if (left === right) add(weights.birthday, 'birthday');
  else if (from === 0 && editDistance(left, right, 1) === 1) add(weights.birthdaySlip, 'birthday-slip');
  else add(weights.birthdayOther, 'birthday-other');
}

const noYear = '0000-';

/** Whether one number is both's. */
function comparePhones(a: LinkRecord, b: LinkRecord, add: Add): boolean {
  const isMobileShared = a.mobiles.some((phone) => b.mobiles.includes(phone));
  if (isMobileShared) add(weights.phone, 'phone');
  else if (a.mobiles.some((phone) => b.mobiles.some((other) => isSlip(phone, other))))
    add(weights.phoneSlip, 'phone-slip');
  else if (a.mobiles.length > 0 && b.mobiles.length > 0) add(weights.phoneOther, 'phone-other');
  const isLandlineShared = a.landlines.some((phone) => b.landlines.includes(phone));
  if (isLandlineShared) add(weights.landline, 'landline');
  else if (a.landlines.length > 0 && b.landlines.length > 0) add(weights.landlineOther);
  return isMobileShared || isLandlineShared;
}

function isSlip(a: string, b: string): boolean {
  // Most numbers differ from their first digits on: then there is nothing to count.
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  return a.length === b.length && a.slice(same + 2) === b.slice(same + 2) && editDistance(a, b, 1) === 1;
}

function compareSets(
  a: readonly string[],
  b: readonly string[],
  agrees: number,
  differs: number,
  reason: LinkReason,
  add: Add,
): void {
  if (a.length === 0 || b.length === 0) return;
  if (a.some((each) => b.includes(each))) add(agrees, reason);
  else add(differs);
}

function compareAddresses(a: LinkRecord, b: LinkRecord, add: Add): void {
  if (a.addresses.length === 0 || b.addresses.length === 0) {
    if (a.city !== '' && b.city !== '' && a.city !== b.city) add(weights.cityOther);
    return;
  }
  const levels = a.addresses.flatMap((left) => b.addresses.map((right) => addressLevel(left, right)));
  if (levels.includes('same')) add(weights.address, 'address');
  else if (levels.includes('part')) add(weights.addressPart, 'address-part');
  else add(weights.addressOther, 'address-other');
}

function addressLevel(a: LinkAddress, b: LinkAddress): 'same' | 'part' | 'other' {
  const [short, long] = a.street.length < b.street.length ? [a.street, b.street] : [b.street, a.street];
  const slips = Math.floor(long.length / 5);
  if (short.length < 2 || !(long.endsWith(short) || editDistance(short, long, slips) <= slips)) return 'other';
  const [few, many] = a.numbers.length < b.numbers.length ? [a.numbers, b.numbers] : [b.numbers, a.numbers];
  if (!few.every((number, at) => number === many[at])) return 'other';
  if (few.length === many.length && few.length > 0) return 'same';
  return few.length > 0 ? 'part' : 'other';
}
