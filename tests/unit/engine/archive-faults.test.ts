import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { AppFailure, appError } from '#shared/errors/app-error.ts';
import { packContent } from '#shared/archive/pack-content.ts';
import { concatBytes } from '#shared/lib/bytes.ts';
import type { StoreBatch } from '../../../renderer/db/archive-store.ts';
import type { Archive } from '../../../renderer/engine/archive/archive.ts';
import { entriesOf } from '../../../renderer/engine/archive/rows/base-snapshot.ts';
import { anArchiveId, commit, contentOf, Machine, metaOf, putMeta, stateOf } from '../../helpers/archive.ts';
import { createMemoryStore } from '../../helpers/memory-store.ts';
import { putCustomer, putInteraction } from '../../helpers/builders.ts';

async function filled(machine: Machine): Promise<Archive> {
  const { archive } = await machine.openArchive();
  await commit(archive, 'import/customers', [
    { table: 'tag', id: 't1', after: { id: 't1', name: '茶友' } },
    ...Array.from({ length: 5 }, (_, n) => putCustomer({ id: `c${n}`, name: `客户${n}`, tagIds: ['t1'] })),
  ]);
  await commit(archive, 'interaction/log', [putInteraction({ id: 'i1', customerId: 'c1', text: '聊了茶' })]);
  await commit(archive, 'customer/delete', [{ table: 'customer', id: 'c4', after: null }]);
  return archive;
}

async function packed(archive: Archive): Promise<Uint8Array> {
  async function* groups() {
    yield [...archive.catalogue.all()] as never;
    for await (const files of archive.cabinet.scan()) yield files.flatMap(entriesOf);
  }
  const origin = { archiveId: '0123456789abcdef', seq: archive.seq, generation: 1, appVersion: '0.1.0' };
  const pieces: Uint8Array[] = [];
  for await (const piece of packContent(groups(), { ...origin, createdAt: '2026-03-01T09:00:00.000Z' })) {
    pieces.push(piece);
  }
  return concatBytes(pieces);
}

