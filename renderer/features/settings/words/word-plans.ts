import { isOwnCode } from '#shared/domain/customer/customer.ts';
import { inverseRole } from '#shared/domain/relation/relation-role.ts';
import type { Rewrite } from '#shared/rewrite/rewrite.ts';
import { isCodedList } from '#shared/words/coded-words.ts';
import type { Edit } from '../../../engine/api.ts';
import { isOfFollowUps, type CountedList, type CountedWord } from './counted-words.ts';
import { dropWord, putWord } from './word-edits.ts';

/** What becomes of a list, and of what customers have of it: `null` where that stays as it is. */
export interface WordPlan {
  edits: Edit[];
  rewrite: Rewrite | null;
}

/** Whether records hold a code: then calling it otherwise changes no record. */
function isCode(list: CountedList): boolean {
  return isCodedList(list) || list === 'relation';
}

/** Whether the word can go. One that Kebu brings along, and a side of a relation, can only be offered no more. */
export function isRemovable(list: CountedList, key: string): boolean {
  return isCodedList(list) ? isOwnCode(key) : !isCode(list);
}

/** Whether one word can become another: what has two sides cannot become what has one, nor the other way round. */
export function canJoin(list: CountedList, from: string, into: string): boolean {
  if (list !== 'relation') return true;
  const isMutual = (role: string): boolean => inverseRole(role) === role;
  return isMutual(from) === isMutual(into);
}

/** The word that this one becomes when it is called so; `undefined` where it stays a word of its own. */
export function wordCalledSo(
  list: CountedList,
  words: readonly CountedWord[],
  { key }: CountedWord,
  name: string,
): CountedWord | undefined {
  if (list === 'relation' || isOfFollowUps(list)) return undefined;
  return words.find((each) => each.label === name && each.key !== key);
}

export function planRename(list: CountedList, word: CountedWord, to: string, newId: () => string): WordPlan {
  if (isCode(list)) return { edits: [putWord(list, word, { name: to }, newId)], rewrite: null };
  const edits = word.record ? [putWord(list, word, { key: to }, newId)] : [];
  return { edits, rewrite: rewriteOf(list, word, to) };
}

/** Whoever has the word has the other one from then on. */
export function planJoin(list: CountedList, word: CountedWord, into: CountedWord, newId: () => string): WordPlan {
  const edits = isRemovable(list, word.key) ? dropWord(word) : [putWord(list, word, { hidden: true }, newId)];
  return { edits, rewrite: rewriteOf(list, word, into.key) };
}

export function planRemoval(list: CountedList, word: CountedWord): WordPlan {
  return { edits: dropWord(word), rewrite: rewriteOf(list, word, null) };
}

function rewriteOf(list: CountedList, { key }: CountedWord, to: string | null): Rewrite | null {
  if (isOfFollowUps(list)) return null;
  return { kind: 'words', field: list === 'relation' ? 'relations' : list, renames: { [key]: to } };
}
