import type { Word, WordList } from '#shared/domain/word/word.ts';
import type { ListedWord } from '#shared/words/list-words.ts';
import type { Draft, Edit } from '../../../engine/api.ts';
import { draftOf } from '../../../engine/draft-of.ts';

type WordChange = Partial<Omit<Draft<Word>, 'id' | 'list'>>;

/** Says something about a word: in its record, or in a new one where there is none yet. */
export function putWord(list: WordList, { key, record }: ListedWord, change: WordChange, newId: () => string): Edit {
  if (record) return { table: 'word', id: record.id, after: { ...draftOf(record), ...change }, seen: record.version };
  const id = newId();
  return { table: 'word', id, after: { id, list, key, ...change } };
}

export function dropWord({ record }: ListedWord): Edit[] {
  return record ? [{ table: 'word', id: record.id, after: null, seen: record.version }] : [];
}

/** The edits that move a word one place up (`-1`) or down; none at the end of the list. */
export function moveWord(
  list: WordList,
  words: readonly ListedWord[],
  key: string,
  by: -1 | 1,
  newId: () => string,
): Edit[] {
  const from = words.findIndex((word) => word.key === key);
  const to = from + by;
  if (from < 0 || to < 0 || to >= words.length) return [];
  const moved = words.toSpliced(from, 1).toSpliced(to, 0, ...words.slice(from, from + 1));
  return moved.flatMap((word, at) =>
    word.record?.place === at + 1 ? [] : [putWord(list, word, { place: at + 1 }, newId)],
  );
}
