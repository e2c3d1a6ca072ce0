import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../renderer/engine/api.ts';
import type { EngineMethods } from '../../../renderer/engine/client-types.ts';
import { Machine } from '../../helpers/archive.ts';
import { anId, putCustomer } from '../../helpers/builders.ts';

const many = (count: number, start = 0) =>
  Array.from({ length: count }, (_, n) => putCustomer({ id: `c${start + n}`, name: `客户${start + n}` }));
const deletions = (count: number): Edit[] =>
  Array.from({ length: count }, (_, n) => ({ table: 'customer', id: `c${n}`, after: null }));

async function filled(machine: Machine, count = 60): Promise<EngineMethods> {
  const { engine } = await machine.openEngine();
  await engine.commit('customer/create', many(count));
  return engine;
}

describe('a mass deletion', () => {
  it('is refused with its numbers until the user has confirmed exactly these', async () => {
    const machine = new Machine();
    const engine = await filled(machine);
    const refused = { error: { code: 'archive/mass-delete', data: { count: 55, total: 60 } } };
    await expect(engine.commit('customer/delete', deletions(55))).rejects.toMatchObject(refused);
    await engine.confirmDeletion(54);
    await expect(engine.commit('customer/delete', deletions(55))).rejects.toMatchObject(refused);
    await engine.confirmDeletion(55);
    // The word is for the next commit, whatever that is.
    await engine.commit('customer/edit', [putCustomer({ id: 'c59', name: '改名' })]);
    await expect(engine.commit('customer/delete', deletions(55))).rejects.toMatchObject(refused);
    expect((await engine.overview()).inBin).toBe(0);
    await engine.confirmDeletion(55);
    await engine.commit('customer/delete', deletions(55));
    expect(await engine.overview()).toMatchObject({ customers: 5, inBin: 55 });
  });

  it('goes into the bin after a snapshot of the state before, and comes back by undo', async () => {
    const machine = new Machine();
    const engine = await filled(machine);
    const { seq } = await engine.overview();
    await engine.confirmDeletion(55);
    await engine.commit('customer/delete', deletions(55));
    expect(machine.main.snapshot).toMatchObject({ seq, counts: { customer: 60 } });
    await engine.undo();
    expect(await engine.overview()).toMatchObject({ customers: 60, inBin: 0 });
  });

  it('is braked when it comes in stages too, and can be sent again', async () => {
    const machine = new Machine();
    const engine = await filled(machine);
    await engine.stage('s', deletions(30));
    await engine.stage('s', deletions(55).slice(30));
    await expect(engine.commitStaged('s', 'customer/delete')).rejects.toMatchObject({
      error: { code: 'archive/mass-delete' },
    });
    await engine.confirmDeletion(55);
    await engine.commitStaged('s', 'customer/delete');
    expect((await engine.overview()).inBin).toBe(55);
  });
});

describe('an undo', () => {
  it('of an edit of very many waits for no snapshot; one that takes very many away does', async () => {
    const machine = new Machine();
    const engine = await filled(machine);
    const ids = Array.from({ length: 60 }, (_, n) => anId(`c${n}`));
    const change = { kind: 'set', field: 'title', text: '老板' } as const;
    await engine.commitBulk([{ ids, change }], 'customer/bulk-edit');
    await engine.undo();
    expect(machine.main.snapshot).toBeNull();
    const { seq } = await engine.overview();
    await engine.undo();
    expect(machine.main.snapshot?.seq).toBe(seq);
    expect((await engine.overview()).customers).toBe(0);
  });
});

describe('a large import', () => {
  it('is preceded by a verified snapshot, once for each state', async () => {
    const machine = new Machine();
    const engine = await filled(machine, 3);
    await engine.commit('import/customers', many(500, 100));
    expect(machine.main.snapshot).toBeNull();
    const { seq } = await engine.overview();
    await engine.commit('import/customers', many(501, 1000));
    expect(machine.main.snapshot?.seq).toBe(seq);
  });

  it('needs none in an archive that is empty yet', async () => {
    const machine = new Machine();
    const { engine } = await machine.openEngine();
    await engine.commit('import/customers', many(501));
    expect(machine.main.snapshot).toBeNull();
  });

  it('changes nothing when the snapshot cannot be made, or the disk has no room for it', async () => {
    const machine = new Machine();
    const engine = await filled(machine, 3);
    machine.main.failWhen = (channel) => channel === 'backup/finish' && 'before';
    await expect(engine.commit('import/customers', many(501, 100))).rejects.toMatchObject({
      error: { code: 'archive/no-snapshot' },
    });
    machine.main.failWhen = () => false;
    machine.main.freeBytes = 301 * 1024 ** 2;
    await expect(engine.commit('import/customers', many(501, 100))).rejects.toMatchObject({
      error: { code: 'archive/disk-nearly-full', data: { freeMb: 301 } },
    });
    expect((await engine.overview()).customers).toBe(3);
    machine.main.freeBytes = 1024 ** 4;
    await engine.commit('import/customers', many(501, 100));
    expect((await engine.overview()).customers).toBe(504);
  });

  it('is taken back after a snapshot of what it brought', async () => {
    const machine = new Machine();
    const { engine } = await machine.openEngine();
    await engine.commit('import/customers', many(60));
    const { seq } = await engine.overview();
    await engine.undo();
    expect(machine.main.snapshot).toMatchObject({ seq, counts: { customer: 60 } });
    expect((await engine.overview()).customers).toBe(0);
  });
});

describe('another Kebu than the one that made the last snapshot', () => {
  it('makes one before it writes anything', async () => {
    const machine = new Machine();
    const first = await filled(machine, 3);
    await first.close();
    machine.main.snapshotDue = true;
    const { engine } = await machine.openEngine();
    const { seq } = await engine.overview();
    await engine.commit('customer/edit', [putCustomer({ id: 'c1', name: '改名' })]);
    expect(machine.main.snapshot?.seq).toBe(seq);
    expect(machine.main.snapshotDue).toBe(false);
  });

  it('makes one when it is left alone', async () => {
    const machine = new Machine();
    const first = await filled(machine, 3);
    await first.close();
    machine.main.snapshotDue = true;
    await machine.openEngine();
    machine.idle();
    await expect.poll(() => machine.main.snapshot).not.toBeNull();
  });
});

describe('a database that is lost while the disk is nearly full', () => {
  it('is not built anew there, and is as soon as there is room', async () => {
    const machine = new Machine();
    const engine = await filled(machine, 3);
    await engine.close();
    const store = await machine.ports.openStore('0123456789abcdef', () => undefined);
    await store.write({ removeDossiers: [['c1', 0]] });
    store.close();
    machine.main.freeBytes = 10 * 1024 ** 2;
    await expect(machine.openEngine()).rejects.toMatchObject({ error: { code: 'archive/disk-nearly-full' } });
    machine.main.freeBytes = 1024 ** 4;
    expect((await machine.openEngine()).report).toMatchObject({ found: 'damaged', counts: { customer: 3 } });
  });
});
