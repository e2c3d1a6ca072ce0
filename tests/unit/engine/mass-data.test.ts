import { MessageChannel as NodeChannel } from 'node:worker_threads';
import { describe, expect, it, vi } from 'vitest';
import type { ArchiveStore } from '../../../renderer/db/archive-store.ts';
import type { DossierRow } from '../../../renderer/db/tables.ts';
import type { EngineMethods } from '../../../renderer/engine/client-types.ts';
import { Machine } from '../../helpers/archive.ts';
import { anId, putCustomer, putFollowUp, putInteraction } from '../../helpers/builders.ts';
import { createMemoryStore } from '../../helpers/memory-store.ts';

/** No row that shows where something was found is longer. */
const longestMark = 82;
const largestPart = 60 * 1024;

/** An engine over a database in memory, the rows of dossiers that each transaction wrote, and whose dossiers were read. */
async function openEngine(): Promise<{
  engine: EngineMethods;
  machine: Machine;
  written: DossierRow[][];
  read: string[];
}> {
  const machine = new Machine();
  const store = createMemoryStore();
  const written: DossierRow[][] = [];
  const read: string[] = [];
  const watched: ArchiveStore = {
    ...store,
    readDossiers: (ids) => {
      read.push(...ids);
      return store.readDossiers(ids);
    },
    write: (batch) => {
      if (batch.putDossiers) written.push(batch.putDossiers);
      return store.write(batch);
    },
  };
  machine.ports.openStore = async () => watched;
  return { ...(await machine.openEngine()), machine, written, read };
}

const pad = (n: number) => String(n).padStart(2, '0');

function filterBy(tagId: string) {
  return { join: 'and', parts: [{ field: 'tagIds', test: { is: 'any', of: [tagId] } }] } as const;
}

describe('a note of a million characters', () => {
  const note = `${'客户说要再考虑一下。'.repeat(99_999)}最后订了三箱龙井`.slice(-1_000_000);

  it('is kept whole, found by its last words, and shown as one line', async () => {
    const { engine } = await openEngine();
    await engine.commit('customer/edit', [putCustomer({ id: 'c1', name: '长篇', note })]);
    expect((await engine.dossier(anId('c1'))).customer.note).toBe(note);
    const [row] = await engine.search('三箱龙井', 5);
    expect(row?.match?.field).toBe('note');
    const { text = '', ranges = [] } = row?.match ?? {};
    expect(text.length).toBeLessThanOrEqual(longestMark);
    expect(ranges.map(([from, to]) => text.slice(from, to))).toEqual(['三箱龙井']);
    expect(text.startsWith('…')).toBe(true);
    expect(text.endsWith('龙井')).toBe(true);
  });

  it('marks words that lie across two stretches of it', async () => {
    const { engine } = await openEngine();
    for (const before of [3_990, 3_998, 7_999, 8_000]) {
      const text = `${'甲'.repeat(before)}三箱龙井${'乙'.repeat(5_000)}`;
      await engine.commit('customer/edit', [putCustomer({ id: 'c1', name: '长篇', note: text })]);
      const { match } = (await engine.search('三箱龙井', 5))[0] ?? {};
      expect(match?.ranges.map(([from, to]) => match.text.slice(from, to))).toEqual(['三箱龙井']);
      expect(match?.text).toMatch(/^…甲+三箱龙井乙+…$/);
    }
  });
});

describe('ten thousand tags', () => {
  it('are listed, filtered by and counted, the most frequent first', async () => {
    const { engine } = await openEngine();
    const tags = Array.from({ length: 10_000 }, (_, n) => ({ id: `t${n}`, name: `标签${n}` }));
    await engine.commit(
      'catalogue/edit',
      tags.map((after) => ({ table: 'tag', id: after.id, after })),
    );
    const tagIds = (n: number) => ['t0', ...Array.from({ length: 49 }, (_, i) => `t${1 + n * 49 + i}`)];
    await engine.commit(
      'customer/edit',
      Array.from({ length: 200 }, (_, n) => putCustomer({ id: `c${n}`, code: `C${n}`, tagIds: tagIds(n) })),
    );
    expect(await engine.catalogue('tag')).toHaveLength(10_000);
    expect(
      await engine.counts([filterBy('t0'), filterBy('t9800'), filterBy('t9999')].map((each) => each as never)),
    ).toEqual([200, 1, 0]);
    const { token } = await engine.query('q', { text: '', sort: [] });
    const statistics = await engine.columnStatistics(token, 'tagIds');
    expect(statistics).toMatchObject({ filled: 200, empty: 0, distinct: 9_801, top: [{ value: 't0', count: 200 }] });
  });
});

