import { describe, expect, it } from 'vitest';
import type { Word } from '#shared/domain/word/word.ts';
import type { CountedWord } from '../../../renderer/features/settings/words/counted-words.ts';
import {
  canJoin,
  isRemovable,
  planJoin,
  planRemoval,
  planRename,
  wordCalledSo,
} from '../../../renderer/features/settings/words/word-plans.ts';

const at = '2026-03-01T08:00:00.000Z';
const newId = () => 'new';

const word = (key: string, label = key): CountedWord => ({
  key,
  name: null,
  isHidden: false,
  record: null,
  label,
  count: 3,
});

/** A word about which the user said something. */
function kept(list: Word['list'], key: string, label = key): CountedWord {
  const record: Word = { id: `w-${key}`, list, key, version: 4, createdAt: at, updatedAt: at };
  return { ...word(key, label), record };
}

const renamesOf = ({ rewrite }: { rewrite: unknown }) => (rewrite as { renames: object } | null)?.renames ?? null;

describe('a word that is called otherwise', () => {
  it('is another word with whoever has it, where records hold the word itself', () => {
    expect(planRename('industry', word('餐饮'), '餐厅', newId)).toEqual({
      edits: [],
      rewrite: { kind: 'words', field: 'industry', renames: { 餐饮: '餐厅' } },
    });
    // What was said about it goes along.
    expect(planRename('industry', kept('industry', '餐饮'), '餐厅', newId).edits).toMatchObject([
      { id: 'w-餐饮', after: { key: '餐厅' }, seen: 4 },
    ]);
  });

  it('is the same code under another name, where records hold a code', () => {
    for (const [list, key] of [
      ['source', 'referral'],
      ['relation', 'spouse'],
      ['putOffReason', 'busy'],
    ] as const) {
      const { edits, rewrite } = planRename(list, word(key), '新叫法', newId);
      expect(edits).toMatchObject([{ id: 'new', after: { list, key, name: '新叫法' } }]);
      expect(rewrite).toBeNull();
    }
  });

  it('becomes the word that is called so already, but for sides of relations and reasons of follow-ups', () => {
    const words = [word('a', '展会'), word('b', '朋友')];
    expect(wordCalledSo('source', words, words[0]!, '朋友')).toBe(words[1]);
    expect(wordCalledSo('source', words, words[0]!, '展会')).toBeUndefined();
    expect(wordCalledSo('relation', words, words[0]!, '朋友')).toBeUndefined();
    expect(wordCalledSo('putOffReason', words, words[0]!, '朋友')).toBeUndefined();
  });
});

describe('a word that becomes another', () => {
  it('goes with what was said about it where it is the user’s own, and is hidden where Kebu brings it along', () => {
    const own = planJoin('source', kept('source', 'own:w1'), word('referral'), newId);
    expect(own.edits).toEqual([{ table: 'word', id: 'w-own:w1', after: null, seen: 4 }]);
    expect(renamesOf(own)).toEqual({ 'own:w1': 'referral' });
    const fixed = planJoin('source', word('exhibition'), word('referral'), newId);
    expect(fixed.edits).toMatchObject([{ after: { key: 'exhibition', hidden: true } }]);
    expect(renamesOf(fixed)).toEqual({ exhibition: 'referral' });
  });

  it('has as many sides as the other', () => {
    expect(canJoin('relation', 'spouse', 'friend')).toBe(true);
    expect(canJoin('relation', 'parent', 'friend')).toBe(false);
    expect(canJoin('relation', 'parent', 'child')).toBe(true);
    expect(canJoin('source', 'parent', 'friend')).toBe(true);
  });
});

describe('a word that goes', () => {
  it('goes from whoever has it, but not from follow-ups that were put off by it', () => {
    expect(renamesOf(planRemoval('size', word('大')))).toEqual({ 大: null });
    expect(planRemoval('putOffReason', kept('putOffReason', 'own:w1'))).toEqual({
      edits: [{ table: 'word', id: 'w-own:w1', after: null, seen: 4 }],
      rewrite: null,
    });
  });

  it('is the user’s own', () => {
    expect(isRemovable('industry', '餐饮')).toBe(true);
    expect(isRemovable('source', 'own:w1')).toBe(true);
    expect(isRemovable('source', 'referral')).toBe(false);
    expect(isRemovable('relation', 'spouse')).toBe(false);
  });
});
