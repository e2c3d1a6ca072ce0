import type { Columns } from '../columns/columns.ts';
import { eachGram, eachMixedGram, type Signatures } from './signatures.ts';

/** What a customer is found by. */
export interface SoughtTexts {
  keys: string;
  /** Where the name ends, with which they begin. */
  nameEnd: number;
  phoneDigits: string;
  own: string;
  sortName: string;
  words: string;
}

/** As the columns are now. */
export function soughtTextsOf({ texts, numbers, words }: Columns, index: number): SoughtTexts {
  return {
    keys: texts.keys.at(index),
    nameEnd: numbers.nameEnd[index] ?? 0,
    phoneDigits: texts.phoneDigits.at(index),
    own: texts.own.at(index),
    sortName: texts.sortName.at(index),
    words: words.at(index),
  };
}

/** The keys tell by themselves where their parts end. */
export function isSameBesidesWords(a: SoughtTexts, b: SoughtTexts): boolean {
  return (
    a.keys === b.keys &&
    a.nameEnd === b.nameEnd &&
    a.phoneDigits === b.phoneDigits &&
    a.own === b.own &&
    a.sortName === b.sortName
  );
}

type EachGram = (texts: SoughtTexts, add: (bucket: number) => void) => void;

export const eachKeyGram: EachGram = ({ keys, nameEnd, phoneDigits, own, sortName }, add) => {
  eachGram(keys, add);
  eachGram(phoneDigits, add);
  eachGram(own, add);
  const [reading = ''] = sortName.split('\0');
  eachMixedGram(reading, keys.slice(0, nameEnd), add);
};

export const eachWordGram: EachGram = ({ words }, add) => {
  eachGram(words, add);
};

/** Forgetting everything of a customer takes as long as forgetting the sequences of a text of this length. */
const longTexts = 4_000;

/** Forgets what a customer was found by. */
export function takeAway(signatures: Signatures, index: number, before: SoughtTexts, each: EachGram): void {
  if (before.keys.length + before.own.length + before.words.length > longTexts) signatures.clear(index);
  else each(before, (bucket) => signatures.drop(index, bucket));
}

export function letterBit(code: number): number {
  return code >= 97 && code <= 122 ? 1 << (code - 97) : 0;
}

/** The letters of a stretch of the keys; with `firstOnly` those that begin a reading. */
export function lettersIn(keys: string, from: number, to: number, firstOnly: boolean): number {
  let bits = 0;
  for (let at = from; at < to; at += 1) {
    if (!firstOnly || at === from || keys[at - 1] === ' ') bits |= letterBit(keys.charCodeAt(at));
  }
  return bits;
}
