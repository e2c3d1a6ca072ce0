import type { Word, WordList } from '../domain/word/word.ts';

/** A word as it stands in its list. */
export interface ListedWord {
  key: string;
  /** What the user calls it; `null` where nobody called it otherwise. */
  name: string | null;
  isHidden: boolean;
  /** What the user said about it, if anything. */
  record: Word | null;
}

/**
 * The words of a list in the user's order, without those that were deleted: `natural` are those that are there anyway, in the order in which they stand when
 * nobody moved them; the user's own come after them.
 */
export function listWords(list: WordList, natural: readonly string[], words: readonly Word[]): ListedWord[] {
  const records = new Map(
    words.filter((word) => word.list === list && !word.deletedAt).map((word) => [word.key, word]),
  );
  const keys = [...new Set([...natural, ...records.keys()])];
  const placeOf = (key: string): number => records.get(key)?.place ?? Number.MAX_VALUE;
  return keys
    .toSorted((a, b) => placeOf(a) - placeOf(b) || keys.indexOf(a) - keys.indexOf(b))
    .map((key) => {
      const record = records.get(key) ?? null;
      return { key, name: record?.name ?? null, isHidden: record?.hidden === true, record };
    });
}

/** What the user calls a word, or called one that was deleted; `null` where nobody called it otherwise. */
export function wordName(list: WordList, key: string, words: readonly Word[]): string | null {
  const said = words.filter((word) => word.list === list && word.key === key);
  return (said.find((word) => !word.deletedAt) ?? said[0])?.name ?? null;
}
