import { describe, expect, it } from 'vitest';
import { AppFailure, appError } from '#shared/errors/app-error.ts';
import { contentVersion } from '#shared/archive/content.ts';
import type { SealedPart } from '../../../renderer/db/tables.ts';
import { openMeta, sealMeta } from '../../../renderer/engine/archive/rows/archive-meta.ts';
import { emptyMeta } from '../../../renderer/engine/archive/start/rebuild.ts';
import { createVault } from '../../../renderer/engine/archive/rows/vault.ts';
import { openDatabase } from '../../../renderer/db/open-database.ts';
import { anArchiveId, commit, Machine, metaOf, putMeta, stateOf } from '../../helpers/archive.ts';
import { putCustomer, putInteraction } from '../../helpers/builders.ts';
import { IDBKeyRange } from 'fake-indexeddb';

type Row = SealedPart & { key: string; value?: unknown };

async function aShop() {
  const machine = new Machine();
  const { archive } = await machine.openArchive();
  await commit(archive, 'import/customers', [
    { table: 'tag', id: 't1', after: { id: 't1', name: '茶友' } },
    ...Array.from({ length: 5 }, (_, n) => putCustomer({ id: `c${n}`, name: `客户${n}` })),
  ]);
  await commit(archive, 'interaction/log', [putInteraction({ id: 'i1', customerId: 'c1', text: '聊了茶' })]);
  const state = await stateOf(archive);
  const meta = await metaOf(archive.store);
  archive.close();
  return { machine, state, meta };
}

/** The table as it lies in the browser, in this layout or an older one. */
async function tableOf({ indexedDB }: Machine) {
  const database = await openDatabase({ name: `kebu-${anArchiveId}`, indexedDB, IDBKeyRange, retryMs: [] });
  return { rows: database.table<Row, string>('meta'), close: () => database.close() };
}

async function change(machine: Machine, edit: (row: Row) => unknown): Promise<void> {
  const { rows, close } = await tableOf(machine);
  await rows.put(edit((await rows.get('archive'))!) as Row);
  close();
}

async function expectRebuilt({ machine, state }: Awaited<ReturnType<typeof aShop>>, found: string) {
  const again = await machine.openArchive();
  expect(again.report).toMatchObject({ found, counts: { customer: 5, interaction: 1, tag: 1 } });
  expect(await stateOf(again.archive)).toEqual(state);
  expect(again.archive.readOnlyReason).toBeNull();
  again.archive.close();
  const { archive, report } = await machine.openArchive();
  expect(report.found).toBe('equal');
  archive.close();
}

const flipped = (bytes: Uint8Array, bit: number) => {
  const copy = bytes.slice();
  copy[bit >> 3]! ^= 1 << (bit & 7);
  return copy;
};

