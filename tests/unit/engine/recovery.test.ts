import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FilterField } from '#shared/filter/fields.ts';
import { keyOfPlace } from '#shared/unsaved/unsaved.ts';
import type { EngineMethods } from '../../../renderer/engine/client-types.ts';
import { anId, putCustomer, putOrder } from '../../helpers/builders.ts';
import { aWholeKebu } from '../../helpers/whole-kebu.ts';
import {
  zhang,
  li,
  namesOf,
  put,
  aShop,
  bin,
  restore,
  plainDatabase,
  plainJournal,
} from '../../helpers/recovered-shop.ts';

describe('erasing a customer', () => {
  it('is refused outside the bin, and changes nothing', async () => {
    const { kebu, engine } = await aShop();
    await expect(engine.erase([zhang])).rejects.toThrow('archive/not-found');
    expect((await kebu.call('erasure/status', {})).erased.rings).toEqual([]);
    expect(await namesOf(engine)).toEqual(['张三', '李四']);
  });

  it('lets go of who is just being taken out of the bin', async () => {
    const { kebu, engine } = await aShop();
    await bin(engine);
    const restoring = engine.commit('customer/restore', [put('zhang', '张三')]);
    await new Promise((resolve) => setImmediate(resolve));
    await expect(engine.erase([zhang])).rejects.toThrow('archive/not-found');
    await restoring;
    expect((await kebu.call('erasure/status', {})).erased.rings).toEqual([]);
    expect(await namesOf(engine)).toEqual(['张三', '李四']);
  });

  it('leaves nothing of them in database, journal, list or memory, and proves it', async () => {
    const { kebu, engine } = await aShop();
    await bin(engine);
    kebu.wait(1);
    expect(await plainJournal(kebu)).toContain('金丝雀');
    const certificate = await engine.erase([zhang]);
    expect(certificate).toMatchObject({
      persons: 1,
      records: { customer: 1, interaction: 1, order: 1 },
      keptSales: 1,
      snapshotsRewritten: 1,
      elsewhere: [],
    });
    expect(await namesOf(engine)).toEqual(['李四']);
    expect((await engine.dossier(li)).customer.referrerId).toBeUndefined();
    expect((await engine.bin(9)).entries).toEqual([]);
    expect(await engine.search('张三', 5)).toEqual([]);
    expect(JSON.stringify(await engine.history(50))).not.toContain('张三');
    for (const text of [await plainDatabase(kebu), await plainJournal(kebu)]) {
      expect(text).not.toMatch(/张三|金丝雀|13900001234|zhang|damaged/);
    }
    await engine.close();
    const again = await kebu.openEngine();
    expect(await namesOf(again)).toEqual(['李四']);
    expect((await again.overview()).counts).toEqual({ customer: 1, keptSale: 1 });
  });

  it('leaves none of the words that only they used, and those that others use too', async () => {
    const { kebu, engine } = await aShop();
    const words = (name: string) => ({
      aliases: [`${name}阿哥`],
      department: '采购部',
      birthday: { calendar: 'solar' as const, year: name === '雀' ? 1955 : 1966, month: 3, day: 9 },
      anniversaries: [{ label: `${name}婚`, date: { calendar: 'solar' as const, month: 5, day: 1 } }],
      customFields: { taste: `${name}舌` },
    });
    const goods = (name: string) => ['龙井', `${name}笼`].map((text) => ({ text, qtyMilli: 1000, amountFen: 100 }));
    await engine.commit('field/edit', [
      { table: 'customField', id: 'taste', after: { id: 'taste', label: '口味', type: 'text', options: [] } },
    ]);
    await engine.commit('import/customers', [
      putCustomer({ id: 'zhang', name: '张三', ...words('雀') }),
      putCustomer({ id: 'li', name: '李四', ...words('鹤') }),
      putOrder({ id: 'o2', customerId: 'zhang', lines: goods('雀'), totalFen: 200 }),
      putOrder({ id: 'o4', customerId: 'li', lines: goods('鹤'), totalFen: 200 }),
    ]);
    // They have come into the image by a start, and leave it all the same.
    await engine.close();
    const opened = await kebu.openEngine();
    await opened.close();
    expect(await plainDatabase(kebu)).toMatch(/雀婚|雀舌|雀笼|1955/);
    const again = await kebu.openEngine();
    await bin(again);
    kebu.wait(1);
    await again.erase([zhang]);
    const left = await plainDatabase(kebu);
    expect(left).not.toMatch(/雀|1955|zhang/);
    for (const word of ['鹤阿哥', '鹤婚', '鹤舌', '鹤笼', '采购部', '龙井', '1966']) expect(left).toContain(word);
    const offered = async (by: EngineMethods) => (await by.offeredGoods(li, '')).map(({ name }) => name).sort();
    const found = async (by: EngineMethods, field: FilterField, word: string) => {
      const filter = { join: 'and' as const, parts: [{ field, test: { is: 'contains' as const, text: word } }] };
      return (await by.query('found', { text: '', filter, sort: [] })).total;
    };
    const look = async (by: EngineMethods) => [
      await offered(by),
      await found(by, 'aliases', '鹤阿哥'),
      await found(by, 'department', '采购部'),
      await found(by, 'custom:taste', '鹤舌'),
      await found(by, 'custom:taste', '雀舌'),
    ];
    const seen = [['鹤笼', '龙井'].sort(), 1, 1, 1, 0];
    expect(await look(again)).toEqual(seen);
    // What is said anew is known anew.
    await again.commit('customer/edit', [putCustomer({ id: 'li', name: '李四', ...words('雀') })]);
    expect(await found(again, 'custom:taste', '雀舌')).toBe(1);
    await again.undo();
    expect(await look(again)).toEqual(seen);
    await again.close();
    expect(await look(await kebu.openEngine())).toEqual(seen);
  });

  it('leaves the figures of their sales, by which nobody is recognised, and no gift or note', async () => {
    const { kebu, engine } = await aShop();
    const lines = [{ productId: 'p1', text: '给张三定做', qtyMilli: 1000, amountFen: 6600 }];
    await engine.commit('order/edit', [
      putOrder({ id: 'o2', customerId: 'zhang', no: 'S-77', lines, totalFen: 6600, note: '张三要开票' }),
      putOrder({ id: 'o3', customerId: 'zhang', type: 'gift' }),
      putOrder({ id: 'o4', customerId: 'li', no: 'S-78', totalFen: 100 }),
    ]);
    await bin(engine);
    kebu.wait(1);
    expect((await engine.erase([zhang])).keptSales).toBe(2);
    const kept = await engine.catalogue('keptSale');
    expect(kept.map(({ no, totalFen }) => [no, totalFen])).toContainEqual(['S-77', 6600]);
    expect(kept.find(({ no }) => no === 'S-77')?.lines).toEqual([{ productId: 'p1', qtyMilli: 1000, amountFen: 6600 }]);
    expect(kept.map(({ id }) => id)).not.toContain('o2');
    expect(JSON.stringify(kept)).not.toMatch(/张三|zhang/);
    expect((await engine.dossier(li)).order.map(({ no }) => no)).toEqual(['S-78']);
    // They travel with backups, and stand after a rebuild.
    await engine.rebuild(kebu.machine.session.require().opened(), '2026-03-01');
    expect(await engine.catalogue('keptSale')).toHaveLength(2);
  });

  it('cannot be taken back, nor can what came before, and that says so', async () => {
    const { kebu, engine } = await aShop();
    await bin(engine);
    kebu.wait(1);
    await engine.erase([zhang]);
    await expect(engine.undo()).rejects.toThrow('archive/nothing-to-undo');
    expect((await engine.history(50)).every(({ undoable }) => !undoable)).toBe(true);
    await engine.commit('customer/create', [put('wang', '王五')]);
    await engine.undo();
    expect(await namesOf(engine)).toEqual(['李四']);
  });

  it('survives the restore of each older snapshot, and of the moments before', async () => {
    const { kebu, engine } = await aShop();
    await bin(engine);
    kebu.wait(70);
    await engine.erase([zhang]);
    kebu.wait(70);
    const { backups } = await kebu.call('backup/status', {});
    expect(backups.length).toBeGreaterThan(1);
    let now = engine;
    for (const { id } of backups) {
      // More than an hour, so that none is let go as one too many of its hour.
      kebu.wait(70);
      now = await restore(kebu, now, id);
      expect(await namesOf(now)).toEqual(['李四']);
      expect(await plainDatabase(kebu)).not.toMatch(/张三|金丝雀|13900001234/);
      // The figures of the sale stay, whether the snapshot knew the order or what was kept of it.
      const hadOrder = backups.find((each) => each.id === id)!.seq >= 2;
      expect(await now.catalogue('keptSale')).toHaveLength(hadOrder ? 1 : 0);
    }
    await expect(now.snapshotAt({ at: '2026-03-01T08:05:00.000Z' })).rejects.toThrow('restore/moment-gone');
  });

  it('takes along what was typed for them and not saved, and nothing else', async () => {
    const { engine } = await aShop();
    const [own, other] = [zhang, li].map((customerId) => keyOfPlace({ kind: 'composer', customerId }));
    for (const key of [own!, other!]) await engine.keepUnsaved(key, { text: '金丝雀' });
    await bin(engine);
    await engine.erase([zhang]);
    expect(Object.keys(await engine.unsaved())).toEqual([other]);
  });

  it('takes along cells of a file that were put right and tell of them, and no others', async () => {
    const { engine } = await aShop();
    const key = keyOfPlace({ kind: 'mends' });
    const cell = (line: number, text: string) => ({ line, column: 0, text });
    const file = (sha256: string, ...cells: unknown[]) => ({ fileName: `${sha256}.csv`, sha256, change: { cells } });
    const others = file('b', cell(2, '李四'), cell(3, '13900001235'));
    await engine.keepUnsaved(key, {
      files: [
        file('a', cell(2, ' 张 三'), cell(3, '139-0000-1234 老板')),
        file('b', cell(4, '找张三'), ...others.change.cells),
      ],
    });
    await bin(engine);
    await engine.erase([zhang]);
    expect(await engine.unsaved()).toEqual({ [key]: { files: [others] } });
  });

  it('goes on at the next start when it was interrupted anywhere', async () => {
    for (const channel of ['journal/append', 'backup/begin', 'backup/finish', 'erasure/finish'] as const) {
      const { kebu, engine } = await aShop();
      await bin(engine);
      kebu.wait(1);
      const { handlers } = kebu.machine;
      const handler = handlers[channel];
      Object.assign(handlers, { [channel]: () => Promise.reject(new Error('power cut')) });
      await expect(engine.erase([zhang])).rejects.toThrow();
      Object.assign(handlers, { [channel]: handler });
      await engine.close().catch(() => undefined);
      kebu.wait(1);
      const again = await kebu.openEngine();
      expect((await again.resumeErasure())?.persons).toBe(1);
      expect(await again.resumeErasure()).toBeNull();
      expect(await namesOf(again)).toEqual(['李四']);
      expect(await plainJournal(kebu)).not.toContain('金丝雀');
      await again.close();
    }
  });

  it('leaves no kept cells of a list that tell of them, wherever the window died', async () => {
    const key = keyOfPlace({ kind: 'mends' });
    const file = (...cells: string[]) => ({
      fileName: 'a.csv',
      sha256: 'a',
      change: { cells: cells.map((text, at) => ({ line: at + 2, column: 0, text })) },
    });
    let isDead = false;
    let calls = 0;
    for (let last = 0; !isDead || calls > last; last += 1) {
      const { kebu, engine } = await aShop();
      await engine.close();
      isDead = false;
      calls = Number.NEGATIVE_INFINITY;
      // From the next call on, nothing of this window reaches the disk.
      const dyingAfter = <A extends unknown[], R>(work: (...args: A) => Promise<R>) => {
        return async (...args: A): Promise<R> => {
          calls += 1;
          isDead ||= calls > last;
          if (isDead) throw new DOMException('', 'AbortError');
          return work(...args);
        };
      };
      kebu.faults.wrapStore = (store) => ({
        ...store,
        write: dyingAfter((...batch: Parameters<typeof store.write>) => store.write(...batch)),
        writeUnsaved: dyingAfter((...rows: Parameters<typeof store.writeUnsaved>) => store.writeUnsaved(...rows)),
        writeImage: dyingAfter((...rows: Parameters<typeof store.writeImage>) => store.writeImage(...rows)),
      });
      const dying = await kebu.openEngine();
      await dying.keepUnsaved(key, { files: [file('李四', '张三', '139-0000-1234')] });
      await bin(dying);
      await expect.poll(async () => Object.keys(await dying.unsaved())).toEqual([key]);
      calls = 0;
      await dying.erase([zhang]).catch(() => undefined);
      await dying.close().catch(() => undefined);
      kebu.faults.wrapStore = (store) => store;
      kebu.wait(1);
      const again = await kebu.openEngine();
      await again.resumeErasure();
      expect([last, await again.unsaved()]).toEqual([last, { [key]: { files: [file('李四')] } }]);
      expect(await namesOf(again)).toEqual(['李四']);
      await again.close();
    }
    expect(calls).toBeGreaterThan(1);
  });

  it('leaves no readable trace in any file of main', async () => {
    const { kebu, engine } = await aShop();
    await bin(engine);
    kebu.wait(1);
    await engine.erase([zhang]);
    const { dataDir } = kebu.machine.ports;
    for (const entry of readdirSync(dataDir, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const content = readFileSync(join(entry.parentPath, entry.name));
      for (const text of ['张三', '金丝雀', '13900001234', 'zhang']) expect(content.includes(text)).toBe(false);
    }
  });
});

describe('the bin', () => {
  it('tells who lies in it and for how long, and lets them out with everything', async () => {
    const { kebu, engine } = await aShop();
    await bin(engine);
    expect((await engine.bin(9)).entries).toMatchObject([{ id: zhang, name: '张三', daysLeft: 90, records: 2 }]);
    const { customer } = await engine.dossier(zhang);
    const { version: seen, createdAt: _c, updatedAt: _u, deletedAt: _d, ...after } = customer;
    await engine.commit('customer/restore', [{ table: 'customer', id: zhang, after, seen }]);
    expect((await engine.bin(9)).entries).toEqual([]);
    const dossier = await engine.dossier(zhang);
    expect([dossier.order.length, dossier.interaction.length]).toEqual([1, 1]);
    expect((await engine.dossier(li)).customer.referrerId).toBe(zhang);
    await kebu.machine.session.end();
  });

  it('is emptied by itself when the days are over, and not before', async () => {
    const { kebu, engine } = await aShop();
    await engine.commit('customer/create', [put('a', '甲'), put('b', '乙'), put('c', '丙'), put('d', '丁')]);
    await engine.commit('settings/edit', [
      { table: 'settings', id: 'settings', after: { id: 'settings', binDays: 7 } },
    ]);
    await bin(engine);
    const days = 24 * 60;
    kebu.wait(6 * days);
    await engine.setToday('2026-03-07');
    kebu.beIdle();
    await engine.close();
    const later = await kebu.openEngine();
    expect((await later.bin(9)).entries).toMatchObject([{ daysLeft: 1 }]);
    kebu.wait(1 * days);
    await later.setToday('2026-03-08');
    kebu.beIdle();
    const persons = async () => (await kebu.call('erasure/status', {})).certificates.length;
    await expect.poll(persons, { timeout: 10_000 }).toBe(1);
    expect((await later.bin(9)).entries).toEqual([]);
    expect((await kebu.call('audit/read', { limit: 1 })).entries[0]?.event).toBe('erased');
    await kebu.machine.ask('keys/lock', {});
  });
});

describe('going back to a moment', () => {
  it('gives exactly what the archive held then, whatever the moment', async () => {
    const kebu = await aWholeKebu();
    const engine = await kebu.openEngine();
    const then: { at: string; names: string[]; counts: unknown }[] = [];
    const note = async () => {
      then.push({
        at: kebu.clock.now.toISOString(),
        names: await namesOf(engine),
        counts: (await engine.overview()).counts,
      });
      kebu.wait(7);
    };
    await engine.commit('customer/create', [put('a', '甲')]);
    await note();
    await engine.commit('customer/create', [put('b', '乙')]);
    await engine.backup();
    await note();
    await engine.commit('customer/edit', [put('a', '甲二')]);
    await note();
    await engine.commit('import/customers', [put('c', '丙'), putOrder({ id: 'o', customerId: 'c' })]);
    await note();
    await engine.undo();
    await note();
    await bin(engine, anId('b'));
    await engine.backup();
    await note();
    await engine.commit('customer/create', [put('d', '丁')]);
    for (const { at, names, counts } of then) {
      kebu.wait(1);
      if (at < ((await engine.earliestMoment()) ?? '')) {
        await expect(engine.snapshotAt({ at })).rejects.toThrow('restore/moment-gone');
        continue;
      }
      const { backupId } = await engine.snapshotAt({ at });
      const { chosen } = await kebu.call('restore/choose', { knownBackupId: backupId });
      const preview = await kebu.call('restore/open', { restoreId: chosen!.restoreId });
      expect([at, preview.counts]).toEqual([at, counts]);
      const found = await engine.searchBackup(chosen!.restoreId, '');
      const alive = found.filter(({ name }) => names.includes(name));
      expect([at, alive.map(({ name }) => name).sort()]).toEqual([at, names]);
    }
    kebu.wait(1);
    const last = then.at(-1)!;
    const { backupId } = await engine.snapshotAt({ at: last.at });
    const restored = await restore(kebu, engine, backupId);
    expect(await namesOf(restored)).toEqual(last.names);
    expect((await restored.overview()).counts).toEqual(last.counts);
  });

  it('goes back to right after a listed change', async () => {
    const { kebu, engine } = await aShop();
    const [talk, order] = await engine.history(2);
    expect(talk?.reason).toBe('interaction/log');
    const { backupId } = await engine.snapshotAt({ seq: order!.seq });
    const restored = await restore(kebu, engine, backupId);
    const dossier = await restored.dossier(zhang);
    expect([dossier.order.length, dossier.interaction.length]).toEqual([1, 0]);
  });

  it('is refused for a moment before everything that is known', async () => {
    const { engine } = await aShop();
    expect(await engine.earliestMoment()).toBe('2026-03-01T08:00:00.000Z');
    await expect(engine.snapshotAt({ at: '2026-02-01T00:00:00.000Z' })).rejects.toThrow('restore/moment-gone');
  });
});
