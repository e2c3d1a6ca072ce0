import { Dexie, type Table, type Transaction } from 'dexie';
import { failWith } from '#shared/errors/app-error.ts';
import { openDatabase, type OpenOptions } from './open-database.ts';
import { isStoreDamaged, readFailure, storageFailure, type StorageTrouble } from './storage-failure.ts';
import {
  isImageRow,
  isKeyedRow,
  isUnsavedRow,
  type AuditRow,
  type CatalogueKey,
  type CatalogueRow,
  type DossierKey,
  type DossierRow,
  type ImageRow,
  type SealedPart,
  type SealedTable,
  type StoredImageRow,
  type UnsavedRow,
} from './tables.ts';

/** What one transaction writes. Everything in it is sealed already: no crypto runs inside a transaction. */
export interface StoreBatch {
  putDossiers?: DossierRow[];
  removeDossiers?: DossierKey[];
  putCatalogue?: CatalogueRow[];
  removeCatalogue?: CatalogueKey[];
  putAudit?: AuditRow[];
  /** What the database says of itself once all of this is in it. */
  meta?: SealedPart;
}

/** Entries of the audit list that outlive a reset: those up to a frame, but for some. */
export interface KeptAudit {
  upToSeq: number;
  exceptSeqs: readonly number[];
}

/**
 * The database as the engine sees it: sealed rows in, sealed rows out. Failures are `archive/storage-failed`, and
 * `archive/store-damaged` where the browser cannot read what it wrote.
 */
export interface ArchiveStore {
  /** The row as it lies there, whatever it is; `null` when there is none. */
  readMeta(): Promise<unknown>;
  /** How many rows each table really has. */
  countRows(): Promise<Record<SealedTable, number>>;
  /** The parts of each dossier in order; an empty list for one that is not there. */
  readDossiers(customerIds: readonly string[]): Promise<DossierRow[][]>;
  /** Parts in the order of customer and part, starting after a key. */
  scanDossiers(after: DossierKey | null, limit: number): Promise<DossierRow[]>;
  readCatalogue(): Promise<CatalogueRow[]>;
  /** Newest first, only entries before `before`. */
  readAudit(before: number, limit: number): Promise<AuditRow[]>;
  findAudit(changeSetId: string): Promise<AuditRow | null>;
  /** One strict transaction: all of it or nothing. */
  write(batch: StoreBatch): Promise<void>;
  /** Empties every table of records, but for what is kept of the audit list, and leaves `meta` behind. */
  reset(meta: SealedPart, kept: KeptAudit): Promise<void>;
  readImage(names: readonly string[]): Promise<(ImageRow | undefined)[]>;
  /** Replaces the image, once all of its rows are there. */
  writeImage(rows: AsyncIterable<ImageRow> | Iterable<ImageRow>): Promise<void>;
  readUnsaved(): Promise<UnsavedRow[]>;
  writeUnsaved(put: readonly UnsavedRow[], remove: readonly string[]): Promise<void>;
  close(): void;
}

/** A row whose value is not the one of its key would have whoever reads on go in circles. */
function inOrder<R, K>(rows: R[], keys: readonly K[], isBefore: (a: K, b: K) => boolean): R[] {
  const isSound = keys.every((key, at) => at === 0 || isBefore(keys[at - 1] as K, key));
  return isSound ? rows : failWith('archive/store-damaged');
}

function isKeyBefore([a, part]: DossierKey, [b, nextPart]: DossierKey): boolean {
  return a < b || (a === b && part < nextPart);
}

/** `undefined` where there is none that can be read: nobody would miss it. */
async function imageRowOf(row: unknown): Promise<ImageRow | undefined> {
  if (!isImageRow(row)) return undefined;
  try {
    return { ...row, box: new Uint8Array(await row.box.arrayBuffer()) };
  } catch {
    return undefined;
  }
}

function endsOf(ids: readonly string[]): [lowest: string, highest: string] | [] {
  const [first, ...others] = ids;
  if (first === undefined) return [];
  return others.reduce<[string, string]>(
    ([low, high], id) => [id < low ? id : low, id > high ? id : high],
    [first, first],
  );
}

const metaKey = 'archive';
/** From here on a look at what lies between the ids is worth its while. */
const manyIds = 200;
/** So many times as many rows are read rather in one go than one customer after the other, as long as they are not too many. */
const worthReading = 6;
const mostInOneGo = 4_000;

/** After so long a read that was broken off is tried once more: a virus scanner may have held the files. */
const readAgainAfterMs = 150;

