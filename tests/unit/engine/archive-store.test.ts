import { IDBFactory, IDBKeyRange, IDBObjectStore, IDBTransaction } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { openArchiveStore, type ArchiveStore } from '../../../renderer/db/archive-store.ts';
import type { DossierRow } from '../../../renderer/db/tables.ts';
import { createMemoryStore } from '../../helpers/memory-store.ts';

const sealed = { v: 1, kid: '1.00000000', nonce: new Uint8Array(24), box: new Uint8Array(16) };
const meta = { ...sealed, v: 3 };
const row = (customerId: string, part = 0): DossierRow => ({ customerId, part, ...sealed });
const audit = (seq: number) => ({ seq, changeSetId: `set-${seq}`, ...sealed });

const ids = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${String(index).padStart(3, '0')}`);

const kinds: [string, () => Promise<ArchiveStore> | ArchiveStore][] = [
  ['the database', () => openArchiveStore({ name: 'kebu', indexedDB: new IDBFactory(), IDBKeyRange, retryMs: [] })],
  ['the store of the benchmarks', createMemoryStore],
];

describe('a batch in the database', () => {
  const read = async (store: ArchiveStore) => ({ ...(await store.countRows()), meta: await store.readMeta() });

  it('is written whole or not at all, whichever of its rows is refused', async () => {
    const store = await openArchiveStore({ name: 'kebu', indexedDB: new IDBFactory(), IDBKeyRange, retryMs: [] });
    await store.write({ putDossiers: [row('a')], putAudit: [audit(1)], meta });
    const before = await read(store);
    const whole = { putDossiers: [row('b')], putAudit: [audit(2)], meta: { ...meta, v: 4 } };
    const refused = [
      { ...whole, putDossiers: [row('b'), row('c', Number.NaN)] },
      { ...whole, putAudit: [audit(2), audit(Number.NaN)] },
      { ...whole, meta: { ...meta, box: (() => undefined) as never } },
    ];
    for (const batch of refused) {
      await expect(store.write(batch)).rejects.toThrow('archive/storage-failed');
      expect(await read(store)).toEqual(before);
    }
    await store.write(whole);
    expect(await read(store)).toMatchObject({ dossiers: 2, audit: 2, meta: { v: 4 } });
    store.close();
  });

  it('is flushed without waiting for the answers to each row', async () => {
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    const answered: string[][] = [];
    // Without it the transaction ends by itself, once it has heard of every row.
    const commit = vi.spyOn(IDBTransaction.prototype, 'commit').mockImplementation(() => {
      answered.push(put.mock.results.map(({ value }) => (value as IDBRequest).readyState));
    });
    const store = await openArchiveStore({ name: 'kebu', indexedDB: new IDBFactory(), IDBKeyRange, retryMs: [] });
    await store.write({ putDossiers: [row('a'), row('b')], meta });
    expect(answered).toEqual([['pending', 'pending', 'pending']]);
    store.close();
    put.mockRestore();
    commit.mockRestore();
  });
});

describe('many dossiers in the database', () => {
  const far = Array.from({ length: 2_500 }, (_, n) => `f${n + 10_000}`);

  it.each([
    ['that lie side by side in one go', ids('d', 400), 1],
    ['that are new without reading any', ids('n', 400), 0],
    ['that lie near each other in one go', ids('d', 1_000).filter((_, at) => at % 4 === 0), 1],
    ['that lie far apart one by one', far.filter((_, at) => at % 10 === 0), 250],
  ])('are read %s', async (_, wanted, reads) => {
    const store = await openArchiveStore({ name: 'kebu', indexedDB: new IDBFactory(), IDBKeyRange, retryMs: [] });
    await store.write({ putDossiers: [...ids('d', 1_000), ...far].map((id) => row(id)), meta });
    const getAll = vi.spyOn(IDBObjectStore.prototype, 'getAll');
    const rows = await store.readDossiers(wanted);
    expect(getAll).toHaveBeenCalledTimes(reads);
    getAll.mockRestore();
    expect(rows.flat().map(({ customerId }) => customerId)).toEqual(reads === 0 ? [] : wanted);
    store.close();
  });
});

describe.each(kinds)('%s', (_, open) => {
  it('gives dossiers by customer, parts in order, and all of them from a key on', async () => {
    const store = await open();
    await store.write({ putDossiers: [row('b', 1), row('a'), row('b', 0), row('c')], meta });
    expect((await store.countRows()).dossiers).toBe(4);
    expect((await store.readDossiers(['b', 'x'])).map((rows) => rows.map((each) => each.part))).toEqual([[0, 1], []]);
    const scanned = async (after: [string, number] | null, limit: number) =>
      (await store.scanDossiers(after, limit)).map((each) => `${each.customerId}${each.part}`);
    expect(await scanned(null, 3)).toEqual(['a0', 'b0', 'b1']);
    expect(await scanned(['b', 0], 3)).toEqual(['b1', 'c0']);
    await store.write({
      removeDossiers: [
        ['b', 0],
        ['b', 1],
      ],
    });
    expect(await scanned(null, 9)).toEqual(['a0', 'c0']);
    store.close();
  });

  it('gives each of many dossiers, whatever lies between them', async () => {
    const store = await open();
    await store.write({
      putDossiers: [...ids('b', 10), ...ids('d', 600)].flatMap((id) => [row(id), row(id, 1)]),
      meta,
    });
    const partsOf = async (wanted: string[]) => (await store.readDossiers(wanted)).map((rows) => rows.length);
    expect(await partsOf(ids('c', 500))).toEqual(Array(500).fill(0));
    expect(await partsOf([...ids('c', 400), ...ids('b', 10)])).toEqual([...Array(400).fill(0), ...Array(10).fill(2)]);
    expect(await partsOf([...ids('d', 600).reverse(), ...ids('e', 50), 'a'])).toEqual([
      ...Array(600).fill(2),
      ...Array(51).fill(0),
    ]);
    const [first] = await store.readDossiers([...ids('d', 600).reverse()]);
    expect(first?.map(({ customerId, part }) => [customerId, part])).toEqual([
      ['d599', 0],
      ['d599', 1],
    ]);
    store.close();
  });

  it('gives the audit list newest first, and an entry by its change set', async () => {
    const store = await open();
    await store.write({ putAudit: [audit(1), audit(5), audit(3)] });
    expect((await store.readAudit(Number.MAX_SAFE_INTEGER, 2)).map((each) => each.seq)).toEqual([5, 3]);
    expect((await store.readAudit(3, 9)).map((each) => each.seq)).toEqual([1]);
    expect(await store.findAudit('set-3')).toMatchObject({ seq: 3 });
    expect(await store.findAudit('set-4')).toBeNull();
    store.close();
  });

  it('replaces the image, and empties everything but what it says about itself', async () => {
    const store = await open();
    const piece = (name: string) => ({ name, iv: new Uint8Array(12), box: new Uint8Array(1) });
    await store.writeImage([piece('head-0'), piece('core-0')]);
    await store.writeImage([piece('head-0')]);
    expect((await store.readImage(['head-0', 'core-0'])).map((each) => each?.name)).toEqual(['head-0', undefined]);
    const tag = { table: 'tag', id: 't', ...sealed };
    await store.write({ putCatalogue: [tag], putDossiers: [row('a')], putAudit: [audit(1)], meta });
    expect(await store.readCatalogue()).toEqual([tag]);
    await store.reset({ ...meta, v: 0 }, { upToSeq: 0, exceptSeqs: [] });
    expect(await store.readCatalogue()).toEqual([]);
    expect(await store.countRows()).toEqual({ dossiers: 0, catalogue: 0, audit: 0 });
    expect(await store.readAudit(9, 9)).toEqual([]);
    expect(await store.readImage(['head-0'])).toEqual([undefined]);
    expect(await store.readMeta()).toMatchObject({ v: 0 });
    store.close();
  });

  it('leaves of the audit list what is to stay when everything else goes', async () => {
    const store = await open();
    await store.write({ putDossiers: [row('a')], putAudit: [1, 2, 3, 4, 5].map(audit), meta });
    await store.reset({ ...meta, v: 0 }, { upToSeq: 4, exceptSeqs: [2] });
    expect((await store.readAudit(9, 9)).map(({ seq }) => seq)).toEqual([4, 3, 1]);
    expect((await store.countRows()).dossiers).toBe(0);
    store.close();
  });
});
