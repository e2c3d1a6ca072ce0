import { IDBTransaction } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { eventually } from '../../helpers/eventually.ts';
import { keyOfPlace } from '#shared/unsaved/unsaved.ts';
import { isStoreDamaged } from '../../../renderer/db/storage-failure.ts';
import { isImageRow, isKeyedRow, isUnsavedRow } from '../../../renderer/db/tables.ts';
import { anArchiveId, Machine } from '../../helpers/archive.ts';
import { anId, putCustomer } from '../../helpers/builders.ts';

const zhang = anId('zhang');
const today = '2026-03-01';
const words = { text: '还没写完' };
const quickAdd = keyOfPlace({ kind: 'composer', customerId: zhang });

/** Tables of which the browser breaks every read off, as Chromium does at a page that is not what it wrote. */
const broken = new Set<string>();
const aborted = new WeakSet<IDBTransaction>();
let readsBroken = 0;
const { value: objectStore } = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'objectStore') as {
  value: (this: IDBTransaction, name: string) => IDBObjectStore;
};
beforeEach(() => {
  readsBroken = 0;
  vi.spyOn(IDBTransaction.prototype, 'objectStore').mockImplementation(function breaking(this: IDBTransaction, name) {
    if (broken.has(name) && this.mode === 'readonly') {
      readsBroken += 1;
      if (!aborted.has(this)) queueMicrotask(() => this.abort());
      aborted.add(this);
    }
    return objectStore.call(this, name);
  });
});
afterEach(() => {
  broken.clear();
  vi.restoreAllMocks();
});

async function aShop() {
  const machine = new Machine();
  const { engine } = await machine.openEngine();
  await engine.commit('customer/create', [putCustomer({ id: 'zhang', name: '张三' })]);
  await engine.backup();
  await engine.commit('customer/create', [putCustomer({ id: 'li', name: '李四' })]);
  await engine.keepUnsaved(quickAdd, words);
  await engine.close();
  return machine;
}

/** What is broken lies in the file that goes. */
function healByDeletion({ ports }: Machine): void {
  const deleteStore = ports.deleteStore.bind(ports);
  ports.deleteStore = async (archiveId) => {
    broken.clear();
    await deleteStore(archiveId);
  };
}

const damageTold = (machine: Machine) => machine.events.filter(({ type }) => type === 'store-damaged').length;

describe('a database that cannot be read', () => {
  it('says so when it is opened, having been tried twice', async () => {
    const machine = await aShop();
    broken.add('dossiers');
    const failure = await machine.openEngine().catch((error: unknown) => error);
    expect(isStoreDamaged(failure)).toBe(true);
    expect(readsBroken).toBeGreaterThan(1);
  });

  it('is believed after all when the second try succeeds', async () => {
    const machine = await aShop();
    broken.add('dossiers');
    const opening = machine.openEngine();
    await eventually(() => expect(readsBroken).toBeGreaterThan(0), 1);
    broken.clear();
    expect((await opening).report.found).toBe('equal');
    expect(damageTold(machine)).toBe(0);
  });

  it('is thrown away and built from snapshot and journal, with what was typed and not saved', async () => {
    const machine = await aShop();
    broken.add('dossiers');
    const { engine } = await machine.openEngine().catch(() => ({ engine: null }));
    expect(engine).toBeNull();
    const anew = machine.startEngine();
    healByDeletion(machine);
    const report = await anew.rebuild(machine.opened, today);
    expect(report).toMatchObject({ found: 'damaged', counts: { customer: 2 }, rebuiltRecords: 2 });
    expect(await anew.unsaved()).toEqual({ [quickAdd]: words });
    await anew.close();
    expect((await machine.openEngine()).report.found).toBe('equal');
  });

  it('loses of what was typed only what cannot be read itself', async () => {
    const machine = await aShop();
    broken.add('unsaved');
    healByDeletion(machine);
    const anew = machine.startEngine();
    expect((await anew.rebuild(machine.opened, today)).counts).toEqual({ customer: 2 });
    expect(await anew.unsaved()).toEqual({});
  });

  it('is told of while it is open, and its backup fails with the reason', async () => {
    const machine = await aShop();
    const { engine } = await machine.openEngine();
    broken.add('dossiers');
    await expect(engine.backup()).rejects.toThrow('archive/store-damaged');
    expect(damageTold(machine)).toBe(1);
    broken.clear();
    await engine.commit('customer/create', [putCustomer({ id: 'wang', name: '王五' })]);
    await engine.keepUnsaved(quickAdd, { text: '再写一点' });
    const report = await engine.rebuild(machine.opened, today);
    expect(report).toMatchObject({ found: 'damaged', counts: { customer: 3 } });
    expect(await engine.unsaved()).toEqual({ [quickAdd]: { text: '再写一点' } });
    expect((await engine.backup()).records).toBe(3);
  });

  it('is found by the quiet look at every row', async () => {
    const machine = await aShop();
    await machine.openEngine();
    broken.add('dossiers');
    machine.idle();
    await expect.poll(() => damageTold(machine)).toBeGreaterThan(0);
  });

  it('is left as it is when the journal does not tell everything', async () => {
    const machine = await aShop();
    machine.main.readOnlyReason = 'journal/damaged';
    await expect(machine.startEngine().rebuild(machine.opened, today)).rejects.toThrow('archive/read-only');
    machine.main.readOnlyReason = null;
    expect((await machine.openEngine()).report.found).toBe('equal');
  });
});