export async function openArchiveStore(options: OpenOptions): Promise<ArchiveStore> {
  let isClosed = false;
  const tell = (trouble: StorageTrouble): void => {
    if (!isClosed) options.onLost?.(trouble);
  };
  const database = await openDatabase({ ...options, onLost: tell });
  const dossiers: Table<DossierRow, DossierKey> = database.table('dossiers');
  const catalogue: Table<CatalogueRow, CatalogueKey> = database.table('catalogue');
  const audit: Table<AuditRow, number> = database.table('audit');
  const meta: Table<{ key: string } & SealedPart, string> = database.table('meta');
  const image: Table<StoredImageRow, string> = database.table('image');
  const unsaved: Table<UnsavedRow, string> = database.table('unsaved');

  /** The only place that opens a transaction that writes; `strict` is set for the whole database when it is opened. */
  async function writing(tables: Table[], work: (transaction: Transaction) => Promise<unknown>): Promise<void> {
    try {
      await database.transaction('rw', tables, work);
    } catch (error) {
      throw storageFailure(error);
    }
  }

  async function reading<T>(work: () => PromiseLike<T>): Promise<T> {
    for (let isAgain = false; ; isAgain = true) {
      try {
        return await work();
      } catch (error) {
        const failure = isClosed ? storageFailure(error) : readFailure(error);
        if (!isStoreDamaged(failure)) throw failure;
        if (isAgain) {
          tell('damaged');
          throw failure;
        }
        await new Promise((resolve) => setTimeout(resolve, readAgainAfterMs));
      }
    }
  }

  /** Rows as they were read; one that is none means that the files are damaged. */
  const rowsOf = async <T>(table: SealedTable, work: PromiseLike<T[]>): Promise<T[]> => {
    const rows = await work;
    return rows.every((row) => isKeyedRow(table, row)) ? rows : failWith('archive/store-damaged');
  };

  const partsFrom = (first: string, last: string) =>
    dossiers.where(':id').between([first, Dexie.minKey], [last, Dexie.maxKey]);

  const rowsOfOne = (id: string) => rowsOf('dossiers', partsFrom(id, id).toArray());

  /**
   * The rows of many customers. One look at the keys between them tells whether they lie close together, as all of an archive do
   * and the new ones of an import: then they are read in one go, or not at all.
   */
  async function rowsOfMany(customerIds: readonly string[]): Promise<DossierRow[][]> {
    const [lowest = '', highest = ''] = endsOf(customerIds);
    const most = Math.max(customerIds.length, Math.min(customerIds.length * worthReading, mostInOneGo));
    const keys = await partsFrom(lowest, highest).limit(most).primaryKeys();
    // Where the look ends before the last key, what lies beyond is not known.
    const isSeen = keys.length < most;
    const wanted = new Set(customerIds);
    const held = keys.filter(([id]) => wanted.has(id)).length;
    if (!isSeen || held * worthReading < keys.length) {
      const present = new Set(keys.map(([id]) => id));
      return Promise.all(customerIds.map(async (id) => (isSeen && !present.has(id) ? [] : rowsOfOne(id))));
    }
    const rows = held === 0 ? [] : await rowsOf('dossiers', partsFrom(lowest, highest).toArray());
    // A row belongs to its key, whatever is left of it.
    const byId = Map.groupBy(rows, (_, at) => keys[at]?.[0] ?? '');
    return customerIds.map((id) => byId.get(id) ?? []);
  }

  return {
    readMeta: async () => (await reading(() => meta.get(metaKey))) ?? null,
    async countRows() {
      const [d, c, a] = await reading(() => Promise.all([dossiers.count(), catalogue.count(), audit.count()]));
      return { dossiers: d, catalogue: c, audit: a };
    },
    readDossiers: (customerIds) =>
      reading(() =>
        database.transaction('r', dossiers, () =>
          customerIds.length < manyIds ? Promise.all(customerIds.map(rowsOfOne)) : rowsOfMany(customerIds),
        ),
      ),
    scanDossiers: (after, limit) =>
      reading(async () => {
        const found = (after ? dossiers.where(':id').above(after) : dossiers.toCollection()).limit(limit).toArray();
        const rows = await rowsOf('dossiers', found);
        const keys = rows.map(({ customerId, part }): DossierKey => [customerId, part]);
        return inOrder(rows, after ? [after, ...keys] : keys, isKeyBefore);
      }),
    readCatalogue: () => reading(() => rowsOf('catalogue', catalogue.toArray())),
    readAudit: (before, limit) =>
      reading(async () => {
        const rows = await rowsOf('audit', audit.where('seq').below(before).reverse().limit(limit).toArray());
        return inOrder(rows, [before, ...rows.map(({ seq }) => seq)], (a, b) => a > b);
      }),
    findAudit: async (changeSetId) =>
      (await reading(() => rowsOf('audit', audit.where({ changeSetId }).limit(1).toArray())))[0] ?? null,
    write: (batch) =>
      writing([dossiers, catalogue, audit, meta], async ({ idbtrans }) => {
        const of = (table: Table) => idbtrans.objectStore(table.name);
        for (const key of batch.removeDossiers ?? []) of(dossiers).delete(key);
        for (const row of batch.putDossiers ?? []) of(dossiers).put(row);
        for (const key of batch.removeCatalogue ?? []) of(catalogue).delete(key);
        for (const row of batch.putCatalogue ?? []) of(catalogue).put(row);
        for (const row of batch.putAudit ?? []) of(audit).put(row);
        if (batch.meta) of(meta).put({ key: metaKey, ...batch.meta });
        // All of it is asked for: the browser begins to flush before the answers could be heard here.
        idbtrans.commit();
      }),
    reset: (sealed, kept) =>
      writing([dossiers, catalogue, audit, meta, image], () =>
        Promise.all([
          dossiers.clear(),
          catalogue.clear(),
          image.clear(),
          audit.where('seq').above(kept.upToSeq).delete(),
          audit.bulkDelete([...kept.exceptSeqs]),
          meta.put({ key: metaKey, ...sealed }),
        ]),
      ),
    readImage: async (names) => Promise.all((await reading(() => image.bulkGet([...names]))).map(imageRowOf)),
    writeImage: async (rows) => {
      const stored: StoredImageRow[] = [];
      // The browser takes the bytes of a blob out of this process.
      for await (const row of rows) stored.push({ ...row, box: new Blob([row.box]) });
      await writing([image], async () => {
        await image.clear();
        await image.bulkPut(stored);
      });
    },
    readUnsaved: async () => (await reading(() => unsaved.toArray())).filter(isUnsavedRow),
    writeUnsaved: (put, remove) =>
      writing([unsaved], () => Promise.all([unsaved.bulkDelete([...remove]), unsaved.bulkPut([...put])])),
    close: () => {
      isClosed = true;
      database.close();
    },
  };
}
