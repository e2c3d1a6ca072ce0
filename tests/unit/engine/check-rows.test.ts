import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ArchiveStore } from '../../../renderer/db/archive-store.ts';
import type { EngineMethods } from '../../../renderer/engine/client-types.ts';
import { Machine, commit, metaOf, putMeta, stateOf } from '../../helpers/archive.ts';
import { anId, putCustomer, putInteraction } from '../../helpers/builders.ts';

const customers = 30;

async function filled(machine: Machine): Promise<EngineMethods> {
  const { engine } = await machine.openEngine();
  await engine.commit('import/customers', [
    { table: 'tag', id: 't1', after: { id: 't1', name: '茶友' } },
    ...Array.from({ length: customers }, (_, n) =>
      putCustomer({ id: `c${String(n).padStart(3, '0')}`, name: `客户${n}` }),
    ),
  ]);
  await engine.commit('customer/edit', [putCustomer({ id: 'c003', name: '改过的名字' })]);
  return engine;
}

/** What lies in the database, reached past the engine. */
function storeOf(machine: Machine): Promise<ArchiveStore> {
  return machine.ports.openStore('0123456789abcdef', () => undefined);
}

const now = performance.now.bind(performance);
let aheadMs = 0;

beforeEach(() => {
  vi.spyOn(performance, 'now').mockImplementation(() => now() + aheadMs);
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** Lets what waits for a quiet moment run, until something came of it that is waited for, however busy the machine is. */
async function quietly(machine: Machine, isDone: () => boolean = () => true): Promise<void> {
  for (let round = 0; round < 4 || (!isDone() && round < 500); round += 1) {
    const work = machine.idle;
    // Once for every time it was asked for: what is at it still must not begin again beside itself.
    machine.idle = () => undefined;
    // Nobody has asked for anything for long enough.
    aheadMs += 40_000;
    work();
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
}

const ofTypes = (machine: Machine, ...types: string[]) => machine.events.filter(({ type }) => types.includes(type));
const wasTold = (machine: Machine) => () => ofTypes(machine, 'repaired', 'store-damaged').length > 0;
const hasTotals = (machine: Machine) => () => machine.main.totals !== null;

describe('a quiet moment', () => {
  it('finds nothing in a database that is as it was written, and has main remember what it amounts to', async () => {
    const machine = new Machine();
    const engine = await filled(machine);
    await engine.undo();
    await engine.redo();
    await quietly(machine, hasTotals(machine));
    expect(ofTypes(machine, 'repaired', 'store-damaged')).toEqual([]);
    const { seq } = await engine.overview();
    expect(machine.main.totals).toMatchObject({ generation: 1, seq });
    expect(machine.main.totals?.tables.dossiers.rows).toBe(customers);
    await engine.close();
    expect((await machine.openEngine()).report.found).toBe('equal');
  });

  it('brings back a row whose content was altered, and says so', async () => {
    const machine = new Machine();
    const engine = await filled(machine);
    const store = await storeOf(machine);
    const [[row] = []] = await store.readDossiers(['c007']);
    row!.box[3]! ^= 1;
    await store.write({ putDossiers: [row!] });
    await quietly(machine, wasTold(machine));
    expect(ofTypes(machine, 'repaired', 'store-damaged')).toEqual([{ type: 'repaired', customers: 1 }]);
    expect((await engine.dossier(anId('c007'))).customer.name).toBe('客户7');
    const [[healed] = []] = await store.readDossiers(['c007']);
    expect(healed!.box).not.toEqual(row!.box);
    await engine.close();
    expect((await machine.openEngine()).report.found).toBe('equal');
  });

  it.each<[string, (store: ArchiveStore, old: Awaited<ReturnType<ArchiveStore['readDossiers']>>) => Promise<unknown>]>([
    ['a row of an earlier time, which opens', (store, [old = []]) => store.write({ putDossiers: old })],
    [
      'a row whose tag was altered',
      async (store) => {
        const [[row] = []] = await store.readDossiers(['c009']);
        row!.box[row!.box.length - 1]! ^= 1;
        await store.write({ putDossiers: [row!] });
      },
    ],
    ['a row that is gone', (store) => store.write({ removeDossiers: [['c009', 0]] })],
    [
      'a row too many',
      async (store) => {
        const [[row] = []] = await store.readDossiers(['c009']);
        await store.write({ putDossiers: [{ ...row!, customerId: 'c0091' }] });
      },
    ],
    [
      'an altered entry of the audit list',
      async (store) => {
        const [row] = await store.readAudit(9, 1);
        row!.box[5]! ^= 1;
        await store.write({ putAudit: [row!] });
      },
    ],
    [
      'an altered row of the catalogue',
      async (store) => {
        const [row] = await store.readCatalogue();
        row!.box[5]! ^= 1;
        await store.write({ putCatalogue: [row!] });
      },
    ],
  ])('finds %s, says so, and heals it by building the database anew', async (_what, harm) => {
    const machine = new Machine();
    const { engine } = await machine.openEngine();
    await engine.commit('customer/create', [
      { table: 'tag', id: 't1', after: { id: 't1', name: '茶友' } },
      putCustomer({ id: 'c009', name: '旧名', tagIds: ['t1'] }),
    ]);
    const store = await storeOf(machine);
    const old = await store.readDossiers(['c009']);
    await engine.commit('customer/edit', [putCustomer({ id: 'c009', name: '新名', tagIds: ['t1'] })]);
    await harm(store, old);
    await quietly(machine, wasTold(machine));
    expect(ofTypes(machine, 'repaired', 'store-damaged')).toEqual([{ type: 'store-damaged' }]);
    const report = await engine.rebuild(machine.opened, '2026-03-01');
    expect(report).toMatchObject({ found: 'damaged', counts: { customer: 1, tag: 1 } });
    expect((await engine.dossier(anId('c009'))).customer.name).toBe('新名');
    await quietly(machine);
    expect(ofTypes(machine, 'store-damaged')).toHaveLength(1);
    await engine.close();
    expect((await machine.openEngine()).report.found).toBe('equal');
  });

  it('that ends before the window could build anew leaves word for the next start', async () => {
    const machine = new Machine();
    const engine = await filled(machine);
    const store = await storeOf(machine);
    await store.write({ removeDossiers: [['c009', 0]] });
    await quietly(machine, wasTold(machine));
    await engine.close();
    expect((await machine.openEngine()).report).toMatchObject({ found: 'damaged', counts: { customer: customers } });
  });
});

describe('the start', () => {
  it('finds a database whose own account of itself was altered', async () => {
    const machine = new Machine();
    const engine = await filled(machine);
    await quietly(machine, hasTotals(machine));
    await engine.close();
    const store = await storeOf(machine);
    const meta = await metaOf(store);
    const { dossiers } = meta.totals;
    const altered = { ...meta.totals, dossiers: { ...dossiers, tagSum: '0123456789abcdef' } };
    await putMeta(store, { ...meta, totals: altered });
    store.close();
    expect((await machine.openEngine()).report).toMatchObject({ found: 'damaged', counts: { customer: customers } });
  });
});

describe('what the rows amount to', () => {
  it('stays exact through growth into parts, removal, undo, replay and rebuild', async () => {
    const machine = new Machine();
    let { archive } = await machine.openArchive();
    const long = '长'.repeat(60_000);
    await commit(archive, 'customer/create', [putCustomer({ id: 'c1' }), putCustomer({ id: 'c2' })]);
    for (let n = 0; n < 5; n += 1) {
      await commit(archive, 'interaction/log', [putInteraction({ id: `i${n}`, customerId: 'c1', text: long })]);
    }
    const check = async (rows: number) => {
      expect(await archive.check()).toMatchObject({ found: 'intact' });
      expect((await archive.store.countRows()).dossiers).toBe(rows);
    };
    const grown = (await archive.store.countRows()).dossiers;
    expect(grown).toBeGreaterThan(3);
    await check(grown);
    for (let n = 0; n < 6; n += 1) await archive.undo();
    await check(0);
    for (let n = 0; n < 6; n += 1) await archive.redo();
    await check(grown);
    const before = await stateOf(archive);
    archive.close();
    machine.indexedDB = new IDBFactory();
    ({ archive } = await machine.openArchive());
    expect(await stateOf(archive)).toEqual(before);
    await check(grown);
    archive.close();
  });

  it('is not judged while something is written', async () => {
    const machine = new Machine();
    let onScan = async (): Promise<unknown> => null;
    machine.wrapStore = (store) => ({
      ...store,
      scanDossiers: async (after, limit) => {
        await onScan();
        return store.scanDossiers(after, limit);
      },
    });
    const { archive } = await machine.openArchive();
    await commit(archive, 'customer/create', [putCustomer({ id: 'c1' })]);
    onScan = () => commit(archive, 'customer/create', [putCustomer({ id: 'c2' })]);
    expect(await archive.check()).toEqual({ found: 'interrupted' });
  });
});
