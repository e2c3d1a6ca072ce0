import type { Columns } from './columns.ts';
import { matchMixed, termsOf, type SearchTerm } from './search-terms.ts';
import { eachGram, eachMixedGram, gramsOfDigits, gramsOfTerm, Signatures } from './signatures.ts';

/** How well a customer answers to what was typed; smaller is better. */
export const rank = {
  phoneEnd: 0,
  nameStart: 1,
  name: 2,
  initials: 3,
  organization: 4,
  other: 5,
  words: 6,
} as const;
const ranks = 7;

export interface Found {
  /** In the order of their numbers. */
  indexes: Uint32Array<ArrayBuffer>;
  /** By the number of the customer. */
  ranks: Uint8Array;
}

/** Finds customers by any part of what is known of them. Signatures narrow down, the texts themselves decide. */
export class SearchIndex {
  readonly #columns: Columns;
  readonly #keys = new Signatures();
  readonly #words = new Signatures();
  /** Bit per letter: initials of the name in any reading; and the first of them. */
  #initials = new Uint32Array(0);
  #firsts = new Uint32Array(0);

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  reserve(customers: number): void {
    this.#keys.reserve(customers);
    this.#words.reserve(customers);
    if (customers <= this.#initials.length) return;
    const capacity = Math.max(64, customers, Math.ceil(this.#initials.length * 1.5));
    this.#initials = grown(this.#initials, capacity);
    this.#firsts = grown(this.#firsts, capacity);
  }

  /** Takes over the texts of a customer; `isNew` when nothing was known before. */
  put(index: number, isNew = false): void {
    this.reserve(index + 1);
    this.putKeys(index, isNew);
    this.putWords(index, isNew);
  }

  putKeys(index: number, isNew: boolean): void {
    if (!isNew) this.#keys.clear(index);
    const { texts, numbers } = this.#columns;
    const add = (bucket: number) => this.#keys.add(index, bucket);
    const keys = texts.keys[index] ?? '';
    eachGram(keys, add);
    eachGram(texts.phoneDigits[index] ?? '', add);
    const [reading = ''] = (texts.sortName[index] ?? '').split('\0');
    eachMixedGram(reading, keys.slice(0, numbers.nameEnd[index]), add);
    this.#initials[index] = lettersIn(keys, (numbers.fullEnd[index] ?? 0) + 1, numbers.initialsEnd[index] ?? 0, false);
    this.#firsts[index] = lettersIn(keys, (numbers.nameEnd[index] ?? 0) + 1, numbers.fullEnd[index] ?? 0, true);
  }

  putWords(index: number, isNew: boolean): void {
    if (!isNew) this.#words.clear(index);
    eachGram(this.#columns.words[index] ?? '', (bucket) => this.#words.add(index, bucket));
  }

  remove(index: number): void {
    this.#keys.clear(index);
    this.#words.clear(index);
    this.#initials[index] = 0;
    this.#firsts[index] = 0;
  }

  /** Customers in whom every word is found; `null` when nothing was typed. */
  find(text: string): Found | null {
    const terms = termsOf(text);
    if (terms.length === 0) return null;
    const candidates = this.#candidates(terms);
    const indexes = new Uint32Array(this.#columns.count);
    const ranks = new Uint8Array(this.#columns.count);
    let count = 0;
    for (let word = 0; word < candidates.length; word += 1) {
      for (let rest = candidates[word] ?? 0; rest !== 0; rest &= rest - 1) {
        const index = (word << 5) | (31 - Math.clz32(rest & -rest));
        if (!this.#columns.isAlive(index)) continue;
        const found = this.#rankOf(index, terms);
        if (found === null) continue;
        indexes[count++] = index;
        ranks[index] = found;
      }
    }
    return { indexes: indexes.slice(0, count), ranks };
  }

  /**
   * Bit per customer whose names, numbers and addresses (`keys`) or notes (`words`) may contain this folded text; whoever
   * is not among them does not contain it.
   */
  mayContain(where: 'keys' | 'words', folded: string): Uint32Array {
    const bits = new Uint32Array((this.#columns.count + 31) >>> 5);
    (where === 'keys' ? this.#keys : this.#words).collect(gramsOfTerm(folded), bits);
    return bits;
  }

  #candidates(terms: readonly SearchTerm[]): Uint32Array {
    const words = (this.#columns.count + 31) >>> 5;
    let all: Uint32Array | null = null;
    for (const term of terms) {
      const own = new Uint32Array(words);
      if (term.kind === 'letter') this.#collectLetter(term.text, own);
      else {
        const grams = gramsOfTerm(term.text);
        // Digits in a number are looked for without what stands between them.
        this.#keys.collect(term.digits ? gramsOfDigits(term.digits) : grams, own);
        this.#words.collect(grams, own);
      }
      if (!all) all = own;
      else for (let at = 0; at < words; at += 1) all[at] = (all[at] ?? 0) & (own[at] ?? 0);
    }
    return all ?? new Uint32Array(0);
  }

  #collectLetter(letter: string, into: Uint32Array): void {
    const bit = letterBit(letter.charCodeAt(0));
    const { count } = this.#columns;
    for (let index = 0; index < count; index += 1) {
      if ((this.#initials[index] ?? 0) & bit) into[index >>> 5] = (into[index >>> 5] ?? 0) | (1 << (index & 31));
    }
  }

  /** The best rank among the words; `null` when one of them is not there. */
  #rankOf(index: number, terms: readonly SearchTerm[]): number | null {
    let best = ranks;
    for (const term of terms) {
      const found = this.#rankOfTerm(index, term);
      if (found === null) return null;
      if (found < best) best = found;
    }
    return best;
  }

  #rankOfTerm(index: number, term: SearchTerm): number | null {
    if (term.kind === 'letter') {
      const bit = letterBit(term.text.charCodeAt(0));
      if ((this.#firsts[index] ?? 0) & bit) return rank.nameStart;
      return (this.#initials[index] ?? 0) & bit ? rank.initials : null;
    }
    const { texts, numbers } = this.#columns;
    if (term.digits) {
      const place = placeInNumbers(texts.phoneDigits[index] ?? '', term.digits);
      if (place === 'end') return rank.phoneEnd;
      if (place === 'inside') return rank.other;
    }
    const keys = texts.keys[index] ?? '';
    const at = keys.indexOf(term.text);
    if (at >= 0) {
      const nameEnd = numbers.nameEnd[index] ?? 0;
      if (at === 0 || at === nameEnd + 1) return rank.nameStart;
      if (at < nameEnd) return rank.name;
      // A reading other than the first begins behind a blank.
      if (at < (numbers.fullEnd[index] ?? 0)) return keys[at - 1] === ' ' ? rank.nameStart : rank.name;
      if (at < (numbers.initialsEnd[index] ?? 0)) return rank.initials;
      return at < (numbers.organizationEnd[index] ?? 0) ? rank.organization : rank.other;
    }
    // Two letters are two initials or the beginning of a syllable, and those are among the keys.
    if (term.kind === 'mixed' || (term.kind === 'letters' && term.text.length > 2)) {
      const [reading = ''] = (texts.sortName[index] ?? '').split('\0');
      if (matchMixed(term.text, reading, keys.slice(0, numbers.nameEnd[index]))) return rank.initials;
    }
    return (this.#columns.words[index] ?? '').includes(term.text) ? rank.words : null;
  }
}

function placeInNumbers(numbers: string, digits: string): 'end' | 'inside' | null {
  let place: 'inside' | null = null;
  for (let at = numbers.indexOf(digits); at >= 0; at = numbers.indexOf(digits, at + 1)) {
    const end = at + digits.length;
    if (end === numbers.length || numbers[end] === ' ') return 'end';
    place = 'inside';
  }
  return place;
}

function letterBit(code: number): number {
  return code >= 97 && code <= 122 ? 1 << (code - 97) : 0;
}

/** The letters of a stretch of the keys; with `firstOnly` those that begin a reading. */
function lettersIn(keys: string, from: number, to: number, firstOnly: boolean): number {
  let bits = 0;
  for (let at = from; at < to; at += 1) {
    if (!firstOnly || at === from || keys[at - 1] === ' ') bits |= letterBit(keys.charCodeAt(at));
  }
  return bits;
}

function grown(array: Uint32Array, capacity: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(capacity);
  larger.set(array);
  return larger;
}
