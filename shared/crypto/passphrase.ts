import { commonPassphrases, guessablePieces } from './guessable.ts';

const minPoints = 12;
const minWords = 4;

/** Unicode normal form C: the same passphrase whatever keyboard and system it was typed on. */
export function normalizePassphrase(passphrase: string): string {
  return passphrase.normalize('NFC');
}

/** `short`: more of it would do. `guessable`: long enough, were it not made of what is tried first. */
export type PassphraseWeakness = 'short' | 'guessable';

export function isStrongPassphrase(passphrase: string): boolean {
  return findWeakness(passphrase) === null;
}

/**
 * What keeps a passphrase from protecting an archive; `null` when nothing does. It takes twelve characters or four words. A
 * Chinese character counts as two, because it is one of thousands, and so does a syllable of pinyin, however many letters it
 * has; pieces that everybody tries, telephone numbers, dates, runs (`abcdef`, `98765`) and repetitions count as one.
 */
export function findWeakness(passphrase: string): PassphraseWeakness | null {
  const text = normalizePassphrase(passphrase).toLowerCase();
  const words = new Set(text.split(/[\s\-_.,]+/).filter((word) => Array.from(word).length >= 3));
  const isEnough = (points: number) => points >= minPoints || (words.size >= minWords && points >= minPoints - 2);
  if (!isEnough(Array.from(text, weigh).reduce((sum, weight) => sum + weight, 0))) return 'short';
  if (new Set(text).size < 5 || commonPassphrases.has(text)) return 'guessable';
  return isEnough(pointsOf(text)) ? null : 'guessable';
}

function weigh(character: string): number {
  return /\p{Script=Han}/u.test(character) ? 2 : 1;
}

const mobileNumber = /1[3-9]\d{9}/g;
/** 19900101, 1990, 900101. */
const dates = /(19|20)\d\d([01]\d[0-3]\d)?|\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])/g;
/** Initial and final; some that no word has are among them. */
const syllable =
  '(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ong|iao|ian|ing|uai|uan|ai|ei|ao|ou|an|en|er|ia|ie|iu|in|ua|uo|ui|un|ue|ve|[aoeiuv])';
/** Each syllable is taken as it is found first; to try others, such as `xi’an` in `xian`, takes ages where there are many. */
const pinyin = new RegExp(`(?<![a-z])(?:(?=(${syllable}))\\1){2,}(?![a-z])`, 'g');

function pointsOf(text: string): number {
  let rest = text;
  for (const piece of guessablePieces) rest = rest.replaceAll(piece, '\0');
  rest = rest.replaceAll(mobileNumber, '\0').replaceAll(dates, '\0');
  rest = rest.replaceAll(/(.+?)\1+/gu, '$1');
  rest = rest.replaceAll(pinyin, (letters) => letters.replaceAll(new RegExp(syllable, 'g'), (one) => one.slice(0, 2)));
  const characters = Array.from(rest);
  let points = 0;
  for (const [index, character] of characters.entries()) {
    if (!continuesRun(characters, index)) points += weigh(character);
  }
  return points;
}

/** The third and later characters of an ascending or descending run. */
function continuesRun(characters: readonly string[], index: number): boolean {
  const [a, b, c] = [index - 2, index - 1, index].map((at) => characters[at]?.codePointAt(0));
  if (a === undefined || b === undefined || c === undefined) return false;
  return c - b === b - a && Math.abs(c - b) === 1;
}