describe('the word of the database of itself', () => {
  it('is believed in no other archive, and not with a single bit flipped', () => {
    const key = () => new Uint8Array(32).fill(7);
    const vault = createVault(anArchiveId, key());
    const meta = {
      ...emptyMeta({ archiveId: anArchiveId, generation: 1, recordKey: key(), replyKey: key() }),
      seq: 12,
    };
    const row = sealMeta(vault, meta);
    expect(openMeta(vault, row)).toEqual({ is: 'sealed', meta });
    expect(openMeta(createVault('fedcba9876543210', key()), row).is).toBe('damaged');
    for (let bit = 0; bit < row.box.length * 8; bit += 1) {
      expect(openMeta(vault, { ...row, box: flipped(row.box, bit) }).is).toBe('damaged');
    }
    for (let bit = 0; bit < row.nonce.length * 8; bit += 1) {
      expect(openMeta(vault, { ...row, nonce: flipped(row.nonce, bit) }).is).toBe('damaged');
    }
    for (let at = 0; at < row.kid.length; at += 1) {
      for (let bit = 0; bit < 7; bit += 1) {
        const sign = String.fromCharCode(row.kid.charCodeAt(at) ^ (1 << bit));
        expect(openMeta(vault, { ...row, kid: row.kid.slice(0, at) + sign + row.kid.slice(at + 1) }).is).toBe(
          'damaged',
        );
      }
    }
    for (let bit = 0; bit < 31; bit += 1) expect(openMeta(vault, { ...row, v: row.v ^ (1 << bit) }).is).toBe('damaged');
    for (const cut of [row.box.slice(1), row.box.slice(0, -1), new Uint8Array(), 'text', undefined]) {
      expect(openMeta(vault, { ...row, box: cut }).is).toBe('damaged');
    }
    for (const other of [7, 'row', {}, [], { value: 7 }]) expect(openMeta(vault, other).is).toBe('damaged');
  });

  it.each([0, 77, 190, 1111])(
    'with bit %i flipped has the database built anew, and nobody told of another time',
    async (bit) => {
      const shop = await aShop();
      await change(shop.machine, (row) => ({ ...row, box: flipped(row.box, bit % (row.box.length * 8)) }));
      await expectRebuilt(shop, 'damaged');
    },
  );

  it.each([
    ['is gone', ({ key }: Row) => ({ key, other: 1 })],
    ['is for another frame', (row: Row) => ({ ...row, v: row.v + 1 })],
    ['is of a format nobody knows', (row: Row) => ({ ...row, kid: `9${row.kid.slice(1)}` })],
  ])('that %s has the database built anew', async (_what, edit) => {
    const shop = await aShop();
    await change(shop.machine, edit);
    await expectRebuilt(shop, 'damaged');
  });

  it('as an older Kebu left it opens once, and is sealed then', async () => {
    const shop = await aShop();
    await change(shop.machine, ({ key }) => ({ key, value: shop.meta }));
    await expectRebuilt(shop, 'outdated');
    const { rows, close } = await tableOf(shop.machine);
    expect(Object.keys((await rows.get('archive'))!).toSorted()).toEqual(['box', 'key', 'kid', 'nonce', 'v']);
    close();
  });

  it.each([
    ['a newer Kebu', { contentVersion: contentVersion + 1 }],
    ['changes that nobody made', { seq: 900 }],
    ['a restore that nobody made', { generation: 9 }],
    ['another archive', { archiveId: 'fedcba9876543210' }],
    ['no customers', { counts: {}, seq: 0 }],
    ['nothing but nonsense', { generation: 'many', counts: null }],
  ])('without its seal wins nobody more than a rebuild when it speaks of %s', async (_what, claim) => {
    const shop = await aShop();
    await change(shop.machine, ({ key }) => ({ key, value: { ...shop.meta, ...claim } }));
    await expectRebuilt(shop, 'outdated');
  });

  it('is not needed to go on with the list of what was done, which every entry says the time of', async () => {
    const { machine } = await aShop();
    const { engine } = await machine.openEngine();
    await engine.backup();
    const before = await engine.history(9);
    await engine.close();
    machine.main.compact();
    await change(machine, (row) => ({ ...row, box: flipped(row.box, 40) }));
    const again = (await machine.openEngine()).engine;
    const undoable = false;
    expect(await again.history(9)).toEqual(before.map((entry) => ({ ...entry, undoable })));
    await again.close();
  });

  it('is not missed while sealed rows prove that the journal lost something', async () => {
    for (const edit of [({ key }: Row) => ({ key }), (row: Row) => ({ ...row, box: flipped(row.box, 9) })]) {
      const { machine, state } = await aShop();
      await change(machine, edit);
      machine.main.frames.pop();
      machine.main.headSeq -= 1;
      const { archive, report } = await machine.openArchive();
      expect(report).toMatchObject({ found: 'ahead', counts: { customer: 5, interaction: 1, tag: 1 } });
      expect(await stateOf(archive)).toEqual(state);
      await expect(commit(archive, 'customer/create', [putCustomer({ id: 'new' })])).rejects.toThrow(
        'archive/read-only',
      );
      archive.close();
    }
  });

  it('is not missed after a restore went back behind changes that rows still tell of', async () => {
    const { machine } = await aShop();
    const { engine } = await machine.openEngine();
    await engine.backup();
    await engine.close();
    const { bytes, counts } = machine.main.snapshot!;
    // The journal lost all but its first frame, and the backup was restored into it.
    machine.main.headSeq = 0;
    machine.main.restore(bytes, counts);
    await change(machine, ({ key }) => ({ key }));
    const { archive, report } = await machine.openArchive();
    expect(report).toMatchObject({ found: 'damaged', counts: { customer: 5 } });
    expect(archive.readOnlyReason).toBeNull();
    archive.close();
  });

  it('of an older Kebu is looked at and not thrown away while there is no snapshot to build anew from', async () => {
    const shop = await aShop();
    const { machine, state, meta } = shop;
    const { engine } = await machine.openEngine();
    await engine.backup();
    await engine.close();
    machine.main.compact();
    await change(machine, ({ key }) => ({ key, value: meta }));
    const call = machine.main.call.bind(machine.main);
    machine.main.call = (channel, input) =>
      channel === 'snapshot/open' ? Promise.reject(new AppFailure(appError('restore/damaged'))) : call(channel, input);
    const { archive, report } = await machine.openArchive();
    expect(report).toMatchObject({ found: 'ahead', counts: { customer: 5, interaction: 1, tag: 1 } });
    expect([archive.readOnlyReason, await stateOf(archive)]).toEqual(['ahead', state]);
    archive.close();
    machine.main.call = call;
    await expectRebuilt(shop, 'outdated');
  });

  it('of an older Kebu is looked at and not written anew when the journal lost what came last', async () => {
    const { machine, state, meta } = await aShop();
    const { archive } = await machine.openArchive();
    await putMeta(archive.store, { ...meta, contentVersion: contentVersion - 1 });
    archive.close();
    machine.main.frames.pop();
    machine.main.headSeq -= 1;
    const again = await machine.openArchive();
    expect(again.report).toMatchObject({ found: 'ahead', counts: { interaction: 1 } });
    expect(await stateOf(again.archive)).toEqual(state);
    again.archive.close();
  });
});
