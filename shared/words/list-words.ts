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
  // Those of one place stay in the order in which they come.
  return keys
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map((key) => {
      const record = records.get(key) ?? null;
      return { key, name: record?.name ?? null, isHidden: record?.hidden === true, record };
    });
}

/** What the user calls a word, or called one that was deleted; `null` where nobody called it otherwise. */
export function wordName(list: WordList, key: string, words: readonly Word[]): string | null {
  return saidOf(words).get(`${list}/${key}`)?.name ?? null;
}

/** What is said of each word, by its list and key. There may be thousands, and every row of a list asks. */
function saidOf(words: readonly Word[]): ReadonlyMap<string, Word> {
  const known = saidByWord.get(words);
  if (known) return known;
  const said = new Map<string, Word>();
  for (const word of words) {
    const at = `${word.list}/${word.key}`;
    const other = said.get(at);
    if (!other || (other.deletedAt && !word.deletedAt)) said.set(at, word);
  }
  saidByWord.set(words, said);
  return said;
}

const saidByWord = new WeakMap<readonly Word[], ReadonlyMap<string, Word>>();
