import { editDistance } from '../match/edit-distance.ts';
import { isNearWord } from './near-word.ts';
import { foldText } from '../match/text.ts';

/** An address as far as it is compared: Chinese ones by what stands before the first number, others by their words. */
export interface LinkAddress {
  /** Ideographs before the first number; empty for an address in other letters. */
  street: string;
  /** House, flat and the like, in order. */
  numbers: readonly string[];
  /** Words of the street line in other letters, without what nearly every street is called. */
  words: readonly string[];
  /** The town and the postcode of an address in other letters, where they can be told. */
  town: string;
  postcode: string;
}

const anyHan = /\p{Script=Han}/u;
const common: ReadonlySet<string> = new Set(
  'street st road rd avenue ave lane ln drive dr close court ct place pl circuit crescent cres way terrace the of unit flat'.split(
    ' ',
  ),
);

/**
 * `文三路70号15栋2645室` and `文三路70#15-2645` are one place: the words before the first number, and the numbers. Others are written
 * as `formatAddress` joins them, street, town, province, postcode and country with commas between.
 */
export function linkAddressOf(text: string): LinkAddress {
  const folded = foldText(text);
  if (anyHan.test(folded)) {
    const joined = folded.replace(/\s/g, '');
    const first = joined.search(/\d/);
    const street = (first < 0 ? joined : joined.slice(0, first)).replace(/[^\p{L}]/gu, '');
    return { ...elsewhere, street, numbers: first < 0 ? [] : (joined.slice(first).match(/\d+/g) ?? []) };
  }
  const [line = '', ...rest] = folded.split(',').map((part) => part.trim());
  const postcode = rest.findLast((part) => /\d/.test(part)) ?? '';
  const [town = ''] = rest.filter((part) => part !== postcode);
  return {
    street: '',
    numbers: line.match(/\d+/g) ?? [],
    words: line.split(/[^\p{L}]+/u).filter((word) => word.length > 1 && !common.has(word)),
    town: town.replace(/[^\p{L}]/gu, ''),
    postcode: postcode.replace(/^[a-z]{2,3} (?=[a-z]?\d)/, '').replace(/[^\p{L}\p{N}]/gu, ''),
  };
}

const elsewhere: LinkAddress = { street: '', numbers: [], words: [], town: '', postcode: '' };

/** `same`: to the door. `part`: one of them says less. `street`: the street alone, or with another number. */
export type AddressLevel = 'same' | 'part' | 'street' | 'other';

/** How far two addresses agree; `null` where one has its street in Chinese and the other in words. Either way around. */
export function compareAddresses(a: LinkAddress, b: LinkAddress): AddressLevel | null {
  if ((a.street === '') !== (b.street === '')) return null;
  if (!isOneStreet(a, b)) return 'other';
  const [few, many] = a.numbers.length < b.numbers.length ? [a.numbers, b.numbers] : [b.numbers, a.numbers];
  if (few.length === 0 || !few.every((number, at) => number === many[at])) return 'street';
  return few.length === many.length ? 'same' : 'part';
}

function isOneStreet(a: LinkAddress, b: LinkAddress): boolean {
  if (a.street === '') return sharesWords(a.words, b.words);
  const [short, long] = a.street.length < b.street.length ? [a.street, b.street] : [b.street, a.street];
  const slips = Math.floor(long.length / 5);
  return short.length >= 2 && (long.endsWith(short) || editDistance(short, long, slips) <= slips);
}

/** Whether most of what the shorter one says stands in the other, slips forgiven; words may stand in another order or run together. */
function sharesWords(a: readonly string[], b: readonly string[]): boolean {
  const [few, many] = a.length < b.length ? [a, b] : [b, a];
  if (few.length === 0) return false;
  let said = 0;
  let met = 0;
  for (const word of few) {
    said += word.length;
    if (many.some((other) => isNearWord(word, other) || runsTogether(word, other))) met += word.length;
  }
  return met * 2 >= said;
}

/** `pridhamstreet` is Pridham Street. */
function runsTogether(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 5 && (a.startsWith(b) || b.startsWith(a));
}
