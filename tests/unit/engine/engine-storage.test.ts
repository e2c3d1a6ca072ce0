import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { unpackContent } from '#shared/archive/unpack-content.ts';
import type { ArchiveStore } from '../../../renderer/db/archive-store.ts';
import type { MainPort } from '../../../renderer/engine/ports.ts';
import type { EngineMethods } from '../../../renderer/engine/client-types.ts';
import { Machine, metaOf, putMeta } from '../../helpers/archive.ts';
import { anId, putCustomer, putInteraction, putOrder } from '../../helpers/builders.ts';
import { eventually } from '../../helpers/eventually.ts';
import { inOnePiece } from '../../helpers/content.ts';

const customers = 60;

async function filled(machine: Machine): Promise<EngineMethods> {
  const { engine } = await machine.openEngine();
  await engine.commit(
    'import/customers',
    Array.from({ length: customers }, (_, n) =>
      putCustomer({ id: `c${String(n).padStart(3, '0')}`, name: `客户${n}` }),
    ),
  );
  await engine.commit('interaction/log', [
    putInteraction({ id: 'i1', customerId: 'c001', text: '要一箱龙井' }),
    putOrder({ id: 'o1', customerId: 'c002', totalFen: 500 }),
  ]);
  return engine;
}

async function answersOf(engine: EngineMethods): Promise<unknown> {
  const { token, total, groups } = await engine.query('q', {
    text: '',
    sort: [{ column: 'name', descending: false }],
    groupBy: 'value',
  });
  return { rows: await engine.rows(token, 0, total), groups, found: await engine.search('龙井', 5) };
}

describe('the image', () => {
  it.each([
    ['is gone', async (store: ArchiveStore) => store.writeImage([])],
    ['lost its head', async (store: ArchiveStore) => damage(store, ['core-0', 'sought-0'])],
    ['lost its columns', async (store: ArchiveStore) => damage(store, ['head-0', 'sought-0'])],
    ['lost what is searched', async (store: ArchiveStore) => damage(store, ['head-0', 'core-0'])],
    [
      'has a flipped bit in its columns',
      async (store: ArchiveStore) => damage(store, ['head-0', 'core-0', 'sought-0'], 1),
    ],
    [
      'has a flipped bit in what is searched',
      async (store: ArchiveStore) => damage(store, ['head-0', 'core-0', 'sought-0'], 2),
    ],
    ['has pieces in the wrong places', swap],
  ])('costs nothing but time when it %s', async (_, harm) => {
    const machine = new Machine();
    const engine = await filled(machine);
    await engine.close();
    const noted = await machine.openEngine();
    const before = await answersOf(noted.engine);
    const store = await machine.ports.openStore('0123456789abcdef', () => undefined);
    await noted.engine.close();
    await harm(store);
    const again = await machine.openEngine();
    expect(again.report.found).toBe('equal');
    expect(await answersOf(again.engine)).toEqual(before);
  });

  it('knows what is written before everything is there to be searched', async () => {
    const machine = new Machine();
    await (await filled(machine)).close();
    const { engine } = await machine.openEngine();
    await engine.commit('customer/edit', [
      putCustomer({ id: 'c003', name: '改名' }),
      { table: 'customer', id: 'c004', after: null },
      putInteraction({ id: 'i1', customerId: 'c001', text: '改要普洱' }),
    ]);
    const idsOf = async (text: string) => (await engine.search(text, 5)).map(({ id }) => id);
    expect(await idsOf('改名')).toEqual(['c003']);
    expect(await idsOf('普洱')).toEqual(['c001']);
    expect(await idsOf('龙井')).not.toContain('c001');
    expect(await idsOf('客户4')).not.toContain('c004');
    const [renamed, gone, other] = await engine.matches([{ name: '改名' }, { name: '客户4' }, { name: '客户5' }]);
    expect([renamed, gone, other].map((hits) => hits?.map(({ id }) => id))).toEqual([['c003'], [], ['c005']]);
  });

  it('is not believed when the journal lost what came after it', async () => {
    const machine = new Machine();
    await (await filled(machine)).close();
    const { engine } = await machine.openEngine();
    await engine.commit('customer/create', [putCustomer({ id: 'late', name: '新客户' })]);
    machine.main.frames.pop();
    machine.main.headSeq -= 1;
    const again = await machine.openEngine();
    expect(again.report.found).toBe('ahead');
    expect((await again.engine.overview()).customers).toBe(customers + 1);
    expect(await again.engine.search('新客户', 5)).toHaveLength(1);
  });

  it('of another generation is not used', async () => {
    const machine = new Machine();
    const engine = await filled(machine);
    await engine.backup();
    const before = await answersOf(engine);
    await engine.commit('customer/edit', [putCustomer({ id: 'c000', name: '改名', code: 'X' })]);
    await engine.close();
    const { bytes, counts } = machine.main.snapshot!;
    machine.main.restore(bytes, counts);
    const again = await machine.openEngine();
    expect(again.report.found).toBe('wiped');
    expect(await answersOf(again.engine)).toEqual(before);
  });
});

async function damage(store: ArchiveStore, kept: string[], flipped?: number): Promise<void> {
  const rows = (await store.readImage(kept)).flatMap((row) => row ?? []);
  const row = flipped === undefined ? undefined : rows[flipped];
  if (row) row.box[9]! ^= 1;
  await store.writeImage(rows);
}

async function swap(store: ArchiveStore): Promise<void> {
  const [head, core, words] = (await store.readImage(['head-0', 'core-0', 'sought-0'])).map((row) => row!);
  await store.writeImage([head!, { ...core!, name: 'sought-0' }, { ...words!, name: 'core-0' }]);
}

