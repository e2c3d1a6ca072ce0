import { describe, expect, it } from 'vitest';
import { isValidRecord, type RecordOf } from '#shared/domain/tables.ts';
import { conditionsOf } from '#shared/filter/filter.ts';
import { customIdOf, fixedKindOf } from '#shared/filter/fields.ts';
import { starterParts, starterRecords, type OwnThings, type StarterRecord } from '#shared/starter-sets/plan-starter.ts';
import { starterSets } from '#shared/starter-sets/sets.ts';
import { trades } from '#shared/starter-sets/starter-set.ts';

const nothing: OwnThings = { fields: [], tags: [], words: [], kinds: [], views: [] };
const languages = ['zh-CN', 'en'] as const;

let ids = 0;
const newId = () => `new-${(ids += 1)}`;

const stored = (record: StarterRecord) => ({
  ...record.after,
  version: 1,
  createdAt: '2026-03-01T08:00:00.000Z',
  updatedAt: '2026-03-01T08:00:00.000Z',
});
const ofTable = <T extends StarterRecord['table']>(records: readonly StarterRecord[], table: T) =>
  records.filter((record) => record.table === table).map(stored) as unknown as RecordOf<T>[];

function asOwn(records: readonly StarterRecord[]): OwnThings {
  return {
    fields: ofTable(records, 'customField'),
    tags: ofTable(records, 'tag'),
    words: ofTable(records, 'word'),
    kinds: ofTable(records, 'relationKind'),
    views: ofTable(records, 'listView'),
  };
}

function everything(trade: (typeof trades)[number], language: (typeof languages)[number], own = nothing) {
  const set = starterSets[trade];
  const all = new Set(starterParts(set, language, own).map(({ id }) => id));
  return starterRecords(set, language, own, all, newId);
}

describe('the set of a trade', () => {
  it.each(trades.flatMap((trade) => languages.map((language) => [trade, language] as const)))(
    '%s in %s comes to valid records, whose lists ask only for what there is',
    (trade, language) => {
      const parts = starterParts(starterSets[trade], language, nothing);
      expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length);
      const records = everything(trade, language);
      expect(records).toHaveLength(parts.length);
      for (const record of records) {
        expect(isValidRecord(record.table, stored(record)), JSON.stringify(record)).toBe(true);
        // What is made says nothing in the other language.
        if (language === 'en') expect(JSON.stringify(record.after)).not.toMatch(/\p{Script=Han}/u);
      }
      const { fields, tags, views } = asOwn(records);
      for (const { filter, layout, sort } of views) {
        const asked = [...conditionsOf(filter)];
        for (const { field, test } of asked) {
          const own = customIdOf(field);
          expect(own === null ? fixedKindOf(field) !== null : fields.some(({ id }) => id === own)).toBe(true);
          if (test.is !== 'any') continue;
          const options = field === 'tagIds' ? tags.map(({ id }) => id) : fields.flatMap((each) => each.options);
          for (const each of test.of) expect(options).toContain(each);
        }
        for (const key of [...Object.keys(layout.shown), ...sort.map(({ column }) => column)]) {
          const own = customIdOf(key);
          if (own !== null) expect(fields.map(({ id }) => id)).toContain(own);
        }
      }
    },
  );

  it.each(trades)('%s brings nothing a second time, in either language', (trade) => {
    for (const first of languages) {
      const own = asOwn(everything(trade, first));
      for (const second of languages) expect(everything(trade, second, own)).toEqual([]);
    }
  });

  it('uses a field that is there for its lists, and leaves a list out whose field is of another type or was not wanted', () => {
    const level = {
      id: 'mine',
      label: ' 会员等级 ',
      type: 'choice',
      options: ['金卡'],
    } as unknown as RecordOf<'customField'>;
    const view = 'view:Gold members';
    const listsWith = (fields: RecordOf<'customField'>[], ...chosen: string[]) =>
      ofTable(
        starterRecords(starterSets.retail, 'zh-CN', { ...nothing, fields }, new Set([view, ...chosen]), newId),
        'listView',
      );
    expect(listsWith([level])).toMatchObject([
      { filter: { parts: [{ field: 'custom:mine' }] }, layout: { shown: { 'custom:mine': true } } },
    ]);
    expect(listsWith([{ ...level, type: 'text' }])).toEqual([]);
    expect(listsWith([{ ...level, archived: true }])).toEqual([]);
    expect(listsWith([])).toEqual([]);
    expect(listsWith([], 'field:level')).toHaveLength(1);
  });

  it('puts what it brings behind what is there', () => {
    const mine = {
      id: 'mine',
      label: '我的',
      type: 'text',
      options: [],
      place: 7,
    } as unknown as RecordOf<'customField'>;
    const records = everything('beauty', 'zh-CN', { ...nothing, fields: [mine] });
    expect(ofTable(records, 'customField').map(({ place }) => place)).toEqual([8, 9, 10, 11, 12, 13]);
  });

  it('knows a source by the name that Kebu or the user gave it', () => {
    const renamed = { id: 'w', list: 'source', key: 'store', name: '路过进店' } as unknown as RecordOf<'word'>;
    const parts = starterParts(starterSets.retail, 'zh-CN', { ...nothing, words: [renamed] });
    expect(parts.find(({ name }) => name === '路过进店')?.isThere).toBe(true);
    expect(parts.find(({ name }) => name === '社区群')?.isThere).toBe(false);
  });
});