describe('the archive under faults', () => {
  it('changes nothing when the journal refuses', async () => {
    const machine = new Machine();
    const archive = await filled(machine);
    const before = await stateOf(archive);
    machine.main.failWhen = (channel) => channel === 'journal/append' && 'before';
    await expect(commit(archive, 'customer/create', [putCustomer({ id: 'new' })])).rejects.toMatchObject({
      error: { code: 'journal/write-failed' },
    });
    expect(await stateOf(archive)).toEqual(before);
    machine.main.failWhen = () => false;
    await commit(archive, 'customer/create', [putCustomer({ id: 'new' })]);
    expect(archive.counts['customer']).toBe(6);
  });

  it('takes over what the journal had written although the answer was lost', async () => {
    const machine = new Machine();
    const archive = await filled(machine);
    machine.main.failWhen = (channel) => channel === 'journal/append' && 'after';
    await expect(commit(archive, 'customer/create', [putCustomer({ id: 'lost' })])).rejects.toThrow();
    machine.main.failWhen = () => false;
    await commit(archive, 'customer/create', [putCustomer({ id: 'next' })]);
    expect(archive.seq).toBe(machine.main.headSeq);
    expect(archive.counts).toEqual(machine.main.counts);
    expect((await archive.cabinet.load(['lost'])).get('lost')?.find('customer', 'lost')).not.toBeNull();
  });

  it('stops writing when the database fails after the journal, and replays at the next start', async () => {
    const machine = new Machine();
    const archive = await filled(machine);
    archive.close();
    machine.wrapStore = (store) => ({
      ...store,
      write: () => Promise.reject(new DOMException('', 'QuotaExceededError')),
    });
    const failing = (await machine.openArchive()).archive;
    await expect(commit(failing, 'customer/create', [putCustomer({ id: 'new' })])).rejects.toMatchObject({
      error: { code: 'archive/storage-failed', data: { reason: 'quota' } },
    });
    expect(machine.events.at(-1)).toEqual({ type: 'read-only', reason: 'storage-failed', trouble: 'quota' });
    await expect(commit(failing, 'customer/create', [putCustomer({ id: 'newer' })])).rejects.toMatchObject({
      error: { code: 'archive/storage-failed' },
    });
    failing.close();
    machine.wrapStore = (store) => store;
    const again = await machine.openArchive();
    expect(again.report).toMatchObject({ found: 'behind', replayedChangeSets: 1 });
    expect(again.archive.counts).toEqual(machine.main.counts);
    expect(again.archive.counts['customer']).toBe(6);
  });

  it('comes to the same state wherever a large set was interrupted', async () => {
    // Two batches and a bit; in memory, because the fake database takes seconds for it.
    const edits = Array.from({ length: 4_100 }, (_, n) => putCustomer({ id: `c${String(n).padStart(5, '0')}` }));
    const whole = new Machine();
    whole.wrapStore = createMemoryStore;
    const reference = (await whole.openArchive()).archive;
    await commit(reference, 'import/customers', edits);
    const expected = await stateOf(reference, 1_000);
    for (const failing of [1, 2, 3]) {
      const machine = new Machine();
      const memory = createMemoryStore();
      let writes = 0;
      machine.wrapStore = () => ({
        ...memory,
        // The first write marks the empty database as usable.
        write: (batch: StoreBatch) =>
          (writes += 1) === failing + 1 ? Promise.reject(new Error('killed')) : memory.write(batch),
      });
      const { archive } = await machine.openArchive();
      await expect(commit(archive, 'import/customers', edits)).rejects.toThrow();
      archive.close();
      machine.wrapStore = () => memory;
      const again = await machine.openArchive();
      expect(again.report).toMatchObject({ found: 'behind', replayedChangeSets: 1 });
      expect(await stateOf(again.archive, 1_000)).toEqual(expected);
      again.archive.close();
    }
  });

  it('builds a wiped database again from the journal alone', async () => {
    const machine = new Machine();
    const archive = await filled(machine);
    const before = await stateOf(archive);
    archive.close();
    machine.indexedDB = new IDBFactory();
    const again = await machine.openArchive();
    expect(again.report).toMatchObject({ found: 'wiped', replayedChangeSets: 3, rebuiltRecords: 7 });
    expect(await stateOf(again.archive)).toEqual(before);
  });

  it('says so when the journal from which a wiped database was built is damaged, and no more after a restore', async () => {
    const machine = new Machine();
    const archive = await filled(machine);
    const { seq, counts } = archive;
    const bytes = await packed(archive);
    archive.close();
    machine.main.damage = { lastGoodSeq: seq, keptBytes: 70 };
    const same = await machine.openArchive();
    expect(same.report).toMatchObject({ found: 'equal', damage: { lastGoodSeq: seq, keptBytes: 70 } });
    same.archive.close();
    machine.indexedDB = new IDBFactory();
    const lost = await machine.openArchive();
    expect(lost.report).toMatchObject({ found: 'wiped', damage: { lastGoodSeq: seq, keptBytes: 70 } });
    lost.archive.close();
    machine.main.restore(bytes, counts);
    expect((await machine.openArchive()).report).toMatchObject({ found: 'wiped', damage: null });
  });

  it('builds a wiped database again from the base snapshot and the journal after it', async () => {
    const machine = new Machine();
    const archive = await filled(machine);
    machine.main.snapshot = { name: 's', seq: archive.seq, counts: archive.counts, bytes: await packed(archive) };
    machine.main.compact();
    await commit(archive, 'customer/edit', [putCustomer({ id: 'c0', name: '改名', code: 'X' })]);
    const before = await stateOf(archive);
    archive.close();
    machine.indexedDB = new IDBFactory();
    const again = await machine.openArchive();
    expect(again.report).toMatchObject({ found: 'wiped', replayedChangeSets: 1, rebuiltRecords: 7 });
    expect(await stateOf(again.archive)).toEqual(before);
    expect(machine.events.some((event) => event.type === 'progress' && event.task === 'rebuild')).toBe(true);
  });

  it('builds the database again after a restore', async () => {
    const machine = new Machine();
    const archive = await filled(machine);
    const before = await contentOf(archive);
    const bytes = await packed(archive);
    const { counts } = archive;
    await commit(archive, 'customer/edit', [putCustomer({ id: 'c0', name: '改名', code: 'X' })]);
    archive.close();
    machine.main.restore(bytes, counts);
    const again = await machine.openArchive();
    expect(again.report.found).toBe('wiped');
    expect(await contentOf(again.archive)).toEqual(before);
    await commit(again.archive, 'customer/create', [putCustomer({ id: 'new' })]);
    expect(again.archive.seq).toBe(machine.main.headSeq);
  });

  it('builds nothing anew twice, also when the power goes just after', async () => {
    const machine = new Machine();
    const { engine } = await machine.openEngine();
    await engine.commit('customer/create', [putCustomer({ id: 'c1' })]);
    await engine.close();
    expect(machine.main.totals).toMatchObject({ seq: 1 });
    machine.indexedDB = new IDBFactory();
    expect((await machine.openArchive()).report.found).toBe('wiped');
    // Nothing was remembered since.
    expect((await machine.openArchive()).report.found).toBe('equal');
  });

  it('throws nothing away before the snapshot to begin with is at hand', async () => {
    const machine = new Machine();
    const archive = await filled(machine);
    machine.main.snapshot = { name: 's', seq: archive.seq, counts: archive.counts, bytes: await packed(archive) };
    machine.main.compact();
    const meta = await metaOf(archive.store);
    await putMeta(archive.store, { ...meta, state: 'rebuilding' });
    archive.close();
    const call = machine.main.call.bind(machine.main);
    machine.main.call = (channel, input) =>
      channel === 'snapshot/open' ? Promise.reject(new AppFailure(appError('restore/damaged'))) : call(channel, input);
    await expect(machine.openArchive()).rejects.toThrow('restore/damaged');
    const store = await machine.ports.openStore(anArchiveId, () => undefined);
    expect((await store.countRows()).dossiers).toBe(5);
    store.close();
  });

  it('begins again when a rebuild was interrupted', async () => {
    const machine = new Machine();
    const archive = await filled(machine);
    const before = await stateOf(archive);
    archive.close();
    machine.indexedDB = new IDBFactory();
    machine.wrapStore = (store) => ({
      ...store,
      write: (batch) => (batch.putAudit?.length === 0 ? Promise.reject(new Error('killed')) : store.write(batch)),
    });
    await expect(machine.openArchive()).rejects.toThrow('killed');
    machine.wrapStore = (store) => store;
    const again = await machine.openArchive();
    expect(again.report.found).toBe('wiped');
    expect(await stateOf(again.archive)).toEqual(before);
  });

  it('notices rows that are gone', async () => {
    const machine = new Machine();
    const archive = await filled(machine);
    const before = await stateOf(archive);
    await archive.store.write({ removeDossiers: [['c2', 0]] });
    archive.close();
    const again = await machine.openArchive();
    expect(again.report.found).toBe('damaged');
    expect(await stateOf(again.archive)).toEqual(before);
  });

  it('reads everything anew when the records mean what an older Kebu meant', async () => {
    const machine = new Machine();
    const archive = await filled(machine);
    const before = await stateOf(archive);
    await putMeta(archive.store, { ...(await metaOf(archive.store)), contentVersion: 0 });
    archive.close();
    const again = await machine.openArchive();
    expect(again.report).toMatchObject({ found: 'outdated', replayedChangeSets: 3 });
    expect(await stateOf(again.archive)).toEqual(before);
  });

  it('refuses records that a newer Kebu wrote and leaves them alone', async () => {
    const machine = new Machine();
    const archive = await filled(machine);
    await putMeta(archive.store, { ...(await metaOf(archive.store)), contentVersion: 99 });
    const row = await archive.store.readMeta();
    await expect(machine.openArchive()).rejects.toMatchObject({
      error: { code: 'archive/newer-version', data: { version: 99 } },
    });
    const store = await machine.ports.openStore(anArchiveId, () => undefined);
    expect([await store.readMeta(), (await store.countRows()).dossiers]).toEqual([row, 5]);
    store.close();
  });

  it('is read-only when the database knows more than the journal', async () => {
    const machine = new Machine();
    const archive = await filled(machine);
    archive.close();
    machine.main.frames.pop();
    machine.main.headSeq -= 1;
    const again = await machine.openArchive();
    expect(again.report.found).toBe('ahead');
    expect(machine.events).toContainEqual({ type: 'read-only', reason: 'ahead' });
    await expect(commit(again.archive, 'customer/create', [putCustomer({ id: 'new' })])).rejects.toMatchObject({
      error: { code: 'archive/read-only' },
    });
    expect(again.archive.counts['customer']).toBe(5);
  });

  it('brings a damaged dossier back from the journal and stores it', async () => {
    const machine = new Machine();
    const archive = await filled(machine);
    const before = await stateOf(archive);
    const [[row] = []] = await archive.store.readDossiers(['c1']);
    const box = row!.box.slice();
    box[5]! ^= 1;
    await archive.store.write({ putDossiers: [{ ...row!, box }] });
    archive.close();
    const again = await machine.openArchive();
    expect(again.report.found).toBe('equal');
    expect(await stateOf(again.archive)).toEqual(before);
    await again.archive.queue.settled();
    machine.main.frames = [];
    again.archive.close();
    expect(await stateOf((await machine.openArchive()).archive)).toEqual(before);
  });

  it('takes a row with a flipped bit in the name of its key for damaged, and not for one of a newer Kebu', async () => {
    const machine = new Machine();
    const archive = await filled(machine);
    const before = await stateOf(archive);
    const ninth = <T extends { kid: string }>(row: T): T => ({ ...row, kid: `9${row.kid.slice(1)}` });
    const [[dossier] = []] = await archive.store.readDossiers(['c1']);
    const [tag] = await archive.store.readCatalogue();
    const [entry] = await archive.store.readAudit(9, 1);
    await archive.store.write({
      putDossiers: [ninth(dossier!)],
      putCatalogue: [ninth(tag!)],
      putAudit: [ninth(entry!)],
    });
    archive.close();
    const again = await machine.openArchive();
    expect(await stateOf(again.archive)).toEqual(before);
    // What was brought back is stored by then.
    await again.archive.queue.settled();
    expect((await again.archive.check()).found).toBe('other-rows');
    again.archive.close();
    const rebuilt = await machine.openArchive();
    expect(rebuilt.report.found).toBe('damaged');
    expect(await stateOf(rebuilt.archive)).toEqual(before);
    expect((await rebuilt.archive.check()).found).toBe('intact');
    rebuilt.archive.close();
  });

  it('reports a damaged dossier that cannot be brought back', async () => {
    const machine = new Machine();
    const archive = await filled(machine);
    const [[row] = []] = await archive.store.readDossiers(['c1']);
    await archive.store.write({ putDossiers: [{ ...row!, v: row!.v + 1 }] });
    archive.close();
    machine.main.frames = [];
    const again = await machine.openArchive();
    await expect(again.archive.cabinet.load(['c1'])).rejects.toMatchObject({
      error: { code: 'archive/damaged-record' },
    });
    expect((await again.archive.cabinet.load(['c2'])).get('c2')?.toDossier()?.customer.name).toBe('客户2');
  });

  it('brings a damaged catalogue back', async () => {
    const machine = new Machine();
    const archive = await filled(machine);
    const [row] = await archive.store.readCatalogue();
    await archive.store.write({ putCatalogue: [{ ...row!, nonce: new Uint8Array(24) }] });
    archive.close();
    const again = await machine.openArchive();
    expect(again.archive.catalogue.list('tag')).toMatchObject([{ id: 't1', name: '茶友' }]);
  });

  it('passes over frames of a change set that was never finished', async () => {
    const machine = new Machine();
    const archive = await filled(machine);
    archive.close();
    machine.main.frames.push({ seq: 4, changeSetId: 'torn', last: false, payload: Uint8Array.of(1, 2, 3) });
    const again = await machine.openArchive();
    expect(again.report.found).toBe('equal');
    await commit(again.archive, 'customer/create', [putCustomer({ id: 'new' })]);
    expect(again.archive.counts['customer']).toBe(6);
  });

  it('seals nothing once it is closed, because the key is wiped then', async () => {
    const machine = new Machine();
    const archive = await filled(machine);
    const batches: StoreBatch[] = [];
    const write = archive.store.write.bind(archive.store);
    archive.store.write = (batch) => {
      batches.push(batch);
      return write(batch);
    };
    const appended = machine.main.headSeq;
    const late = commit(archive, 'customer/edit', [putCustomer({ id: 'c1', name: '太晚' })]);
    archive.close();
    await expect(late).rejects.toMatchObject({ error: { code: 'keys/locked' } });
    expect(() => archive.vault.seal('dossiers', 'c1/0', 1, {})).toThrow('keys/locked');
    expect(() => archive.vault.open('dossiers', 'c1/0', {} as never)).toThrow('keys/locked');
    expect(batches).toEqual([]);
    expect(machine.main.headSeq).toBe(appended);
  });
});
