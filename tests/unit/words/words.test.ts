import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { isSource, sources } from '#shared/domain/customer/customer.ts';
import type { Word } from '#shared/domain/word/word.ts';
import { translate } from '#shared/i18n/translate.ts';
import { inverseRole } from '#shared/domain/relation/relation-role.ts';
import { rewriteRole } from '#shared/rewrite/rewrite.ts';
import { rewriteFilter } from '#shared/rewrite/rewrite-filter.ts';
import { listWords } from '#shared/words/list-words.ts';
import { codeName, offeredCodes, readOwnCode } from '#shared/words/coded-words.ts';

const at = '2026-03-01T08:00:00.000Z';
const t = (key: Parameters<typeof translate>[1]) => translate('zh-CN', key);
const word = (part: Partial<Word> & { key: string }): Word => ({
  id: part.key,
  version: 1,
  createdAt: at,
  updatedAt: at,
  list: 'source',
  ...part,
});

describe('a list of words', () => {
  it('has every word once, those that were moved in their places, whatever was said about them', () => {
    const keys = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const records = fc.uniqueArray(
      fc.record({ key: keys, place: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }) }),
      { selector: ({ key }) => key },
    );
    fc.assert(
      fc.property(fc.uniqueArray(keys), records, (natural, said) => {
        const listed = listWords('source', natural, said.map(word));
        expect(listed.map(({ key }) => key).toSorted()).toEqual(
          [...new Set([...natural, ...said.map(({ key }) => key)])].toSorted(),
        );
        const places = listed.flatMap(({ record }) => record?.place ?? []);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }),
    );
  });

  it('leaves out what was deleted, and what belongs to another list', () => {
    const words = [word({ key: 'own:1', deletedAt: at }), word({ key: '茶叶', list: 'industry' })];
    expect(listWords('source', sources, words).map(({ key }) => key)).toEqual([...sources]);
  });
});

describe('the sources', () => {
  const words = [
    word({ key: 'own:1', name: '茶博会', place: 1 }),
    word({ key: 'fair', name: '大展会', place: 2 }),
    word({ key: 'phone', hidden: true }),
    word({ key: 'own:2', name: '老店', deletedAt: at }),
  ];

  it('are called as the user says, also one that was deleted, and none is ever without a name', () => {
    const names = ['own:1', 'fair', 'store', 'own:2', 'own:9'].map((key) => codeName('source', key, words, t));
    expect(names).toEqual(['茶博会', '大展会', '门店', '老店', '已删除的词']);
  });

  it('are offered in the user’s order, a hidden one only where it is chosen', () => {
    expect(offeredCodes('source', words).slice(0, 2)).toEqual(['own:1', 'fair']);
    expect(offeredCodes('source', words)).not.toContain('phone');
    expect(offeredCodes('source', words, 'phone')).toContain('phone');
  });

  it('are read in whatever letters and width, deleted ones not', () => {
    expect(['茶 博会', '大展会', '老店', '别的'].map((text) => readOwnCode('source', text, words))).toEqual([
      'own:1',
      'fair',
      undefined,
      undefined,
    ]);
  });

  it('are codes that Kebu brings along or own ones, and nothing else', () => {
    expect(['fair', 'own:a-1'].every(isSource)).toBe(true);
    expect(['Fair', 'own:', 'own:a b', ''].some(isSource)).toBe(false);
  });
});

describe('five thousand words', () => {
  const count = 5_000;

  it('are looked through a few times to be put in order and named, and not once for each of them', () => {
    let looks = 0;
    const said = Array.from({ length: count }, (_, n) =>
      Object.defineProperty(word({ key: '', name: `${n}` }), 'key', {
        get: () => {
          looks += 1;
          return `own:${n}`;
        },
      }),
    );
    const indexOf = vi.spyOn(Array.prototype, 'indexOf');
    const listed = listWords('source', sources, said);
    const places = indexOf.mock.calls.length;
    indexOf.mockRestore();
    expect(listed.map(({ key }) => codeName('source', key, said, t)).at(-1)).toBe(`${count - 1}`);
    expect(looks).toBeLessThan(5 * count);
    expect(places).toBe(0);
  });
});

describe('roles that become others', () => {
  const rewrite = { kind: 'words', field: 'relations', renames: { boss: 'own:k>', friend: 'relative' } } as const;

  it('do so from either side', () => {
    expect(['boss', 'report', 'friend', 'spouse'].map((role) => rewriteRole(role, rewrite))).toEqual([
      'own:k>',
      'own:k<',
      'relative',
      'spouse',
    ]);
    for (const role of ['boss', 'report', 'friend', 'parent']) {
      expect(inverseRole(rewriteRole(role, rewrite))).toBe(rewriteRole(inverseRole(role), rewrite));
    }
  });

  it('do so in saved questions', () => {
    const asked = {
      join: 'and',
      parts: [{ field: 'relations', test: { is: 'any', of: ['report', 'spouse'] } }],
    } as const;
    expect(rewriteFilter(asked as never, rewrite).parts).toEqual([
      { field: 'relations', test: { is: 'any', of: ['own:k<', 'spouse'] } },
    ]);
  });
});