describe('what a damaged database gives back', () => {
  const anything = [null, undefined, 7, 'row', [], {}, { customerId: null, part: 0 }, { seq: '1', changeSetId: 'a' }];

  it.each(['dossiers', 'catalogue', 'audit'] as const)('is no row of %s unless it has its key', (table) => {
    expect(anything.filter((row) => isKeyedRow(table, row))).toEqual([]);
    const keys = { customerId: 'c', part: 0, table: 'tag', id: 't', seq: 1, changeSetId: 'a' };
    expect(isKeyedRow(table, keys)).toBe(true);
  });

  it('is no piece of the image and no unsaved text unless something is sealed in it', () => {
    const box = new Uint8Array(3);
    const halves = [...anything, { box }, { key: 'k', box }, { name: 'n', box }, { key: 7, nonce: box, box }];
    expect(halves.filter(isImageRow)).toEqual([]);
    expect(halves.filter(isUnsavedRow)).toEqual([]);
    expect(isImageRow({ name: 'n', iv: box, box: new Blob([box]) })).toBe(true);
    expect(isUnsavedRow({ key: 'k', nonce: box, box })).toBe(true);
  });
});

describe('a row whose value is not the one of its key', () => {
  /** As the browser gives it back when the bytes of the value, and not those of the key, are others. */
  function exchange(indexedDB: IDBFactory, table: string, key: IDBValidKey, edit: (value: object) => void): void {
    const { _databases: databases } = indexedDB as unknown as {
      _databases: Map<
        string,
        { rawObjectStores: Map<string, { records: { get: (key: unknown) => { value: object } } }> }
      >;
    };
    edit(databases.get(`kebu-${anArchiveId}`)!.rawObjectStores.get(table)!.records.get(key).value);
  }

  async function manyCustomers() {
    const machine = new Machine();
    const { engine } = await machine.openEngine();
    const ids = Array.from({ length: 450 }, (_, n) => `c${String(n).padStart(3, '0')}`);
    await engine.commit(
      'import/customers',
      ids.map((id) => putCustomer({ id })),
    );
    for (const id of ids.slice(0, 60)) await engine.commit('customer/edit', [putCustomer({ id, name: '新名' })]);
    await engine.close();
    return machine;
  }

  it('has nobody read in circles, and the database built anew', async () => {
    const machine = await manyCustomers();
    const { archive } = await machine.openArchive();
    exchange(machine.indexedDB, 'dossiers', ['c199', 0], (value) => Object.assign(value, { customerId: 'a' }));
    await expect(archive.check()).rejects.toThrow('archive/store-damaged');
    const scan = async () => {
      for await (const files of archive.cabinet.scan(200)) expect(files.length).toBeGreaterThan(0);
    };
    await expect(scan()).rejects.toThrow('archive/store-damaged');
    exchange(machine.indexedDB, 'audit', 12, (value) => Object.assign(value, { seq: 9_999 }));
    const list = async () => {
      for await (const { seq } of archive.audit()) expect(seq).toBeGreaterThan(0);
    };
    await expect(list()).rejects.toThrow('archive/store-damaged');
    expect(damageTold(machine)).toBe(3);
    archive.close();
    const engine = machine.startEngine();
    expect(await engine.rebuild(machine.opened, today)).toMatchObject({ found: 'damaged', counts: { customer: 450 } });
    await engine.close();
  });
});
