import { IDBFactory } from 'fake-indexeddb';
import { expect, it, describe } from 'vitest';
import { contentVersion } from '#shared/archive/content.ts';
import type { Archive } from '../../../renderer/engine/archive/archive.ts';
import type { AuditEntry } from '../../../renderer/engine/archive/rows/audit.ts';
import { Machine, metaOf, putMeta } from '../../helpers/archive.ts';
import { aCustomer, anId, putContact, putCustomer } from '../../helpers/builders.ts';

async function auditOf(archive: Archive): Promise<AuditEntry[]> {
  const list: AuditEntry[] = [];
  for await (const entry of archive.audit()) list.push(entry);
  return list;
}

/** Five changes, the last but one taken back, and a snapshot after all of them and one before. */
async function aShop() {
  const machine = new Machine();
  const { engine } = await machine.openEngine();
  for (let n = 0; n < 3; n += 1)
    await engine.commit('customer/create', [putCustomer({ id: `c${n}`, name: `客户${n}` })]);
  await engine.backup();
  await engine.commit('customer/edit', [putCustomer({ id: 'c1', name: '写错了', code: 'A' })]);
  const { changeSetId } = await engine.commit('customer/edit', [putCustomer({ id: 'c2', name: '改名', code: 'B' })]);
  await engine.undo(changeSetId);
  await engine.close();
  return machine;
}

async function backedUp(machine: Machine) {
  const { engine } = await machine.openEngine();
  await engine.backup();
  await engine.close();
}

async function listNow(machine: Machine) {
  const { archive, report } = await machine.openArchive();
  const list = await auditOf(archive);
  const { found } = await archive.check();
  archive.close();
  return { list, found: report.found, rows: found };
}

describe('the list of what was done', () => {
  it('tells after a loss of everything that the journal holds, also of what lies in the snapshot', async () => {
    const machine = await aShop();
    await backedUp(machine);
    const before = await listNow(machine);
    expect(before.list.map(({ seq, undone }) => [seq, undone])).toEqual([
      [6, false],
      [5, true],
      [4, false],
      [3, false],
      [2, false],
      [1, false],
    ]);
    machine.indexedDB = new IDBFactory();
    expect(await listNow(machine)).toEqual({ ...before, found: 'wiped', rows: 'intact' });
  });

  it('can still be taken back step by step after a loss', async () => {
    const machine = await aShop();
    await backedUp(machine);
    machine.indexedDB = new IDBFactory();
    const { engine } = await machine.openEngine();
    const [, , edit] = await engine.history(9);
    expect(edit).toMatchObject({ reason: 'customer/edit', undoable: true, customer: { name: '写错了' } });
    expect(await engine.changesOf(edit!.changeSetId)).toMatchObject({
      records: [
        { deed: 'edited', fields: expect.arrayContaining([{ field: 'name', before: '客户1', after: '写错了' }]) },
      ],
    });
    await engine.undo(edit!.changeSetId);
    expect((await engine.dossier(anId('c1'))).customer.name).toBe('客户1');
    await engine.close();
  });

  it.each([
    ['a newer Kebu writes the database anew', { contentVersion: contentVersion - 1 }, 'outdated'],
    ['rows were found that nobody wrote', { state: 'distrusted' as const }, 'damaged'],
    ['building it anew was broken off', { state: 'rebuilding' as const }, 'wiped'],
  ])('goes on telling of what the journal no longer holds when %s', async (_when, meta, found) => {
    const machine = await aShop();
    await backedUp(machine);
    const before = await listNow(machine);
    machine.main.frames = machine.main.frames.filter(({ seq }) => seq > 4);
    const { archive } = await machine.openArchive();
    await putMeta(archive.store, { ...(await metaOf(archive.store)), ...meta });
    archive.close();
    expect(await listNow(machine)).toEqual({ ...before, found, rows: 'intact' });
  });

  it('shows of what the journal no longer holds what the card remembers, and takes nothing of it back', async () => {
    const machine = await aShop();
    const { engine } = await machine.openEngine();
    machine.now = new Date('2026-03-01T09:00:00.000Z');
    await engine.commit('contact/edit', [
      putContact({ id: 'p1', customerId: 'c0', name: '小王' }),
      { table: 'customer', id: 'c0', after: aCustomer({ id: 'c0', name: '客户0', title: '经理' }) },
    ]);
    machine.now = new Date('2026-03-01T10:00:00.000Z');
    await engine.commit('customer/delete', [{ table: 'customer', id: 'c1', after: null }]);
    await engine.backup();
    const [deleted, met, , , renamed, ...created] = await engine.history(9);
    machine.main.compact();
    expect(await engine.changesOf(deleted!.changeSetId)).toEqual({
      records: [{ table: 'customer', recordId: 'c1', customerName: '写错了', title: '', deed: 'deleted', fields: [] }],
      more: 0,
      isFromCard: true,
    });
    expect(await engine.changesOf(met!.changeSetId)).toMatchObject({
      records: [
        { table: 'contact', recordId: 'p1', customerName: '客户0', title: '小王', deed: 'created' },
        { table: 'customer', recordId: 'c0', deed: 'edited', fields: [{ field: 'title', after: '经理' }] },
      ],
    });
    expect(await engine.changesOf(renamed!.changeSetId)).toMatchObject({
      records: [{ fields: expect.arrayContaining([{ field: 'name', before: '客户1', after: '写错了' }]) }],
    });
    expect(await engine.changesOf(created.at(-1)!.changeSetId)).toMatchObject({ records: [{ deed: 'created' }] });
    await expect(engine.undo(renamed!.changeSetId)).rejects.toThrow('archive/nothing-to-undo');
    await engine.close();
  });

  it('leaves out what was altered, and what came before a restore', async () => {
    const machine = await aShop();
    await backedUp(machine);
    const { list } = await listNow(machine);
    machine.main.frames = machine.main.frames.filter(({ seq }) => seq > 4);
    const { archive } = await machine.openArchive();
    const row = (await archive.store.readAudit(3, 1))[0]!;
    await archive.store.write({ putAudit: [{ ...row, changeSetId: 'another' }] });
    await putMeta(archive.store, { ...(await metaOf(archive.store)), contentVersion: 1 });
    archive.close();
    const again = await listNow(machine);
    expect(again).toEqual({ list: list.filter(({ seq }) => seq !== 2), found: 'outdated', rows: 'intact' });
    const { bytes, counts } = machine.main.snapshot!;
    machine.main.restore(bytes, counts);
    expect((await listNow(machine)).list).toEqual([]);
  });

  it('is shorter, and nothing else is missing, when an old frame cannot be read any more', async () => {
    const machine = await aShop();
    await backedUp(machine);
    machine.main.frames[3]!.payload = Uint8Array.of(1, 2, 3);
    machine.indexedDB = new IDBFactory();
    const { archive, report } = await machine.openArchive();
    expect(report).toMatchObject({ found: 'wiped', counts: { customer: 3 } });
    expect((await auditOf(archive)).map(({ seq }) => seq)).toEqual([3, 2, 1]);
    archive.close();
  });
});
