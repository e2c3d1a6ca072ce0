import { beforeEach, describe, expect, it } from 'vitest';
import type { BulkChange } from '#shared/bulk/bulk-change.ts';
import type { ReferenceBook } from '#shared/facts/typed.ts';
import type { BulkTarget } from '../../../renderer/engine/api.ts';
import { previewBulk } from '../../../renderer/engine/archive/edits/bulk-edits.ts';
import type { EngineMethods } from '../../../renderer/engine/client-types.ts';
import { Machine } from '../../helpers/archive.ts';
import { anId, putCustomer, putFollowUp, putOrder } from '../../helpers/builders.ts';

const everybody = ['a', 'b', 'c', 'gone'];
const all = (change: BulkChange, ids = everybody): BulkTarget[] => [{ ids: ids.map(anId), change }];

describe('changing many customers', () => {
  let engine: EngineMethods;
  let machine: Machine;

  beforeEach(async () => {
    machine = new Machine();
    ({ engine } = await machine.openEngine());
    await engine.commit('import/customers', [
      { table: 'tag', id: 't1', after: { id: 't1', name: '茶友' } },
      putCustomer({ id: 'a', name: '张三', industry: '建材', tagIds: ['t1'] }),
      putCustomer({ id: 'b', name: '李四' }),
      putCustomer({ id: 'c', name: '王五', industry: '餐饮' }),
      putCustomer({ id: 'gone', name: '赵六' }),
      putFollowUp({ id: 'f1', customerId: 'b', title: '回访', due: '2026-03-09' }),
      putOrder({ id: 'o1', customerId: 'a', totalFen: 5_000 }),
    ]);
    await engine.commit('customer/delete', [{ table: 'customer', id: 'gone', after: null }]);
  });

  it('tells beforehand who changes, who is so already and who cannot, and why', async () => {
    const before = await engine.overview();
    expect(await engine.previewBulk(all({ kind: 'set', field: 'industry', text: '餐饮' }))).toEqual({
      changing: 2,
      same: 1,
      failing: [{ problem: 'bulk.problem.inBin', field: 'industry', count: 1, first: '赵六', text: '餐饮' }],
      warnings: [],
      examples: [
        { name: '张三', field: 'industry', before: '建材', after: '餐饮' },
        { name: '李四', field: 'industry', before: '', after: '餐饮' },
      ],
    });
    expect((await engine.overview()).seq).toBe(before.seq);
  });

  it.each<[string, BulkChange, { changing: number; same: number; failing: number }]>([
    ['a tag that one has', { kind: 'add-tag', tagId: 't1' }, { changing: 2, same: 1, failing: 1 }],
    ['a tag that one loses', { kind: 'remove-tag', tagId: 't1' }, { changing: 1, same: 2, failing: 1 }],
    [
      'a birthday nobody can read',
      { kind: 'set', field: 'birthday', text: '13月40日' },
      { changing: 0, same: 0, failing: 4 },
    ],
    ['an empty name', { kind: 'set', field: 'name', text: ' ' }, { changing: 0, same: 0, failing: 4 }],
    [
      'a choice that does not exist',
      { kind: 'set', field: 'source', text: 'moon' },
      { changing: 0, same: 0, failing: 4 },
    ],
    [
      'channels not to be used, by their words',
      { kind: 'set', field: 'doNotContact', text: '电话；短信' },
      { changing: 3, same: 0, failing: 1 },
    ],
    ['no kind at all', { kind: 'set', field: 'kind', text: '' }, { changing: 0, same: 0, failing: 4 }],
    ['a field that is computed', { kind: 'set', field: 'revenue', text: '1' }, { changing: 0, same: 0, failing: 4 }],
    ['a follow-up', { kind: 'follow-up', due: '2026-03-09', title: '回访' }, { changing: 2, same: 1, failing: 1 }],
    ['the bin', { kind: 'delete' }, { changing: 3, same: 1, failing: 0 }],
  ])('previews %s, and does just that', async (_, change, expected) => {
    const { changing, same, failing } = (await engine.previewBulk(all(change))) ?? {};
    expect({ changing, same, failing: failing?.reduce((sum, each) => sum + each.count, 0) }).toEqual(expected);
    const committed = await engine.commitBulk(all(change), 'customer/bulk-edit');
    expect(committed?.customerIds).toHaveLength(expected.changing);
    expect((await engine.previewBulk(all(change)))?.changing).toBe(0);
  });

  it('is stopped as long as nothing of it is written, and leaves nothing behind', async () => {
    const ids = Array.from({ length: 1_200 }, (_, n) => `m${String(n)}`);
    await engine.commit(
      'import/customers',
      ids.map((id) => putCustomer({ id, name: id })),
    );
    const before = await engine.overview();
    const change = all({ kind: 'set', field: 'industry', text: '餐饮' }, ids);
    for (const when of ['begun', 'worked out'] as const) {
      machine.events = [];
      machine.onEvent = (event) => {
        if (event.type === 'progress' && (event.done === event.total) === (when === 'worked out'))
          void engine.stopBulk();
      };
      expect(await engine.commitBulk(change, 'customer/bulk-edit')).toBeNull();
      expect(machine.events).toContainEqual({ type: 'progress', task: 'bulk', done: ids.length, total: ids.length });
      expect(machine.events.some((event) => event.type === 'progress' && event.task === 'commit')).toBe(false);
    }
    machine.onEvent = () => undefined;
    expect((await engine.overview()).seq).toBe(before.seq);
    expect((await engine.previewBulk(change))?.changing).toBe(ids.length);
  });

  it('is written to its end once that was begun', async () => {
    const ids = Array.from({ length: 1_200 }, (_, n) => `m${String(n)}`);
    await engine.commit(
      'import/customers',
      ids.map((id) => putCustomer({ id, name: id })),
    );
    machine.onEvent = (event) => {
      if (event.type === 'progress' && event.task === 'commit') void engine.stopBulk();
    };
    const change = all({ kind: 'set', field: 'industry', text: '餐饮' }, ids);
    const written = await engine.commitBulk(change, 'customer/bulk-edit');
    expect(written?.customerIds).toHaveLength(ids.length);
    expect(machine.events).toContainEqual({ type: 'progress', task: 'commit', done: 0, total: ids.length });
    expect(machine.events).toContainEqual({ type: 'progress', task: 'commit', done: ids.length, total: ids.length });
    await engine.undo();
    expect((await engine.previewBulk(all({ kind: 'set', field: 'industry', text: '' }, ids)))?.same).toBe(ids.length);
  });

  it('says how far taking it back and putting it back are before they are written, also when later work forbids it', async () => {
    const ids = Array.from({ length: 1_200 }, (_, n) => `m${String(n)}`);
    await engine.commit(
      'import/customers',
      ids.map((id) => putCustomer({ id, name: id })),
    );
    await engine.commitBulk(all({ kind: 'set', field: 'industry', text: '餐饮' }, ids), 'customer/bulk-edit');
    const told = async (work: () => Promise<unknown>) => {
      machine.events = [];
      await work();
      return machine.events.flatMap((event) =>
        event.type === 'progress' ? [`${event.task} ${String(event.done)}/${String(event.total)}`] : [],
      );
    };
    const worked = (task: 'undo' | 'redo') => [
      ...[0, 500, 1_000, 1_200].map((done) => `${task} ${String(done)}/1200`),
      'commit 0/1200',
    ];
    expect((await told(() => engine.undo())).slice(0, 5)).toEqual(worked('undo'));
    expect((await told(() => engine.redo())).slice(0, 5)).toEqual(worked('redo'));
    await engine.commitBulk(all({ kind: 'set', field: 'industry', text: '建材' }, ids), 'customer/bulk-edit');
    const [, , , bulk] = await engine.history(4);
    const refused = () => expect(engine.undo(bulk?.changeSetId)).rejects.toThrow('archive/undo-conflict');
    expect((await told(refused)).at(-1)).toBe('undo 1200/1200');
    expect((await told(() => engine.previewUndo(bulk?.changeSetId ?? ''))).at(-1)).toBe('bulk 1200/1200');
  });

  it.each(['undo', 'redo'] as const)(
    'stops an %s as long as nothing of it is written, and leaves nothing behind',
    async (way) => {
      const ids = Array.from({ length: 1_200 }, (_, n) => `m${String(n)}`);
      await engine.commit(
        'import/customers',
        ids.map((id) => putCustomer({ id, name: id })),
      );
      await engine.commitBulk(all({ kind: 'set', field: 'industry', text: '餐饮' }, ids), 'customer/bulk-edit');
      if (way === 'redo') await engine.undo();
      /** How far the journal is, what was written last, and how many are in the trade, as this engine tells it. */
      const stateOf = async (of: EngineMethods) => ({
        seq: (await of.overview()).seq,
        newest: (await of.history(1))[0]?.changeSetId,
        same: (await of.previewBulk(all({ kind: 'set', field: 'industry', text: '餐饮' }, ids)))?.same,
      });
      const before = await stateOf(engine);
      const stops: Promise<boolean>[] = [];
      const stopWhen = (isTime: (task: string, done: number) => boolean) => {
        machine.events = [];
        stops.length = 0;
        machine.onEvent = (event) => {
          if (event.type === 'progress' && isTime(event.task, event.done)) stops.push(engine.stopUndo());
        };
      };
      for (const at of [0, 500, 1_000]) {
        stopWhen((task, done) => task === way && done === at);
        expect(await engine[way]()).toBeNull();
        expect(await Promise.all(stops)).toEqual([true]);
        // Who looked on sees that it is over.
        expect(machine.events).toContainEqual({ type: 'progress', task: way, done: ids.length, total: ids.length });
        expect(machine.events.some((event) => event.type === 'progress' && event.task === 'commit')).toBe(false);
      }
      expect(await stateOf(engine)).toEqual(before);
      machine.onEvent = () => undefined;
      expect(await stateOf((await machine.openEngine()).engine)).toEqual(before);
      stopWhen((task) => task === 'commit');
      expect(await engine[way]()).toMatchObject({ what: { reason: 'customer/bulk-edit' } });
      expect(new Set(await Promise.all(stops))).toEqual(new Set([false]));
      expect((await stateOf(engine)).same).toBe(way === 'undo' ? 0 : ids.length);
    },
  );

  it('stops nothing where nothing is taken back', async () => {
    expect(await engine.stopUndo()).toBe(false);
  });

  it('tells of numbers, days and references what they come to, and not what they are written as', async () => {
    const fields = [
      { id: 'f-area', label: '面积', type: 'number' },
      { id: 'f-rent', label: '租金', type: 'money' },
      { id: 'f-since', label: '开业', type: 'date' },
      { id: 'f-main', label: '总店', type: 'reference' },
    ] as const;
    await engine.commit(
      'field/edit',
      fields.map((field) => ({ table: 'customField', id: field.id, after: { ...field, options: [] } })),
    );
    const own = (area: number, rent: number, since: string) => ({
      'f-area': area,
      'f-rent': rent,
      'f-since': since,
      'f-main': 'c',
    });
    await engine.commit('customer/edit', [
      putCustomer({ id: 'a', name: '张三', acquiredOn: '2024-03-01', customFields: own(80, 120_000, '2020-01-01') }),
      putCustomer({ id: 'b', name: '李四', acquiredOn: '2025-03-01', customFields: own(40, 80_000, '2022-01-01') }),
    ]);
    const { token } = await engine.query('list', { text: '', sort: [] });
    expect(await engine.columnStatistics(token, 'custom:f-area')).toMatchObject({
      kind: 'number',
      numbers: { min: 40, max: 80, sum: 120 },
    });
    expect(await engine.columnStatistics(token, 'custom:f-rent')).toMatchObject({
      kind: 'money',
      numbers: { mean: 100_000 },
    });
    const days = ['custom:f-since', 'acquiredOn'] as const;
    for (const column of days) {
      expect(await engine.columnStatistics(token, column)).toMatchObject({ kind: 'day', filled: 2, empty: 1 });
    }
    expect((await engine.columnStatistics(token, 'custom:f-main')).top).toEqual([{ value: '王五', count: 2 }]);
  });

  it('counts no further for whoever asked for something else meanwhile', async () => {
    const loaded: number[] = [];
    const load = async (ids: readonly string[]) => {
      loaded.push(ids.length);
      return new Map((await engine.dossiers(ids.map(anId))).map((dossier) => [dossier.customerId as string, dossier]));
    };
    const many = Array.from({ length: 5_000 }, () => anId('a'));
    const references: ReferenceBook = { find: () => ({ problem: 'bulk.problem.noField' }), nameOf: () => '' };
    const world = { today: '2026-03-01', currency: 'CNY', customFields: [], words: [], references } as const;
    const told: [number, number][] = [];
    const onProgress = (...how: [number, number]) => told.push(how);
    const context = { ...world, load, onProgress, holders: () => [], newId: () => '' };
    const wish: BulkTarget = { ids: many, change: { kind: 'set', field: 'title', text: '老板' } };
    expect(await previewBulk([wish], context, () => loaded.length < 3)).toBeNull();
    expect(loaded).toEqual([500, 500, 500]);
    expect(told).toEqual([0, 500, 5_000].map((done) => [done, 5_000]));
  });

  it('ends a preview when another is asked for or the change is made', async () => {
    const change = (text: string) => all({ kind: 'set', field: 'title', text });
    const [first, second] = await Promise.all([engine.previewBulk(change('甲')), engine.previewBulk(change('乙'))]);
    expect([first, second?.changing]).toEqual([null, 3]);
    const [overtaken] = await Promise.all([
      engine.previewBulk(change('甲')),
      engine.commitBulk(change('甲'), 'customer/bulk-edit'),
    ]);
    expect(overtaken).toBeNull();
  });

  it('says lunar days in the language of whoever reads it', async () => {
    const birthday = { calendar: 'lunar', year: 1990, month: 4, day: 3, leap: true } as const;
    await engine.commit('customer/edit', [putCustomer({ id: 'a', name: '张三', birthday })]);
    const targets = all({ kind: 'set', field: 'birthday', text: '腊月廿三' }, ['a']);
    expect((await engine.previewBulk(targets, 'en'))?.examples).toMatchObject([
      { before: 'lunar 1990 leap 4/3', after: 'lunar 12/23' },
    ]);
    expect((await engine.previewBulk(targets, 'zh-CN'))?.examples).toMatchObject([
      { before: '农历1990年闰四月初三', after: '农历腊月廿三' },
    ]);
  });

  it('warns of what would be missed, and of what several would have that is of one', async () => {
    const cardNo = { type: 'text' as const, options: [], id: 'no', label: '卡号', unique: true, required: true };
    await engine.commit('field/edit', [{ table: 'customField', id: 'no', after: cardNo }]);
    await engine.commit('customer/edit', [putCustomer({ id: 'c', name: '王五', customFields: { no: '7' } })]);
    const warningsOf = async (text: string, ids: string[]) =>
      (await engine.previewBulk(all({ kind: 'set', field: 'custom:no', text }, ids)))?.warnings;
    expect(await warningsOf('', ['a', 'c'])).toEqual([
      { warning: 'required', field: 'custom:no', count: 1, first: '王五' },
    ]);
    expect(await warningsOf('7', ['a'])).toEqual([{ warning: 'unique', field: 'custom:no', count: 1, first: '张三' }]);
    expect(await warningsOf('8', ['a', 'c'])).toMatchObject([{ warning: 'unique', count: 2 }]);
    expect(await warningsOf('8', ['c'])).toEqual([]);
  });

  it('is taken back by one undo', async () => {
    const before = await engine.dossiers([anId('a'), anId('b'), anId('c')]);
    await engine.commitBulk(all({ kind: 'set', field: 'title', text: '老板' }), 'customer/bulk-edit');
    await engine.undo();
    const after = await engine.dossiers([anId('a'), anId('b'), anId('c')]);
    expect(after.map(({ customer }) => customer.title)).toEqual(before.map(({ customer }) => customer.title));
  });

  it('writes several fields of one customer together, as a paste does', async () => {
    const targets: BulkTarget[] = [
      { ids: [anId('a')], change: { kind: 'set', field: 'title', text: '老板' } },
      { ids: [anId('a')], change: { kind: 'set', field: 'industry', text: '餐饮' } },
    ];
    await engine.commitBulk(targets, 'customer/bulk-edit');
    const { customer } = await engine.dossier(anId('a'));
    expect([customer.title, customer.industry]).toEqual(['老板', '餐饮']);
  });

  it('moves a follow-up of the same title and plans one where there is none', async () => {
    await engine.commitBulk(all({ kind: 'follow-up', due: '2026-03-20', title: '回访' }), 'customer/bulk-edit');
    const dues = async (id: string) => (await engine.dossier(anId(id))).followUp.map((each) => each.due);
    expect([await dues('a'), await dues('b')]).toEqual([['2026-03-20'], ['2026-03-20']]);
  });

  it('opens no follow-up again that is being ended meanwhile', async () => {
    const [open] = (await engine.dossier(anId('b'))).followUp;
    const ending = engine.completeFollowUp(anId('b'), open!.id, '好了');
    const moving = engine.commitBulk(
      all({ kind: 'follow-up', due: '2026-03-20', title: '回访' }),
      'customer/bulk-edit',
    );
    await expect(moving).rejects.toThrow('archive/conflict');
    await ending;
    expect((await engine.dossier(anId('b'))).followUp).toMatchObject([
      { id: open!.id, status: 'done', due: open!.due },
    ]);
  });

  it('adds up what is selected, and counts who of it is not in a list', async () => {
    const selected = ['a', 'b', 'nobody'].map(anId);
    const sums = { count: 2, revenueFen: 5_000, purchases: 1, overdue: 0, gone: [anId('nobody')] };
    expect(await engine.summarize(selected)).toEqual({ ...sums, outside: 0 });
    const { token } = await engine.query('list', { text: '', sort: [] });
    expect(await engine.summarize(selected, token)).toEqual({ ...sums, outside: 1 });
    expect(await engine.summarize(selected, 'list#gone')).toEqual({ ...sums, outside: 0 });
    await engine.commitBulk([{ ids: [anId('b')], change: { kind: 'delete' } }], 'customer/delete');
    expect((await engine.summarize(selected)).gone).toEqual(['b', 'nobody']);
  });

  it('tells how a column is filled', async () => {
    const { token } = await engine.query('list', { text: '', sort: [{ column: 'industry', descending: true }] });
    expect(await engine.ids(token)).toEqual(['c', 'a', 'b'].toSorted(byIndustry));
    expect(await engine.columnStatistics(token, 'industry')).toEqual({
      filled: 2,
      empty: 1,
      kind: 'text',
      distinct: 2,
      top: [],
    });
    expect(await engine.columnStatistics(token, 'revenue')).toMatchObject({
      filled: 1,
      empty: 2,
      kind: 'money',
      numbers: { min: 5_000, max: 5_000, mean: 5_000, sum: 5_000 },
    });
    expect((await engine.columnStatistics(token, 'type')).top).toEqual([{ value: 'person', count: 3 }]);
  });
});

/** 餐饮 and 建材 by their letters, the larger first; nothing comes last. */
function byIndustry(a: string, b: string): number {
  const industries: Record<string, string> = { a: '建材', b: '', c: '餐饮' };
  return (industries[a] ?? '') < (industries[b] ?? '') ? 1 : -1;
}
