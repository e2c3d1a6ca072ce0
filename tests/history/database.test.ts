import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { describeError } from '#shared/i18n/translate.ts';
import { openArchiveStore } from '../../renderer/db/archive-store.ts';
import { latestLayout, layoutSteps } from '../../renderer/db/layout.ts';
import { openDatabase } from '../../renderer/db/open-database.ts';
import { storageFailure, troubleOf } from '../../renderer/db/storage-failure.ts';

const sealed = { v: 3, kid: '1.00000000', nonce: new Uint8Array(24), box: new Uint8Array(16) };

function options() {
  return { name: 'kebu-test', indexedDB: new IDBFactory(), IDBKeyRange, retryMs: [] };
}

describe('the database and its past', () => {
  it('numbers its layouts without gaps', () => {
    expect(layoutSteps.map((step) => step.version)).toEqual(layoutSteps.map((_, index) => index + 1));
    expect(latestLayout).toBe(layoutSteps.length);
  });

  it('layout 1 has the tables of the archive', async () => {
    const database = await openDatabase({ ...options(), upTo: 1 });
    const layout = database.tables.map(({ name, schema }) => [
      name,
      schema.primKey.src,
      schema.indexes.map((index) => index.src),
    ]);
    expect(layout.toSorted(([a], [b]) => String(a).localeCompare(String(b)))).toEqual([
      ['audit', 'seq', ['changeSetId']],
      ['catalogue', '[table+id]', []],
      ['dossiers', '[customerId+part]', []],
      ['image', 'name', []],
      ['meta', 'key', []],
    ]);
    database.close();
  });

  it('layout 2 adds a table for what was not saved yet, and keeps what was there', async () => {
    const own = options();
    const first = await openDatabase({ ...own, upTo: 1 });
    await first.table('catalogue').put({ table: 'tag', id: 't1' });
    first.close();
    const second = await openDatabase({ ...own, upTo: 2 });
    expect(second.table('unsaved').schema.primKey.src).toBe('key');
    expect(await second.table('catalogue').toArray()).toEqual([{ table: 'tag', id: 't1' }]);
    second.close();
  });

  it('layout 3 leaves the unsealed word of the database of itself to the one who has the key', async () => {
    const own = options();
    const unsealed = { key: 'archive', value: { archiveId: '0123456789abcdef', generation: 1, seq: 3 } };
    const second = await openDatabase({ ...own, upTo: 2 });
    await second.table('meta').put(unsealed);
    await second.table('audit').put({ seq: 3, changeSetId: 's' });
    second.close();
    const third = await openDatabase({ ...own, upTo: 3 });
    expect(await third.table('meta').toArray()).toEqual([unsealed]);
    expect(await third.table('audit').toArray()).toEqual([{ seq: 3, changeSetId: 's' }]);
    third.close();
    await expect(openDatabase({ ...own, upTo: 2 })).rejects.toThrow('archive/newer-version');
  });

  it('refuses a database of a newer layout and leaves it as it was', async () => {
    const own = options();
    const newer = new Dexie(own.name, { indexedDB: own.indexedDB, IDBKeyRange });
    newer.version(latestLayout + 1).stores({ dossiers: '[customerId+part]', future: 'id' });
    await newer.open();
    await newer.table('future').put({ id: 'kept' });
    newer.close();
    await expect(openDatabase(own)).rejects.toMatchObject({
      error: { code: 'archive/newer-version', data: { version: latestLayout + 1 } },
    });
    const again = new Dexie(own.name, { indexedDB: own.indexedDB, IDBKeyRange });
    await again.open();
    expect(again.verno).toBe(latestLayout + 1);
    expect(await again.table('future').toArray()).toEqual([{ id: 'kept' }]);
  });

  it('creates nothing by looking whether a database is there', async () => {
    const own = options();
    const failing = { ...own, indexedDB: refusingUpgrade(own.indexedDB) };
    await expect(openDatabase(failing)).rejects.toMatchObject({ error: { code: 'archive/store-damaged' } });
    expect(await own.indexedDB.databases()).toEqual([]);
  });

  it('tries again when the database cannot be opened at once', async () => {
    const own = options();
    let refusals = 2;
    const indexedDB = new Proxy(own.indexedDB, {
      get: (target, key) => {
        if (key !== 'open') return Reflect.get(target, key) as unknown;
        return (name: string, version?: number) => {
          if (version !== undefined && refusals-- > 0) throw new DOMException('', 'UnknownError');
          return version === undefined ? target.open(name) : target.open(name, version);
        };
      },
    });
    const database = await openDatabase({ ...own, indexedDB, retryMs: [1, 1, 1, 1] });
    expect(database.isOpen()).toBe(true);
    database.close();
  });

  it('gives the connection up when a newer Kebu wants to upgrade, and says so', async () => {
    const own = options();
    const lost: string[] = [];
    const database = await openDatabase({ ...own, onLost: (trouble) => lost.push(trouble) });
    const newer = new Dexie(own.name, { indexedDB: own.indexedDB, IDBKeyRange });
    newer.version(latestLayout + 1).stores({ future: 'id' });
    await newer.open();
    expect(lost).toContain('version');
    expect(database.isOpen()).toBe(false);
    newer.close();
  });

  it('names what went wrong', () => {
    expect(troubleOf(new DOMException('', 'QuotaExceededError'))).toBe('quota');
    const aborted = Object.assign(new Error('abort'), { name: 'AbortError' });
    expect(troubleOf(aborted)).toBe('aborted');
    expect(troubleOf(Object.assign(aborted, { inner: new DOMException('', 'QuotaExceededError') }))).toBe('quota');
    expect(troubleOf(new Error('?'))).toBe('unknown');
    expect(storageFailure(aborted).error).toEqual({ code: 'archive/storage-failed', data: { reason: 'quota' } });
  });

  it.each([
    ['QuotaExceededError', 'quota', '配额满'],
    ['AbortError', 'aborted', '中断'],
    ['TransactionInactiveError', 'aborted', '中断'],
    ['TimeoutError', 'aborted', '中断'],
    ['DatabaseClosedError', 'closed', '关掉'],
    ['InvalidStateError', 'closed', '关掉'],
    ['VersionError', 'version', '升级'],
    ['UnknownError', 'unreadable', '读不出来'],
    ['NotReadableError', 'unreadable', '读不出来'],
    ['SomethingElse', 'unknown', '原因不明'],
  ])('tells %s by name', (name, trouble, words) => {
    const error = new DOMException('', name);
    expect(troubleOf(error)).toBe(trouble);
    expect(describeError('zh-CN', storageFailure(error).error)).toContain(words);
    // A failure that was named already keeps its name on the way up.
    expect(troubleOf(storageFailure(error))).toBe(trouble);
  });

  it('writes all of a batch or nothing', async () => {
    const store = await openArchiveStore(options());
    const row = { customerId: 'c1', part: 0, ...sealed };
    const unstorable = { seq: (() => 1) as never, changeSetId: 's', ...sealed };
    await expect(store.write({ putDossiers: [row], putAudit: [unstorable], meta: sealed })).rejects.toMatchObject({
      error: { code: 'archive/storage-failed' },
    });
    expect(await store.countRows()).toEqual({ dossiers: 0, catalogue: 0, audit: 0 });
    expect(await store.readMeta()).toBeNull();
    await store.write({ putDossiers: [row], meta: sealed });
    expect(await store.readDossiers(['c1', 'c2'])).toEqual([[row], []]);
    expect(await store.readMeta()).toMatchObject(sealed);
    await store.reset({ ...sealed, v: 0 }, { upToSeq: 0, exceptSeqs: [] });
    expect([(await store.countRows()).dossiers, await store.readMeta()]).toMatchObject([0, { v: 0 }]);
    store.close();
  });
});

/** A browser that opens nothing for writing. */
function refusingUpgrade(factory: IDBFactory): IDBFactory {
  return new Proxy(factory, {
    get: (target, key) => {
      if (key !== 'open') return Reflect.get(target, key) as unknown;
      return (name: string, version?: number) => {
        if (version !== undefined) throw new DOMException('', 'UnknownError');
        return target.open(name);
      };
    },
  });
}
