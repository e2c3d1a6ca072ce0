import { pinyin } from 'pinyin-pro';
import { readingsOfNoName } from './readings-of-no-name.ts';
import { compoundSurnameOf, surnameReadings } from './surnames.ts';
import { foldText, normalizeText } from './text.ts';

export interface SearchKeys {
  /** Syllables of the best reading with blanks between them, `zeng wei`: for sorting and for mixed input. */
  reading: string;
  /** Whole pinyin without blanks, best reading first: `zengwei`, `cengwei`; ü as passports write it, then as keyboards do. */
  full: string[];
  /** First letters, best reading first: `zw`, `cw`. */
  initials: string[];
}

/** Nothing below changes it. */
const plainSyllable = /^[a-z]+$/;
const han = /\p{Script=Han}/u;
/** Names longer than this are companies and shops, which do not begin with a surname. */
const longestPersonName = 4;
/** Readings kept per name; a name with more is read wrongly in most of them anyway. */
const mostReadings = 6;

/** Letters as keys compare them: lower case, no tones, and ü = v = u, because keyboards and passports disagree. */
export function foldPinyin(text: string): string {
  return foldLetters(text).replaceAll('v', 'u');
}

function foldLetters(text: string): string {
  if (plainSyllable.test(text)) return text;
  return normalizeText(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** A syllable as it is typed, with ü as v: `lv`. */
function typedSyllable(text: string): string {
  return foldLetters(text.normalize('NFD').replace(/(?<=[ln])u\u0308/gi, 'v'));
}

/** What was typed as pinyin, as readings have it: with u for ü. */
export function asReading(typed: string): string {
  return typed.replace(/(?<=[ln])[vü]/g, 'u');
}

const otherReadings = new Map<string, readonly string[]>();

/** Every reading of one character, without tones. */
function readingsOf(character: string): readonly string[] {
  let readings = otherReadings.get(character);
  if (readings === undefined) {
    const all = pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true });
    const unborne = readingsOfNoName.get(foldText(character)) ?? [];
    readings = [...new Set(all.map(typedSyllable))].filter((reading) => !unborne.includes(reading));
    otherReadings.set(character, readings);
  }
  return readings;
}

/** One unit of a name: a Han character with its readings, best first, or a word in other letters. */
interface Unit {
  readings: readonly string[];
  word: boolean;
}

function splitUnits(name: string): Unit[] {
  const isPerson = Array.from(name).length <= longestPersonName && !/[^\p{Script=Han}]/u.test(name);
  const syllables = pinyin(name, {
    surname: isPerson ? 'head' : 'off',
    toneType: 'none',
    type: 'array',
    v: true,
    toneSandhi: false,
  });
  const units: Unit[] = [];
  let word = '';
  const endWord = () => {
    if (word) units.push({ readings: [word], word: true });
    word = '';
  };
  const surname = isPerson ? compoundSurnameOf(name) || name.slice(0, 1) : '';
  const surnameSyllables = surnameReadings.get(surname)?.map((reading) => reading.split(' '));
  Array.from(name).forEach((character, index) => {
    if (han.test(character)) {
      endWord();
      const best = typedSyllable(syllables[index] ?? character);
      const asSurname = surnameSyllables?.map((reading) => reading[index] ?? best) ?? [best];
      units.push({ readings: [...new Set([...asSurname, ...readingsOf(character)])], word: false });
      return;
    }
    const letters = foldLetters(character);
    if (letters) word += letters;
    else endWord();
  });
  endWord();
  return units;
}

/** Combinations of readings: the best one, then those that differ in one place from the front, then the rest, up to a cap. */
function combine(units: readonly Unit[]): string[][] {
  const best = units.map((unit) => unit.readings[0] ?? '');
  const results = [best];
  units.forEach((unit, index) => {
    for (const other of unit.readings.slice(1)) {
      // Long names vary in one place at a time; short ones in every combination.
      const bases = units.length <= longestPersonName ? [...results] : [best];
      for (const base of bases) {
        if (results.length < mostReadings && base[index] === best[index]) results.push(base.with(index, other));
      }
    }
  });
  return results;
}

/**
 * What a name can be found by in Latin letters: whole pinyin and initials, the surname's own reading first
 * (单 shan, 曾 zeng, 尉迟 yuchi), other readings tolerated. `reading` is the user's own, syllables separated by blanks.
 * Words in Latin letters stand as they are; in a name without ideographs their first letters are the initials.
 */
export function searchKeys(name: string, reading?: string): SearchKeys {
  const spelled = spell(name, reading);
  const joined = (syllableOf: (part: Part) => string) => spelled.map((parts) => parts.map(syllableOf).join(''));
  return {
    reading: (spelled[0] ?? []).map(withU).join(' '),
    full: unique([...joined(withU), ...joined(({ syllable }) => syllable)]),
    initials: unique(spelled.map((parts) => parts.map(initialOf).join(''))),
  };
}

/** Every reading by which a name can be found, syllables with blanks between them, the best one first. */
export function readingsOfName(name: string): string[] {
  return unique(spell(name).map((parts) => parts.map(withU).join(' ')));
}

function spell(name: string, reading?: string): Part[][] {
  const text = normalizeText(name);
  const readings: Part[][] = [];
  const typed = reading
    ?.split(/[\s'·-]+/)
    .map(typedSyllable)
    .filter((syllable) => syllable !== '');
  if (typed?.length) readings.push(typed.map((syllable) => ({ syllable, word: false })));
  if (han.test(text)) {
    const units = splitUnits(text);
    for (const combination of combine(units)) {
      readings.push(combination.map((syllable, index) => ({ syllable, word: units[index]?.word ?? false })));
    }
  } else {
    const words = text
      .split(/[^\p{L}\p{N}\p{M}]+/u)
      .map(foldLetters)
      .filter((word) => word !== '');
    readings.push(words.map((syllable) => ({ syllable, word: false })));
  }
  return readings.filter((parts) => parts.length > 0);
}

interface Part {
  syllable: string;
  word: boolean;
}

function withU({ syllable, word }: Part): string {
  return word ? syllable : asReading(syllable);
}

function initialOf(part: Part): string {
  return part.word ? part.syllable : String.fromCodePoint(part.syllable.codePointAt(0) ?? 0x20).trim();
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)].filter((value) => value !== '');
}
