import { asReading } from '#shared/match/pinyin.ts';
import type { Columns } from '../columns/columns.ts';
import { apostrophes, isNarrower, matchMixed, splitExcluded, termsOf, type SearchTerm } from './search-terms.ts';
import { commonWords } from './common-words.ts';
import { NearWords } from './near-words.ts';
import { absent, better, either, leaveOut, present } from './kept-ranks.ts';
import { gramsOfDigits, gramsOfTerm, Signatures } from './signatures.ts';
import {
  eachKeyGram,
  eachWordGram,
  isSameBesidesWords,
  letterBit,
  lettersIn,
  soughtTextsOf,
  takeAway,
  type SoughtTexts,
} from './sought-texts.ts';

/** How well a customer answers to what was typed; smaller is better. */
export const rank = {
  phoneEnd: 0,
  /** All of the name or of its pinyin, and nothing behind it. */
  nameWhole: 1,
  nameStart: 2,
  initialsWhole: 3,
  /** By its initials or a mixture from its first character on. */
  initialsStart: 4,
  /** From the first character on, as it is read in other names. */
  otherReading: 5,
  name: 6,
  /** Inside a word or a syllable of the name. */
  nameInside: 7,
  initials: 8,
  organization: 9,
  other: 10,
  words: 11,
} as const;

export interface Found {
  /** In the order of their numbers. */
  indexes: Uint32Array<ArrayBuffer>;
  /** By the number of the customer; smaller is better. */
  ranks: Uint8Array;
  /** What was looked for in the end: the words as typed, or those meant by them. */
  terms: readonly SearchTerm[];
}

/** Half the people answer to some words; who does is kept as long as that takes no more bytes, and for no more words. */
const mostKeptBytes = 24 * 1024 * 1024;
const mostKept = 1_000;
/** Words for which fewer customers than this share come into question are found quickly every time. */
const costlyShare = 1 / 50;
/** Among other words, these are looked for in everybody, so that the answer can be kept. */
const short = 2;
/** More changes than this since the last search: it is cheaper to look for everything anew. */
const mostChanged = 1_000;
/** Kept answers times changed customers that are compared again before the next search. */
const mostCompared = 20_000;

/**
 * Finds customers by any part of what is known of them. Signatures narrow down, the texts themselves decide. What one typed
 * before narrows down too, and the answers to words that many customers have are kept and follow every change.
 */
export class SearchIndex {
  readonly #columns: Columns;
  readonly #keys = new Signatures();
  readonly #words = new Signatures();
  /** Bit per letter: initials of the name in any reading; and the first of them. */
  #initials = new Uint32Array(0);
  #firsts = new Uint32Array(0);
  /** Answers to words of many, the one used last at the end. */
  readonly #kept = new Map<string, { term: SearchTerm; ranks: Uint8Array }>();
  #last: { terms: readonly SearchTerm[]; ranks: Uint8Array } | null = null;
  readonly #changed = new Set<number>();
  readonly #near: NearWords;

  constructor(columns: Columns) {
    this.#columns = columns;
    this.#near = new NearWords(columns);
  }