describe('writing the image', () => {
  it('is given up for whoever wants to save something, and made up for later', async () => {
    const machine = new Machine();
    let onRow: () => void = () => undefined;
    let isRefused = false;
    machine.wrapStore = (store) => ({
      ...store,
      async writeImage(rows) {
        const seen = async function* () {
          for await (const row of rows) {
            yield row;
            onRow();
          }
        };
        await store.writeImage(seen()).catch((error: unknown) => {
          isRefused = true;
          throw error;
        });
      },
    });
    const engine = await filled(machine);
    const store = await machine.ports.openStore('0123456789abcdef', () => undefined);
    const saved = new Promise((resolve) => {
      onRow = () => {
        onRow = () => undefined;
        resolve(engine.commit('customer/edit', [putCustomer({ id: 'c000', name: '改名' })]));
      };
    });
    machine.idle();
    await saved;
    expect(isRefused).toBe(true);
    expect(await store.readImage(['head-0', 'core-0', 'sought-0'])).toEqual([undefined, undefined, undefined]);

    isRefused = false;
    machine.idle();
    await eventually(async () => expect((await store.readImage(['head-0']))[0]).toBeDefined());
    expect(isRefused).toBe(false);
    await engine.close();
  });
});

describe('a damaged database', () => {
  it('is built anew when a dossier in it is not in the journal at all', async () => {
    const machine = new Machine();
    const engine = await filled(machine);
    await engine.close();
    const store = await machine.ports.openStore('0123456789abcdef', () => undefined);
    const meta = await metaOf(store);
    const [[row] = []] = await store.readDossiers(['c001']);
    await store.writeImage([]);
    const dossiers = { ...meta.totals.dossiers, rows: meta.totals.dossiers.rows + 1 };
    await store.write({ putDossiers: [{ ...row!, customerId: 'foreign' }] });
    await putMeta(store, { ...meta, totals: { ...meta.totals, dossiers } });
    store.close();
    const again = await machine.openEngine();
    expect(again.report.found).toBe('damaged');
    expect((await again.engine.overview()).customers).toBe(customers);
    expect((await again.engine.search('一箱龙井', 5)).map((each) => each.id)).toEqual(['c001']);
  });
});

describe('a backup', () => {
  it('holds every record as it was when it began, while writing goes on', async () => {
    const machine = new Machine();
    const engine = await filled(machine);
    const { counts } = await engine.overview();
    let writes = 0;
    const call: MainPort['call'] = (channel, input) => machine.main.call(channel, input);
    machine.ports.main.call = async (channel, input) => {
      if (channel === 'backup/begin') {
        // The backup has begun; nothing of it is packed yet.
        writes += 1;
        await engine.commit('customer/edit', [putCustomer({ id: 'c059', name: '晚改', code: 'X' })]);
        await engine.commit('customer/create', [putCustomer({ id: 'c0595', name: '晚来' })]);
        await engine.commit('customer/delete', [{ table: 'customer', id: 'c010', after: null }]);
        await engine.undo();
      }
      return call(channel, input);
    };
    const report = await engine.backup();
    machine.ports.main.call = call;
    expect(writes).toBe(1);
    expect(report).toMatchObject({ name: 'backup-2.kebu', records: customers + 2 });
    const snapshot = machine.main.snapshot!;
    expect(snapshot.counts).toEqual(counts);
    const names = new Map<string, string>();
    for await (const entries of unpackContent(inOnePiece(snapshot.bytes))) {
      for (const entry of entries) if (entry.table === 'customer') names.set(entry.record.id, entry.record.name);
    }
    expect(names.size).toBe(customers);
    expect(names.get('c059')).toBe('客户59');
    expect(names.has('c0595')).toBe(false);
    expect((await engine.dossier(anId('c059'))).customer.name).toBe('晚改');
    expect(machine.events.some((event) => event.type === 'progress' && event.task === 'backup')).toBe(true);
  });

  it('can be rebuilt from, together with what the journal has since', async () => {
    const machine = new Machine();
    const engine = await filled(machine);
    await engine.backup();
    machine.main.compact();
    await engine.commit('customer/edit', [putCustomer({ id: 'c003', name: '改名', code: 'X' })]);
    const before = await answersOf(engine);
    machine.indexedDB = new IDBFactory();
    const again = await machine.openEngine();
    expect(again.report).toMatchObject({ found: 'wiped', replayedChangeSets: 1 });
    expect(await answersOf(again.engine)).toEqual(before);
    // What lies before the snapshot is no longer in the journal.
    const history = await engine.history(10);
    expect(history.map((entry) => entry.undoable)).toEqual([true, false, false]);
  });

  it('waits, when nobody asked for it, until nobody asks for anything else', async () => {
    const machine = new Machine();
    const engine = await filled(machine);
    let begun = false;
    const call: MainPort['call'] = (channel, input) => machine.main.call(channel, input);
    machine.ports.main.call = (channel, input) => {
      begun ||= channel === 'backup/begin';
      return call(channel, input);
    };
    const asking = setInterval(() => void engine.overview(), 50);
    const backup = engine.backup('in-lulls');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(begun).toBe(false);
    clearInterval(asking);
    expect((await backup).records).toBeGreaterThan(0);
  });

  it('is given up when asked, and leaves nothing half done', async () => {
    const machine = new Machine();
    const engine = await filled(machine);
    const call: MainPort['call'] = (channel, input) => machine.main.call(channel, input);
    machine.ports.main.call = async (channel, input) => {
      if (channel === 'backup/begin') await engine.cancelBackup();
      return call(channel, input);
    };
    await expect(engine.backup()).rejects.toMatchObject({ error: { code: 'backup/cancelled' } });
    expect(machine.main.snapshot).toBeNull();
    machine.ports.main.call = call;
    await engine.backup();
    expect(machine.main.snapshot).not.toBeNull();
  });
});
