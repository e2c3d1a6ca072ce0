import { describe, expect, it, vi } from 'vitest';
import { commit, contentOf, Machine, stateOf } from '../../helpers/archive.ts';
import { anId, putCustomer, putFollowUp, putInteraction, putOrder } from '../../helpers/builders.ts';

describe('the archive', () => {
  it('keeps what is committed and finds it again after a restart', async () => {
    const machine = new Machine();
    const { archive, report } = await machine.openArchive();
    expect(report).toMatchObject({ found: 'empty', counts: {} });
    await commit(archive, 'customer/create', [putCustomer({ id: 'c1', name: '王芳' })]);
    await commit(archive, 'interaction/log', [putInteraction({ id: 'i1', customerId: 'c1', text: '聊了茶' })]);
    const before = await stateOf(archive);
    expect(before.counts).toEqual({ customer: 1, interaction: 1 });
    archive.close();

    const again = await machine.openArchive();
    expect(again.report.found).toBe('equal');
    expect(await stateOf(again.archive)).toEqual(before);
    const dossier = (await again.archive.cabinet.load(['c1'])).get('c1')?.toDossier();
    expect(dossier?.customer).toMatchObject({ name: '王芳', code: 'C-2026-00001', version: 1 });
    expect(dossier?.history).toMatchObject([{ field: '*', after: 'created' }]);
  });

  it('notes the history of each field', async () => {
    const { archive } = await new Machine().openArchive();
    await commit(archive, 'customer/create', [putCustomer({ id: 'c1', name: '王芳', code: 'A1' })]);
    await commit(archive, 'customer/edit', [putCustomer({ id: 'c1', name: '王方', code: 'A1', note: '老客' })]);
    await commit(archive, 'customer/delete', [{ table: 'customer', id: 'c1', after: null }]);
    const dossier = (await archive.cabinet.load(['c1'])).get('c1')?.toDossier();
    expect(dossier?.customer).toMatchObject({ version: 3, deletedAt: '2026-03-01T08:00:00.000Z' });
    expect(dossier?.history.slice(1)).toMatchObject([
      { field: 'name', before: '王芳', after: '王方', changeSetId: 'set-2' },
      { field: 'note', after: '老客' },
      { field: '*', after: 'deleted' },
    ]);
  });

  it('reads a dossier once, however often it is asked for at a time', async () => {
    const { archive } = await new Machine().openArchive();
    await commit(archive, 'customer/create', [putCustomer({ id: 'c1' }), putCustomer({ id: 'c2' })]);
    archive.cabinet.forget(['c1', 'c2']);
    const read = vi.spyOn(archive.store, 'readDossiers');
    const files = await archive.cabinet.load(['c1', 'c2', 'c1', 'c1']);
    expect([...files.keys()]).toEqual(['c1', 'c2']);
    expect(read).toHaveBeenCalledExactlyOnceWith(['c1', 'c2']);
  });

  it('writes nothing for edits that change nothing', async () => {
    const { archive } = await new Machine().openArchive();
    await commit(archive, 'customer/create', [putCustomer({ id: 'c1' })]);
    expect(await commit(archive, 'customer/edit', [putCustomer({ id: 'c1' })])).toBeNull();
    expect(archive.seq).toBe(1);
  });

  it('lets what is in the bin stay there for no longer when it is put there again', async () => {
    const machine = new Machine();
    const { archive } = await machine.openArchive();
    await commit(archive, 'customer/create', [putCustomer({ id: 'c1' })]);
    const removal = { table: 'customer', id: 'c1', after: null } as const;
    await commit(archive, 'customer/delete', [removal]);
    machine.now = new Date('2026-03-09T08:00:00.000Z');
    expect(await commit(archive, 'customer/delete', [removal])).toBeNull();
    const file = (await archive.cabinet.load(['c1'])).get('c1');
    expect(file?.find('customer', 'c1')).toMatchObject({ deletedAt: '2026-03-01T08:00:00.000Z' });
  });

  it.each([
    ['archive/conflict', { ...putCustomer({ id: 'c1', name: '李' }), seen: 7 }],
    ['archive/not-found', { ...putCustomer({ id: 'c9', name: '李' }), seen: 1 }],
    ['archive/not-found', putInteraction({ id: 'i1', customerId: 'c9' })],
    ['archive/not-found', { table: 'order', id: 'o1', after: null } as const],
    ['archive/invalid-record', putCustomer({ id: 'c1', name: '' })],
    ['archive/invalid-record', { ...putCustomer({ id: 'c1' }), id: 'c2' }],
  ])('refuses with %s and changes nothing', async (code, edit) => {
    const machine = new Machine();
    const { archive } = await machine.openArchive();
    await commit(archive, 'customer/create', [putCustomer({ id: 'c1' })]);
    const before = await stateOf(archive);
    await expect(commit(archive, 'customer/edit', [edit])).rejects.toMatchObject({ error: { code } });
    expect(await stateOf(archive)).toEqual(before);
    expect(machine.main.headSeq).toBe(1);
  });

  it('takes back and puts back, across a restart', async () => {
    const machine = new Machine();
    let { archive } = await machine.openArchive();
    await commit(archive, 'import/customers', [
      { table: 'tag', id: 't1', after: { id: 't1', name: '茶友' } },
      putCustomer({ id: 'c1', tagIds: ['t1'] }),
      putCustomer({ id: 'c2' }),
    ]);
    const imported = await contentOf(archive);
    await commit(archive, 'order/edit', [putOrder({ id: 'o1', customerId: 'c1' })]);
    const ordered = await contentOf(archive);
    archive.close();
    ({ archive } = await machine.openArchive());
    await archive.undo();
    expect(await contentOf(archive)).toEqual(imported);
    await archive.undo();
    expect(await contentOf(archive)).toEqual([]);
    expect(archive.counts).toEqual({});
    await expect(archive.undo()).rejects.toMatchObject({ error: { code: 'archive/nothing-to-undo' } });
    archive.close();
    ({ archive } = await machine.openArchive());
    await archive.redo();
    expect(await contentOf(archive)).toEqual(imported);
    await archive.redo();
    expect(await contentOf(archive)).toEqual(ordered);
    await expect(archive.redo()).rejects.toMatchObject({ error: { code: 'archive/nothing-to-redo' } });
    await archive.undo();
    expect(await contentOf(archive)).toEqual(imported);
  });

  it('merges an undo with later edits of other fields and refuses one of the same field', async () => {
    const { archive } = await new Machine().openArchive();
    await commit(archive, 'customer/create', [putCustomer({ id: 'c1', name: '王芳', note: '旧', code: 'A' })]);
    const edit = await commit(archive, 'customer/edit', [
      putCustomer({ id: 'c1', name: '王芳', note: '新', code: 'A' }),
    ]);
    await commit(archive, 'customer/edit', [putCustomer({ id: 'c1', name: '王方', note: '新', code: 'A' })]);
    await archive.undo(edit?.changeSetId);
    const merged = (await archive.cabinet.load(['c1'])).get('c1')?.toDossier();
    expect(merged?.customer).toMatchObject({ name: '王方', note: '旧', version: 4 });

    const name = await commit(archive, 'customer/edit', [
      putCustomer({ id: 'c1', name: '汪芳', note: '旧', code: 'A' }),
    ]);
    await commit(archive, 'customer/edit', [putCustomer({ id: 'c1', name: '汪方', note: '旧', code: 'A' })]);
    const before = await stateOf(archive);
    await expect(archive.undo(name?.changeSetId)).rejects.toMatchObject({
      error: { code: 'archive/undo-conflict', data: { count: 1 } },
    });
    await expect(archive.undo(name?.changeSetId, 'keep')).rejects.toMatchObject({
      error: { code: 'archive/nothing-to-undo' },
    });
    expect(await stateOf(archive)).toEqual(before);
    const watch = { onProgress: () => undefined, goOn: () => undefined };
    const preview = await archive.undoing.preview(watch, name?.changeSetId ?? '');
    expect(preview).toMatchObject({ changes: [], conflicts: [{ field: 'name', now: '汪方', back: '王方' }] });
    await archive.undo(name?.changeSetId, 'take-back');
    const taken = (await archive.cabinet.load(['c1'])).get('c1')?.toDossier();
    expect(taken?.customer.name).toBe('王方');
    expect(taken?.history.filter(({ field }) => field === 'name').map(({ before: value }) => value)).toContain('汪方');
  });

  it('does not take back a customer to whom something was added since', async () => {
    const { archive } = await new Machine().openArchive();
    const created = await commit(archive, 'customer/create', [putCustomer({ id: 'c1' })]);
    await commit(archive, 'follow-up/create', [putFollowUp({ id: 'f1', customerId: 'c1' })]);
    await expect(archive.undo(created?.changeSetId)).rejects.toMatchObject({
      error: { code: 'archive/undo-conflict' },
    });
    // Into the bin with everything, if that is wanted; and back out of it.
    await archive.undo(created?.changeSetId, 'take-back');
    const binned = (await archive.cabinet.load(['c1'])).get('c1')?.toDossier();
    expect(binned?.customer.deletedAt).toBeDefined();
    expect(binned?.followUp).toHaveLength(1);
    await archive.redo();
    expect((await archive.cabinet.load(['c1'])).get('c1')?.toDossier()?.customer.deletedAt).toBeUndefined();
  });

  it('splits a long dossier into parts and rewrites only the part it touches', async () => {
    const machine = new Machine();
    const { archive } = await machine.openArchive();
    const text = '长'.repeat(1000);
    await commit(archive, 'import/interactions', [
      putCustomer({ id: 'c1', code: 'A' }),
      ...Array.from({ length: 400 }, (_, n) => putInteraction({ id: `i${n}`, customerId: 'c1', text })),
    ]);
    const [rows = []] = await archive.store.readDossiers(['c1']);
    expect(rows.length).toBeGreaterThan(4);
    expect(Math.max(...rows.map((row) => row.box.length))).toBeLessThan(260 * 1024);
    await commit(archive, 'interaction/edit', [putInteraction({ id: 'i0', customerId: 'c1', text: '短' })]);
    const [after = []] = await archive.store.readDossiers(['c1']);
    const rewritten = after.filter((row, index) => row.v !== rows[index]?.v);
    // The record's own part, and the last one, which takes the history.
    expect(rewritten.map((row) => row.part)).toEqual([0, rows.length - 1]);
    archive.close();
    const again = await machine.openArchive();
    const dossier = (await again.archive.cabinet.load([anId('c1')])).get('c1')?.toDossier();
    expect(dossier?.interaction).toHaveLength(400);
  });
});