describe('a bin of very many', () => {
  it('shows those who leave it first, and reads none of the others', async () => {
    const { engine, machine, read } = await openEngine();
    const ids = Array.from({ length: 300 }, (_, n) => `c${n}`);
    await engine.commit(
      'import/customers',
      ids.map((id) => putCustomer({ id, name: `客户${id}` })),
    );
    const toBin = async (some: string[]) => {
      await engine.confirmDeletion(some.length);
      await engine.commit(
        'customer/delete',
        some.map((id) => ({ table: 'customer', id, after: null })),
      );
    };
    await toBin(ids.slice(0, 295));
    machine.now = new Date(machine.now.getTime() - 24 * 60 * 60 * 1000);
    await toBin(['c299']);
    await engine.close();
    const again = (await machine.openEngine()).engine;
    read.length = 0;
    const { entries, total } = await again.bin(20);
    expect(total).toBe(296);
    expect(entries.map(({ id }) => id)).toEqual(['c299', ...ids.slice(0, 19)]);
    expect(entries.map(({ daysLeft, records }) => [daysLeft, records]).slice(0, 2)).toEqual([
      [90, 0],
      [91, 0],
    ]);
    expect(read).toHaveLength(20);
  });
});

describe('a change of very many', () => {
  /** How often others had their turn, on a machine on which everything takes long. */
  async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
    let [nowMs, turns] = [0, 0];
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (nowMs += 10));
    const channel = vi.spyOn(globalThis, 'MessageChannel').mockImplementation(function count() {
      turns += 1;
      return new NodeChannel() as unknown as MessageChannel;
    });
    await work();
    clock.mockRestore();
    channel.mockRestore();
    return turns;
  }

  it('lets others have their turn between one dossier and the next, when they are opened and when they are sealed', async () => {
    const { engine, machine } = await openEngine();
    const ids = Array.from({ length: 60 }, (_, n) => `c${n}`);
    await engine.commit(
      'import/customers',
      ids.map((id) => putCustomer({ id })),
    );
    await engine.close();
    const again = (await machine.openEngine()).engine;
    expect(await turnsDuring(() => again.dossiers(ids.map(anId)))).toBeGreaterThanOrEqual(60);
    const edits = ids.map((id) => putCustomer({ id, name: '改名' }));
    // Once to look at it, once to seal it and once to index it.
    expect(await turnsDuring(() => again.commit('customer/edit', edits))).toBeGreaterThanOrEqual(180);
  });
});

describe('a day of very many follow-ups', () => {
  it('shows the earliest of them, counts the others, and reads none of those', async () => {
    const { engine } = await openEngine();
    const minuteOf = (n: number) => (n * 7) % 500;
    const clock = (n: number) => `${pad(8 + Math.floor(minuteOf(n) / 60))}:${pad(minuteOf(n) % 60)}`;
    const edits = Array.from({ length: 500 }, (_, n) => [
      putCustomer({ id: `c${n}`, name: `客户${n}` }),
      putFollowUp({ id: `f${n}`, customerId: `c${n}`, title: '回访', due: `2026-03-05T${clock(n)}` }),
    ]);
    await engine.commit('import/customers', edits.flat());
    const parse = vi.spyOn(JSON, 'parse');
    const sorts = [vi.spyOn(Array.prototype, 'sort'), vi.spyOn(Array.prototype, 'toSorted')];
    const [day] = await engine.calendar('2026-03-05', '2026-03-05');
    const read = parse.mock.calls.length;
    const sorted = sorts.flatMap(({ mock }) => mock.contexts.map((list) => (list as unknown[]).length));
    for (const spy of [parse, ...sorts]) spy.mockRestore();
    const dues = day?.items.map((item) => (item.type === 'follow-up' ? item.followUp.due : ''));
    const all = Array.from({ length: 500 }, (_, n) => `2026-03-05T${clock(n)}`).toSorted();
    expect(dues).toEqual(all.slice(0, 100));
    expect(day?.more).toBe(400);
    expect(read).toBeLessThanOrEqual(100);
    expect(Math.max(...sorted)).toBeLessThan(500);
  });
});