  reserve(customers: number): void {
    this.#keys.reserve(customers);
    this.#words.reserve(customers);
    if (customers <= this.#initials.length) return;
    const capacity = Math.max(64, customers, Math.ceil(this.#initials.length * 1.5));
    this.#initials = grown(this.#initials, capacity);
    this.#firsts = grown(this.#firsts, capacity);
  }

  /** What a customer is found by as the columns are now. */
  textsOf(index: number): SoughtTexts {
    return soughtTextsOf(this.#columns, index);
  }

  /** Takes over the texts of a customer; `before` is what they were, `null` when nothing was known. Most writes change few of them. */
  put(index: number, before: SoughtTexts | null): void {
    this.reserve(index + 1);
    const now = this.textsOf(index);
    const hasSameKeys = before !== null && isSameBesidesWords(before, now);
    const hasSameWords = before !== null && before.words === now.words;
    if (hasSameKeys && hasSameWords) return;
    this.#touch(index);
    if (!hasSameKeys) {
      if (before) takeAway(this.#keys, index, before, eachKeyGram);
      this.#putKeys(index, now);
    }
    if (!hasSameWords) {
      if (before) takeAway(this.#words, index, before, eachWordGram);
      eachWordGram(now, (bucket) => this.#words.add(index, bucket));
    }
  }

  #putKeys(index: number, now: SoughtTexts): void {
    const { numbers } = this.#columns;
    const { keys } = now;
    eachKeyGram(now, (bucket) => this.#keys.add(index, bucket));
    this.#initials[index] = lettersIn(keys, (numbers.fullEnd[index] ?? 0) + 1, numbers.initialsEnd[index] ?? 0, false);
    this.#firsts[index] = lettersIn(keys, (numbers.nameEnd[index] ?? 0) + 1, numbers.fullEnd[index] ?? 0, true);
  }

  remove(index: number): void {
    this.#touch(index);
    this.#keys.clear(index);
    this.#words.clear(index);
    this.#initials[index] = 0;
    this.#firsts[index] = 0;
  }

  /** Customers in whom every word is found and none of those to be left out; `null` when nothing was typed. */
  find(text: string): Found | null {
    const { sought, excluded } = splitExcluded(text);
    const [terms, without] = [termsOf(sought), termsOf(excluded)];
    if (terms.length + without.length === 0) return null;
    this.#catchUp();
    const found = this.#findAll(terms);
    if (without.length === 0) return found;
    const ranks = leaveOut(
      found.ranks,
      without.map((term) => this.#answer(term, null, false)),
    );
    return { ...found, ranks, indexes: present(ranks) };
  }

  #findAll(terms: readonly SearchTerm[]): Found {
    const [first, ...others] = terms;
    if (!first) {
      const ranks = this.#columns.alive.slice(0, this.#columns.count).map((alive) => alive && rank.other + 1);
      return { indexes: present(ranks), ranks, terms };
    }
    let ranks = this.#last && isNarrower(terms, this.#last.terms) ? this.#last.ranks : null;
    const isAlone = others.length === 0;
    ranks = this.#answer(first, ranks, isAlone);
    for (const term of others) ranks = better(ranks, this.#answer(term, ranks, false));
    this.#last = { terms, ranks };
    const indexes = present(ranks);
    return (indexes.length === 0 && this.#findMeant(terms)) || { indexes, ranks, terms };
  }

  /** With each Latin word that is found nowhere taken for the words it may have been meant for; `null` when there are none. */
  #findMeant(terms: readonly SearchTerm[]): Found | null {
    const meant: SearchTerm[] = [];
    let ranks: Uint8Array | null = null;
    let hasSlip = false;
    for (const term of terms) {
      let own = this.#answer(term, null, false);
      meant.push(term);
      if (term.kind === 'letters' && own.every((rank) => rank === absent)) {
        const words = this.#near.like(term.text).map((text): SearchTerm => ({ ...term, text, joined: '' }));
        for (const word of words) own = either(own, this.#answer(word, null, false));
        meant.push(...words);
        hasSlip ||= words.length > 0;
      }
      ranks = ranks ? better(ranks, own) : own;
    }
    if (!hasSlip || !ranks) return null;
    const indexes = present(ranks);
    return indexes.length > 0 ? { indexes, ranks, terms: meant } : null;
  }

  /** A bit for each customer whose keys or words may contain a folded text; without the bit they do not. */
  mayContain(where: 'keys' | 'words', folded: string): Uint32Array {
    return (where === 'keys' ? this.#keys : this.#words).collect(gramsOfTerm(folded), this.#columns.count);
  }

  /**
   * Finds out ahead who answers to the short words that many texts hold, going by some customers; a step takes as long as
   * the first search for such a word would.
   */
  *prepare(): Generator<void> {
    for (const word of commonWords(this.#columns)) {
      this.#catchUp();
      const [term] = termsOf(word);
      if (term && this.#hasRoom()) this.#answer(term, null, true);
      yield;
    }
  }

  /**
   * Who answers to a word, among those in `within`; with `isAlone` nobody else answers to it. An answer that is not everybody's
   * is not kept.
   */
  #answer(term: SearchTerm, within: Uint8Array | null, isAlone: boolean): Uint8Array {
    if (term.kind === 'letter') return this.#answerToLetter(term);
    const kept = this.#kept.get(term.text);
    if (kept) {
      this.#kept.delete(term.text);
      this.#kept.set(term.text, kept);
      return kept.ranks;
    }
    const isForAll = within === null || isAlone || (term.text.length <= short && term.kind !== 'mixed');
    const { ranks, compared } = this.#search(term, isForAll && !isAlone ? null : within);
    if (isForAll && compared > ranks.length * costlyShare) {
      for (const oldest of this.#kept.keys()) {
        if (this.#hasRoom()) break;
        this.#kept.delete(oldest);
      }
      this.#kept.set(term.text, { term, ranks });
    }
    return ranks;
  }

  #hasRoom(): boolean {
    return this.#kept.size < mostKept && (this.#kept.size + 1) * this.#columns.count <= mostKeptBytes;
  }

  #answerToLetter({ text }: SearchTerm): Uint8Array {
    const bit = letterBit(text.charCodeAt(0));
    const { count, alive } = this.#columns;
    const ranks = new Uint8Array(count);
    for (let index = 0; index < count; index += 1) {
      if (alive[index] === 0 || ((this.#initials[index] ?? 0) & bit) === 0) continue;
      ranks[index] = 1 + ((this.#firsts[index] ?? 0) & bit ? rank.nameStart : rank.initials);
    }
    return ranks;
  }

  /** Also tells how many customers' texts had to be compared. */
  #search(term: SearchTerm, within: Uint8Array | null): { ranks: Uint8Array; compared: number } {
    const { count } = this.#columns;
    const grams = gramsOfTerm(term.text);
    // Digits in a number are looked for without what stands between them, and so are the parts of a code.
    const inKeys = this.#keys.collect(term.digits ? gramsOfDigits(term.digits) : grams, count);
    const inWords = this.#words.collect(grams, count);
    if (term.digits && term.digits !== term.text) addBits(inKeys, this.#keys.collect(grams, count));
    if (term.dialledAtHome) addBits(inKeys, this.#keys.collect(gramsOfDigits(term.dialledAtHome), count));
    if (term.kind === 'mixed')
      addBits(inKeys, this.#keys.collect(gramsOfTerm(asReading(term.joined || term.text)), count));
    if (term.joined) {
      const joined = gramsOfTerm(term.joined);
      addBits(inKeys, this.#keys.collect(joined, count));
      addBits(inWords, this.#words.collect(joined, count));
    }
    const ranks = new Uint8Array(count);
    let compared = 0;
    for (let word = 0; word < inKeys.length; word += 1) {
      const keys = inKeys[word] ?? 0;
      const words = inWords[word] ?? 0;
      for (let rest = keys | words; rest !== 0; rest &= rest - 1) {
        const bit = rest & -rest;
        const index = (word << 5) | (31 - Math.clz32(bit));
        if (index >= count || (within && within[index] === absent)) continue;
        ranks[index] = this.#rankOf(index, term, (keys & bit) !== 0, (words & bit) !== 0);
        compared += 1;
      }
    }
    return { ranks, compared };
  }

  /** How well a customer answers to a word that may stand in the keys or in the words, one higher; `absent` when it does not. */
  #rankOf(index: number, term: SearchTerm, mayBeInKeys: boolean, mayBeInWords: boolean): number {
    if (!this.#columns.isAlive(index)) return absent;
    const found = mayBeInKeys ? this.#rankInKeys(index, term) : null;
    if (found !== null) return found + 1;
    return mayBeInWords && placeOf(term, this.#columns.words.at(index)) >= 0 ? rank.words + 1 : absent;
  }

  #rankInKeys(index: number, term: SearchTerm): number | null {
    const { texts, numbers } = this.#columns;
    if (term.digits) {
      const place = placeInNumbers(texts.phoneDigits.at(index), term);
      if (place === 'end') return rank.phoneEnd;
      if (place === 'inside') return rank.other;
    }
    const keys = texts.keys.at(index);
    const at = placeOf(term, keys);
    if (at >= 0) {
      const nameEnd = numbers.nameEnd[index] ?? 0;
      const end = at + term.text.length;
      if (at === 0) return end === nameEnd ? rank.nameWhole : rank.nameStart;
      if (at < nameEnd) return isInsideWord(keys, at) ? rank.nameInside : rank.name;
      // The readings stand behind one another with blanks between them.
      const isStart = isBlank(keys.charCodeAt(at - 1));
      const isWhole = isStart && isBlank(keys.charCodeAt(end));
      if (at < (numbers.fullEnd[index] ?? 0)) {
        // `xi'an` is 西安 before it is 先.
        if (term.text.search(apostrophes) > 0) return this.#rankSpelled(index, term) ?? rank.organization;
        if (isWhole) return rank.nameWhole;
        if (!isStart) return rank.nameInside;
        return at === nameEnd + 1 ? rank.nameStart : rank.otherReading;
      }
      if (at < (numbers.initialsEnd[index] ?? 0)) {
        return isWhole ? rank.initialsWhole : isStart ? rank.initialsStart : rank.initials;
      }
      return at < (numbers.organizationEnd[index] ?? 0) ? rank.organization : rank.other;
    }
    if (placeOf(term, texts.own.at(index)) >= 0) return rank.other;
    // Two letters are two initials or the beginning of a syllable, and those are among the keys.
    if (term.kind === 'mixed' || (term.kind === 'letters' && term.text.length > 2)) {
      return this.#rankSpelled(index, term);
    }
    return null;
  }

  #rankSpelled(index: number, { text }: SearchTerm): number | null {
    const { texts, numbers } = this.#columns;
    const sortName = texts.sortName.at(index);
    const reading = sortName.slice(0, sortName.indexOf('\0'));
    const spelled = matchMixed(text, reading, texts.keys.at(index).slice(0, numbers.nameEnd[index]));
    return spelled && (spelled[0] === 0 ? rank.initialsStart : rank.initials);
  }

  #touch(index: number): void {
    this.#last = null;
    this.#near.touch();
    if (this.#changed.size > mostChanged) this.#kept.clear();
    else this.#changed.add(index);
  }

  /** Brings the kept answers up to what changed since. */
  #catchUp(): void {
    if (this.#changed.size * this.#kept.size > mostCompared) this.#kept.clear();
    for (const kept of this.#kept.values()) {
      kept.ranks = grown(kept.ranks, this.#columns.count);
      for (const index of this.#changed) kept.ranks[index] = this.#rankOf(index, kept.term, true, true);
    }
    this.#changed.clear();
  }
}

/** Where a word stands in a text, with its signs or without them; -1 when it does not. */
function placeOf({ text, joined }: SearchTerm, within: string): number {
  const at = within.indexOf(text);
  return at >= 0 || joined === '' ? at : within.indexOf(joined);
}

function addBits(to: Uint32Array, others: Uint32Array): void {
  for (let word = 0; word < to.length; word += 1) to[word] = (to[word] ?? 0) | (others[word] ?? 0);
}

/** Numbers stand behind one another with blanks between them; a country's code begins one, other digits may stand anywhere. */
function placeInNumbers(numbers: string, term: SearchTerm): 'end' | 'inside' | null {
  const { digits, isFromAbroad, dialledAtHome } = term;
  if (dialledAtHome !== '' && ` ${numbers} `.includes(` ${dialledAtHome} `)) return 'end';
  let place: 'inside' | null = null;
  for (let at = numbers.indexOf(digits); at >= 0; at = numbers.indexOf(digits, at + 1)) {
    const end = at + digits.length;
    if (isFromAbroad && at > 0 && numbers[at - 1] !== ' ') continue;
    if (isFromAbroad || end === numbers.length || numbers[end] === ' ') return 'end';
    place = 'inside';
  }
  return place;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 10;
}

/** Whether a place in a folded text has Latin letters or digits on both sides: Han characters are words by themselves. */
function isInsideWord(text: string, at: number): boolean {
  return isOfLatinWord(text.charCodeAt(at - 1)) && isOfLatinWord(text.charCodeAt(at));
}

function isOfLatinWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}

/** A copy with room for more; the same array when there is room already. */
function grown<T extends Uint8Array | Uint32Array>(array: T, capacity: number): T {
  if (array.length >= capacity) return array;
  const larger = new (array.constructor as new (length: number) => T)(capacity);
  larger.set(array);
  return larger;
}
