import { useCallback, useMemo } from 'react';
import { ownOperators, type OperatorWord } from '#shared/filter/operator-words.ts';
import { messages } from '#shared/i18n/messages.ts';
import type { Choice, ChoicesOf } from '#shared/filter/read-search.ts';
import type { Word } from '#shared/domain/word/word.ts';
import { useAllCustomFields } from '../../../display/use-custom-fields.ts';
import { later } from '../../../ui/layout/later.ts';
import { choicesOf, useFilterVocabulary } from './field-options.ts';
import { useUsedNames } from './used-names.ts';

const sentences: Readonly<Record<string, readonly string[]>> = messages;

/** Its dictionary is large, and nobody types pinyin before the list stands. */
const pinyin = later(() => import('#shared/match/pinyin.ts'));

/** Spelling a word takes longer than everything else here, and the words are few. */
const spellings = new Map<string, readonly string[]>();

function spell(word: string): readonly string[] {
  const reader = pinyin.now();
  if (!reader || !/\p{Script=Han}/u.test(word)) return [];
  const known = spellings.get(word) ?? reader.searchKeys(word).full;
  spellings.set(word, known);
  return known;
}

/** What the operators of a search may name: the choices of a field by their words in both languages and in pinyin. */
export function useSearchChoices(): ChoicesOf {
  const words = useFilterVocabulary();
  pinyin.use();
  return (field) => {
    const offered = choicesOf(field, words).flatMap(({ options }) =>
      options.map(({ id }): Choice => {
        const word = words.optionWord(field, id);
        return { key: id, words: [word, ...(sentences[`class.${field}.${id}`] ?? []), ...spell(word)] };
      }),
    );
    return field === 'region' ? [...placesOf(words.listWords), ...offered] : offered;
  };
}

/** The same and what goods and anniversaries are called, once a value is being typed. */
export function useCompletionChoices(typed: string): ChoicesOf {
  const choicesOf = useSearchChoices();
  const isValueTyped = /[:：=＝]/u.test(typed);
  const goods = useUsedNames('bought', isValueTyped);
  const anniversaries = useUsedNames('anniversary', isValueTyped);
  return (field) => {
    if (field !== 'bought' && field !== 'anniversary') return choicesOf(field);
    return (field === 'bought' ? goods : anniversaries).map(({ value }) => ({ key: value, words: [value] }));
  };
}

/** What may stand before a colon or a sign besides the words that every archive has. */
export function useOwnOperators(): readonly OperatorWord[] {
  const fields = useAllCustomFields();
  return useMemo(() => ownOperators(fields), [fields]);
}

/** A name in pinyin, whole and by its initials; nothing until the dictionary was read. */
export function useSpelling(): (name: string) => readonly string[] {
  const reader = pinyin.use();
  return useCallback(
    (name) => {
      if (!reader || !/\p{Script=Han}/u.test(name)) return [];
      const { full, initials } = reader.searchKeys(name);
      return [...full, ...initials];
    },
    [reader],
  );
}

/** The user's names for places: each means all that it stands for. */
function placesOf(words: readonly Word[]): Choice[] {
  return words
    .filter(({ list, hidden, deletedAt }) => list === 'region' && hidden !== true && !deletedAt)
    .flatMap(({ key, codes = [] }) => codes.map((code) => ({ key: code, words: [key, ...spell(key)] })));
}