describe('a list of very many sources', () => {
  it('is put in order without looking through all of them for each, in groups and in the overview of classes', async () => {
    const { engine } = await openEngine();
    const keys = Array.from({ length: 300 }, (_, n) => `own:s${n}`);
    await engine.commit('import/customers', [
      ...keys.map((key, n) => {
        const after = { id: `w${n}`, list: 'source' as const, key, name: `来源${n}` };
        return { table: 'word' as const, id: after.id, after };
      }),
      ...keys.map((source, n) => putCustomer({ id: `c${n}`, name: `客户${n}`, source })),
      putCustomer({ id: 'gone', name: '旧来源', source: 'own:gone' }),
    ]);
    const includes = vi.spyOn(Array.prototype, 'includes');
    const { groups } = await engine.query('g', { text: '', sort: [], groupBy: 'source' });
    await engine.schemes();
    const looks = includes.mock.calls.length;
    includes.mockRestore();
    expect(groups.map((group) => group.class)).toEqual([...keys, 'own:gone']);
    expect(looks).toBeLessThan(100);
  });
});

describe('a hundred thousand entries on one customer', () => {
  it('lie in parts of bounded size, of which a save rewrites the last; lists and days stay short', async () => {
    const { engine, machine, written } = await openEngine();
    await engine.commit('customer/edit', [putCustomer({ id: 'c1', name: '多事' })]);
    for (let from = 0; from < 100_000; from += 10_000) {
      const edits = Array.from({ length: 10_000 }, (_, n) =>
        putInteraction({
          id: `i${from + n}`,
          customerId: 'c1',
          at: `20${10 + ((from + n) % 16)}-02-14T10:00`,
          text: '又谈',
        }),
      );
      await engine.stage('many', edits);
    }
    await engine.commitStaged('many', 'import/interactions');
    const parts = written.flat().filter((row) => row.customerId === 'c1');
    expect(parts.length).toBeGreaterThan(50);
    expect(Math.max(...parts.map(({ box }) => box.length))).toBeLessThanOrEqual(largestPart);

    written.length = 0;
    await engine.commit('interaction/log', [
      putInteraction({ id: 'last', customerId: 'c1', at: '2026-02-20T10:00', text: '最后一次' }),
    ]);
    expect(written.flat().map((row) => row.part)).toEqual([Math.max(...parts.map(({ part }) => part))]);

    await engine.commit('interaction/edit', [
      putInteraction({ id: 'i5', customerId: 'c1', at: '2015-02-14T10:00', text: '改成了别的话' }),
    ]);
    expect(await engine.search('改成了别的话', 5)).toHaveLength(1);
    await engine.commit('interaction/edit', [
      putInteraction({ id: 'i5', customerId: 'c1', at: '2015-02-14T10:00', text: '又谈' }),
    ]);
    expect(await engine.search('改成了别的话', 5)).toEqual([]);

    await engine.close();
    const again = (await machine.openEngine()).engine;
    const head = await again.cardHead(anId('c1'));
    expect(head).toMatchObject({
      card: { hasOlder: true, dossier: { customer: { name: '多事' } } },
      nextFollowUp: null,
    });
    expect(head?.lastContact).toBe('2026-02-20');
    expect(head?.card.classes.map(({ dimension }) => dimension)).toContain('value');
    // Only the beginning was read.
    expect(head?.card.dossier.interaction.length).toBeLessThan(1_000);
    const [row] = await again.search('最后一次', 5);
    expect(JSON.stringify(row).length).toBeLessThan(2_000);
    const card = await again.card(anId('c1'));
    // All of it is at hand now.
    expect(await again.cardHead(anId('c1'))).toBeNull();
    const { dossier: _past, hasOlder: _older, ...besides } = card;
    expect(head?.card).toMatchObject(besides);
    expect(JSON.stringify(card).length).toBeLessThan(1_000_000);
    expect(card.hasOlder).toBe(true);
    expect(card.dossier.interaction.map(({ id }) => id)).toContain('last');
    const oldest = await again.timeline(anId('c1'), 'contact', { from: 99_999, to: 100_060 });
    expect(oldest).toMatchObject({ total: 100_001, entries: [{ at: '2010-02-14T10:00' }, { at: '2010-02-14T10:00' }] });
    const { at = -1, filter = 'file' } = (await again.placeInTimeline(anId('c1'), 'i0')) ?? {};
    expect(at).toBeGreaterThan(90_000);
    expect((await again.timeline(anId('c1'), filter, { from: at, to: at + 1 })).entries).toMatchObject([{ id: 'i0' }]);
    expect(await again.placeInTimeline(anId('c1'), 'nothing')).toBeNull();
    const months = await again.timelineMonths(anId('c1'), 'contact');
    expect(months.length).toBeLessThan(100);
    const { entryId = '', at: oldestAt = -1 } = months.at(-1) ?? {};
    expect(months.reduce((sum, { count }) => sum + count, 0)).toBe(100_001);
    const [there] = (await again.timeline(anId('c1'), 'contact', { from: oldestAt, to: oldestAt + 1 })).entries;
    expect(there).toMatchObject({ id: entryId, at: '2010-02-14T10:00' });
    expect(row?.match?.entryId).toBe('last');
    await again.commit('interaction/edit', [
      putInteraction({ id: 'i0', customerId: 'c1', at: '2026-02-21T10:00', text: '搬到了今天' }),
    ]);
    await again.commit('interaction/edit', [{ table: 'interaction', id: 'last', customerId: anId('c1'), after: null }]);
    expect(await again.timeline(anId('c1'), 'contact', { from: 0, to: 1 })).toMatchObject({
      total: 100_000,
      entries: [{ id: 'i0', at: '2026-02-21T10:00' }],
    });
    const ids = (await again.card(anId('c1'))).dossier.interaction.map(({ id }) => id);
    expect(ids).toContain('i0');
    expect(ids).not.toContain('last');
    const days = await again.calendar('2025-02-01', '2025-02-28');
    expect(days.flatMap(({ items }) => items)).toEqual([expect.objectContaining({ count: 6_250 })]);
  }, 60_000);
});

