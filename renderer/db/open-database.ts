import { Dexie } from 'dexie';
import { AppFailure, appError, failWith } from '#shared/errors/app-error.ts';
import { latestLayout, layoutSteps } from './layout.ts';
import { readFailure, troubleOf, type StorageTrouble } from './storage-failure.ts';

export interface OpenOptions {
  name: string;
  /** Opens the database as it was in this layout; for tests of the steps. */
  upTo?: number;
  indexedDB?: IDBFactory;
  IDBKeyRange?: typeof IDBKeyRange;
  /**
   * The connection was lost or must be given up: another window upgrades, or the browser cannot read what it wrote
   * (`damaged`); whoever asked for that is told, too.
   */
  onLost?: (trouble: StorageTrouble) => void;
  /** Waits between attempts; a virus scanner may hold the files for a moment. */
  retryMs?: readonly number[];
}

/** Dexie multiplies its versions by ten before it hands them to the browser. */
const versionFactor = 10;
const blockedForMs = 5_000;

/**
 * Opens the database and brings its layout up to date. Refuses one that a newer Kebu wrote before anything is written to
 * it: Dexie itself would open it and go on.
 */
export async function openDatabase(options: OpenOptions): Promise<Dexie> {
  const { upTo = latestLayout, retryMs = [100, 200, 400, 800] } = options;
  const factory = options.indexedDB ?? indexedDB;
  for (let attempt = 0; ; attempt += 1) {
    try {
      await refuseNewer(factory, options.name, upTo);
      return await openOnce(options, factory, upTo);
    } catch (error) {
      const waitMs = retryMs[attempt];
      if (error instanceof AppFailure || waitMs === undefined || troubleOf(error) === 'quota') throw readFailure(error);
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
}

async function openOnce(options: OpenOptions, factory: IDBFactory, upTo: number): Promise<Dexie> {
  const database = new Dexie(options.name, {
    autoOpen: false,
    cache: 'disabled',
    chromeTransactionDurability: 'strict',
    indexedDB: factory,
    IDBKeyRange: options.IDBKeyRange ?? IDBKeyRange,
  });
  for (const step of layoutSteps) {
    if (step.version > upTo) break;
    const version = database.version(step.version).stores(step.stores);
    if (step.upgrade) version.upgrade(step.upgrade);
  }
  const blocked = new Promise<never>((_, reject) => {
    database.on('blocked', () => {
      reject(blockedFailure());
    });
  });
  database.on('versionchange', () => {
    database.close();
    options.onLost?.('version');
  });
  // Nobody here did; the browser does it with a database that it cannot read any more, or that was taken away.
  database.on('close', () => options.onLost?.('damaged'));
  try {
    await Promise.race([database.open(), blocked]);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/** Throws away a database that cannot be read. One that another connection holds is waited for, but not for ever. */
export async function deleteDatabase(name: string, factory = indexedDB): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const request = factory.deleteDatabase(name);
    const patience = setTimeout(() => reject(blockedFailure()), blockedForMs);
    request.addEventListener('success', () => {
      clearTimeout(patience);
      resolve();
    });
    request.addEventListener('error', (event) => {
      event.preventDefault();
      clearTimeout(patience);
      reject(readFailure(request.error));
    });
  });
}

function blockedFailure(): AppFailure {
  return new AppFailure(appError('archive/storage-failed', { reason: 'blocked' }));
}

/** Looks at the version without Dexie and without creating anything. */
async function refuseNewer(factory: IDBFactory, name: string, upTo: number): Promise<void> {
  const found = await new Promise<number>((resolve, reject) => {
    const request = factory.open(name);
    request.addEventListener('upgradeneeded', () => {
      // It does not exist; opening it without a version was about to create it.
      request.transaction?.abort();
    });
    request.addEventListener('success', () => {
      const version = request.result.version;
      request.result.close();
      resolve(version);
    });
    request.addEventListener('error', (event) => {
      event.preventDefault();
      if (request.error?.name === 'AbortError') resolve(0);
      else reject(request.error ?? new Error('The database cannot be opened'));
    });
  });
  if (found > upTo * versionFactor) failWith('archive/newer-version', { version: Math.ceil(found / versionFactor) });
}
