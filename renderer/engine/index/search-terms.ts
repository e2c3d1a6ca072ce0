import { foldText } from '#shared/match/text.ts';

/** One word of what was typed. A customer is found when every word is. */
export interface SearchTerm {
  /** Folded as the texts are. */
  text: string;
  /** Three or more digits when the word can be a part of a phone number; empty otherwise. */
  digits: string;
  kind: 'letter' | 'letters' | 'mixed' | 'text';
}

/** More words than anybody types; the rest is ignored. */
const mostTerms = 8;
const phonePunctuation = /^[\d+()\-–—.·/]+$/;
const letter = /^[a-z]$/;
const letters = /^[a-zü']+$/;
const lettersAndHan = /^(?=.*[a-z])(?=.*\p{Script=Han})[a-z\p{Script=Han}]+$/u;

export function termsOf(text: string): SearchTerm[] {
  const words = foldText(text)
    .split(' ')
    .filter((word) => word !== '');
  const hasNumber = words.some((word) => digitsOfWord(word).length > 3);
  const terms: SearchTerm[] = [];
  for (const word of words) {
    // The country code says nothing beside the rest of the number.
    if (hasNumber && /^(\+|00)?86$/.test(word)) continue;
    terms.push({ text: word, digits: digitsOfWord(word), kind: kindOf(word) });
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

function digitsOfWord(word: string): string {
  if (!phonePunctuation.test(word)) return '';
  const digits = word.replace(/\D/g, '');
  if (digits.length < 3) return '';
  return digits.length > 11 ? digits.replace(/^(00)?86/, '') : digits;
}

/**
 * Whether a word spells a name by any mixture of characters, whole syllables and their beginnings, from any syllable on:
 * `zhsan`, `zsan`, `张san` for 张三. Returns the syllables covered, or `null`.
 */
export function matchMixed(word: string, reading: string, name: string): [from: number, to: number] | null {
  const syllables = reading.split(' ');
  const characters = Array.from(name);
  const aligned = characters.length === syllables.length ? characters : [];
  for (let from = 0; from < syllables.length; from += 1) {
    const to = spell(word, 0, syllables, aligned, from);
    if (to !== null) return [from, to];
  }
  return null;
}

function spell(
  word: string,
  at: number,
  syllables: readonly string[],
  characters: readonly string[],
  index: number,
): number | null {
  if (at === word.length) return index;
  const syllable = syllables[index];
  if (syllable === undefined) return null;
  const character = characters[index];
  if (character !== undefined && word.startsWith(character, at)) {
    const end = spell(word, at + character.length, syllables, characters, index + 1);
    if (end !== null) return end;
  }
  let length = 0;
  while (length < syllable.length && word[at + length] === syllable[length]) length += 1;
  // The longest beginning first: `xian` is 先 before it is 西安.
  for (; length > 0; length -= 1) {
    const end = spell(word, at + length, syllables, characters, index + 1);
    if (end !== null) return end;
  }
  return null;
}