describe('a change of many', () => {
  // More than are kept at hand.
  const everybody = Array.from({ length: 6_000 }, (_, n) => `c${String(n).padStart(4, '0')}`);
  const change = { kind: 'set', field: 'industry', text: '餐饮' } as const;

  it('reads none of them a third time: once to see what becomes of it, once to write it', async () => {
    const { engine, read } = await openEngine();
    await engine.commit(
      'import/customers',
      everybody.map((id) => putCustomer({ id, name: id })),
    );
    read.length = 0;
    const written = await engine.commitBulk([{ ids: everybody.map(anId), change }], 'customer/bulk-edit');
    expect(written?.customerIds).toHaveLength(everybody.length);
    // Most are at hand the second time.
    expect(read.length).toBeLessThanOrEqual(everybody.length);
  }, 60_000);

  it('takes what was written while it was worked out for what it is', async () => {
    const { engine, machine } = await openEngine();
    await engine.commit(
      'import/customers',
      everybody.slice(0, 2_000).map((id) => putCustomer({ id, name: id })),
    );
    const [first = ''] = everybody;
    const others: Promise<unknown>[] = [];
    machine.onEvent = (event) => {
      if (event.type !== 'progress' || event.task !== 'bulk' || event.done === 0 || others.length > 0) return;
      others.push(engine.commit('customer/edit', [putCustomer({ id: first, name: '改过的' })]));
    };
    const ids = everybody.slice(0, 2_000).map(anId);
    await expect(engine.commitBulk([{ ids, change }], 'customer/bulk-edit')).rejects.toThrow('archive/conflict');
    await Promise.all(others);
    expect((await engine.dossier(anId(first))).customer).toMatchObject({ name: '改过的', version: 2 });
    // Whoever was changed before somebody looked is changed on top of that.
    expect((await engine.commitBulk([{ ids, change }], 'customer/bulk-edit'))?.customerIds).toHaveLength(2_000);
    expect((await engine.dossier(anId(first))).customer).toMatchObject({
      name: '改过的',
      industry: '餐饮',
      version: 3,
    });
  });
});
