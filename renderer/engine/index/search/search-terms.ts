import { longestSearch } from '#shared/filter/read-search.ts';
import { callingCodeOf } from '#shared/match/format-phone.ts';
import { asReading } from '#shared/match/pinyin.ts';
import { foldText } from '#shared/match/text.ts';
import { withoutSigns } from './joined-codes.ts';

/** One word of what was typed. A customer is found when every word is. */
export interface SearchTerm {
  /** Folded as the texts are. */
  text: string;
  /** Three or more digits when the word can be a part of a phone number; empty otherwise. */
  digits: string;
  /** Written with the code of another country: the number begins so. */
  isFromAbroad: boolean;
  /** The same number as it is dialled in its own country, as somebody may have typed it; empty when not all of it is there. */
  dialledAtHome: string;
  /** Two or more characters of a word with signs in it, without the signs, as codes and readings are known too; empty otherwise. */
  joined: string;
  kind: 'letter' | 'letters' | 'mixed' | 'text';
}

/** More words than anybody types; the rest is ignored. */
const mostTerms = 8;
const phonePunctuation = /^[\d+()\-–—.·/]+$/;
const fromAbroad = /^(?:\+|00(?=[\d+()\-–—.·/]{10}))(?!86|8?$)\d/;
/** Without its code, a number of fewer digits is a part of many. */
const fewestDigits = 7;
const letter = /^[a-z]$/;
const letters = /^[a-zü'’]+$/;
/** What parts the syllables of `xi'an`, and the parts of d’Arcy. */
export const apostrophes = /['’]/gu;
const han = /\p{Script=Han}/u;
const lettersAndHan = /^(?=.*[a-z])(?=.*\p{Script=Han})[a-zü'’\p{Script=Han}]+$/u;

/** `-王`: nobody who answers to it. Before a digit the sign is a part of a number or of a code; alone it asks nothing yet. */
const excluding = /^-+(?!\d)/u;

/** The words of a search, and those that must not be found, without their signs. */
export function splitExcluded(text: string): { sought: string; excluded: string } {
  const words = foldText(text.slice(0, longestSearch)).split(' ');
  const isExcluded = (word: string) => excluding.test(word);
  return {
    sought: words.filter((word) => !isExcluded(word)).join(' '),
    excluded: words.flatMap((word) => (isExcluded(word) ? word.replace(excluding, '') : [])).join(' '),
  };
}

export function termsOf(text: string): SearchTerm[] {
  const words = foldText(text.slice(0, longestSearch))
    .split(' ')
    .filter((word) => word !== '');
  const hasNumber = words.some((word) => digitsOfWord(word).length > 3);
  const isInGroups = words.filter((word) => phonePunctuation.test(word) && /\d{2}/.test(word)).length > 1;
  const terms: SearchTerm[] = [];
  for (const word of words) {
    // The country code says nothing beside the rest of the number.
    if (hasNumber && (/^(\+|00)?86$/.test(word) || /^\+\d{1,2}$/.test(word))) continue;
    const isFromAbroad = fromAbroad.test(word);
    const digits = digitsOfWord(word, isInGroups);
    const behindCode = isFromAbroad && digits !== '' ? digits.slice(callingCodeOf(`+${digits}`).length - 1) : '';
    // `+447700 900456`: the code that is joined to a group says no more than one apart.
    const isGroup = isInGroups && behindCode.length > 2;
    terms.push({
      text: word,
      digits: isGroup ? behindCode : digits,
      isFromAbroad: isFromAbroad && !isGroup,
      dialledAtHome: !isGroup && behindCode.length >= fewestDigits ? `0${behindCode}` : '',
      joined: joinedOf(word),
      kind: kindOf(word),
    });
    if (terms.length === mostTerms) break;
  }
  // A letter beside longer words is a part of any text; letters alone are beginnings of names.
  const isLong = terms.some((term) => term.text.length > 1);
  return isLong ? terms.map((term) => (term.kind === 'letter' ? { ...term, kind: 'letters' } : term)) : terms;
}

function kindOf(word: string): SearchTerm['kind'] {
  if (letter.test(word)) return 'letter';
  if (letters.test(word)) return 'letters';
  return lettersAndHan.test(word) ? 'mixed' : 'text';
}

function joinedOf(word: string): string {
  const plain = withoutSigns(word);
  // Keyboards write ü as v, passports as yu.
  const isSpelled = letters.test(plain) || lettersAndHan.test(plain);
  const joined = isSpelled ? plain.replace(apostrophes, '').replace(/(?<=[ln])ü|(?<=^l)yu/g, 'v') : plain;
  return joined === word || joined.length < 2 ? '' : joined;
}

function digitsOfWord(word: string, isInGroups = false): string {
  if (!phonePunctuation.test(word)) return '';
  // `+44 (0)7700 900123`: nobody dials both.
  const digits = word.replace('(0)', '').replace(/\D/g, '');
  if (digits.length < 3) return '';
  if (digits.length > 11) return digits.replace(/^(00)?86/, '').replace(/^00(?=[1-9])/, '');
  // The zero before a number at home is not in it once it has its country.
  return digits.length >= (isInGroups ? 4 : 6) ? digits.replace(/^0(?=[1-9])/, '') : digits;
}

/**
 * Whether everybody who answers to `next` answers to `before` too, as it is when one goes on typing: the same words, the last
 * one longer. Digits are looked for in numbers from the third on, a single letter only in initials.
 */
export function isNarrower(next: readonly SearchTerm[], before: readonly SearchTerm[]): boolean {
  const [last, lastBefore] = [next.at(-1), before.at(-1)];
  if (!last || !lastBefore || next.length !== before.length) return false;
  if (next.slice(0, -1).some((term, at) => term.text !== before[at]?.text || term.kind !== before[at].kind))
    return false;
  // The last digit makes a number whole that is known without the code of its country.
  if (last.dialledAtHome !== '') return false;
  if (lastBefore.kind === 'letter' || !last.text.startsWith(lastBefore.text)) return false;
  // Without its signs a word may be found where it was not found with the first of them.
  if (last.joined !== '' && !last.joined.startsWith(lastBefore.joined || lastBefore.text)) return false;
  return last.digits === '' || (lastBefore.digits !== '' && last.digits.startsWith(lastBefore.digits));
}

/**
 * Whether a word spells a name by any mixture of characters, whole syllables and their beginnings, from any syllable on:
 * `zhsan`, `zsan`, `张san` for 张三. Returns the syllables covered, or `null`.
 */
export function matchMixed(typed: string, reading: string, name: string): [from: number, to: number] | null {
  const word = asReading(typed.replaceAll('’', "'"));
  const characters = han.test(word) ? charactersOf(name, reading) : [];
  for (let from = 0, start = 0; start <= reading.length; from += 1) {
    const to = spell(word, 0, reading, start, characters, from);
    if (to !== null) return [from, to];
    const end = reading.indexOf(' ', start);
    if (end < 0) return null;
    start = end + 1;
  }
  return null;
}

/** The characters of a name that has one for each syllable; none otherwise. */
function charactersOf(name: string, reading: string): string[] {
  const characters = Array.from(name);
  return characters.length === reading.split(' ').length ? characters : [];
}

/** `at` is how far the word is spelled, `start` where syllable `index` begins. */
function spell(
  word: string,
  at: number,
  reading: string,
  start: number,
  characters: readonly string[],
  index: number,
): number | null {
  if (at === word.length) return index;
  // Nothing goes on over an apostrophe but another syllable.
  if (at > 0 && word.charAt(at) === "'") return spell(word, at + 1, reading, start, characters, index);
  if (start > reading.length) return null;
  const blank = reading.indexOf(' ', start);
  const end = blank < 0 ? reading.length : blank;
  const character = characters[index];
  if (character !== undefined && word.startsWith(character, at)) {
    const to = spell(word, at + character.length, reading, end + 1, characters, index + 1);
    if (to !== null) return to;
  }
  let length = 0;
  while (start + length < end && word.charCodeAt(at + length) === reading.charCodeAt(start + length)) length += 1;
  // The longest beginning first: `xian` is 先 before it is 西安.
  for (; length > 0; length -= 1) {
    if (word.charAt(at + length) === "'" && start + length < end) continue;
    const to = spell(word, at + length, reading, end + 1, characters, index + 1);
    if (to !== null) return to;
  }
  return null;
}
