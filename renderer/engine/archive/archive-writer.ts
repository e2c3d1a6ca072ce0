import type { Change } from '#shared/changes/change-set.ts';
import type { CatalogueTable } from '#shared/domain/tables.ts';
import type { Counts, StoreTotals } from '#shared/ipc/contract.ts';
import type { ArchiveStore } from '../../db/archive-store.ts';
import type { CatalogueKey, CatalogueRow, DossierKey } from '../../db/tables.ts';
import { applierOf, erasedBy } from './apply-set.ts';
import { sealMeta, type ArchiveMeta } from './rows/archive-meta.ts';
import { auditEntryOf, openAuditEntry, sealAuditEntry, type AuditEntry } from './rows/audit.ts';
import { auditRows } from './rows/audit-rows.ts';
import { addCounts, type Cabinet } from './rows/cabinet.ts';
import { sealCatalogueRecord, type Catalogue } from './rows/catalogue.ts';
import type { DossierFile, StoredRow } from './rows/dossier-file.ts';
import { loadAhead } from './rows/load-ahead.ts';
import type { JournaledSet } from './journal/journal-reader.ts';
import { RowTally } from './rows/row-totals.ts';
import type { Vault } from './rows/vault.ts';
import { breathe } from './work-queue.ts';

/** Dossiers or change sets that one transaction writes at most. */
const batchSize = 2_000;

export interface WriterParts {
  store: ArchiveStore;
  vault: Vault;
  cabinet: Cabinet;
  catalogue: Catalogue;
  /** Called before dossiers are changed. */
  onChanging?: (files: readonly DossierFile[]) => void;
  /** Called with the dossiers of each batch while the database writes them. */
  onStoring: (files: readonly DossierFile[]) => Promise<void>;
}

/**
 * Brings journaled change sets into the database. Everything that is written passes here: commits, replay and rebuild.
 * Applying a set twice is applying it once, so a crash between two batches needs nothing but a replay.
 */
export class ArchiveWriter {
  readonly #parts: WriterParts;
  /** As it stands in the database. */
  #stored: ArchiveMeta;
  /** How far the dossiers, stored or pending, have come. */
  #reached: { seq: number; counts: Counts };
  #files = new Map<string, DossierFile>();
  #catalogueKeys = new Map<string, [table: CatalogueTable, id: string]>();
  #audit = new Map<string, { entry: AuditEntry; replaces: StoredRow | null }>();
  readonly #catalogueRows = new Map<string, StoredRow>();
  #transactions = 0;
  /** The last transaction that nobody waited for, with what the rows amount to after it. */
  #onItsWay: { stored: Promise<void>; totals: StoreTotals } | null = null;

  constructor(parts: WriterParts, meta: ArchiveMeta) {
    this.#parts = parts;
    this.#stored = meta;
    this.#reached = { seq: meta.seq, counts: meta.counts };
  }

  /** Everything up to this frame is applied. */
  get seq(): number {
    return this.#reached.seq;
  }

  get counts(): Counts {
    return this.#reached.counts;
  }

  /** What the rows in the database amount to. */
  get totals(): StoreTotals {
    return this.#stored.totals;
  }

  /** Grows with each transaction: whoever reads many rows sees whether they are of one time. */
  get transactions(): number {
    return this.#transactions;
  }

  /** The catalogue's rows as they lie in the database, read before anything is written. */
  noteCatalogueRows(rows: readonly CatalogueRow[]): void {
    for (const row of rows) this.#catalogueRows.set(`${row.table}/${row.id}`, row);
  }

  /** States that the database is not to be believed: the next start builds it anew. */
  async distrust(): Promise<void> {
    await this.flush('distrusted');
  }

  /**
   * Applies one change set and stores it. With `defer` small sets are gathered and stored together at the latest by
   * `flush`; only a replay may do that, because it can be repeated.
   */
  async apply(journaled: JournaledSet, options: { defer?: boolean; onProgress?: (done: number) => void } = {}) {
    const { set, seq } = journaled;
    const byCustomer = new Map<string, Change[]>();
    for (const change of set.changes) {
      if (change.customerId === undefined) continue;
      const changes = byCustomer.get(change.customerId);
      if (changes) changes.push(change);
      else byCustomer.set(change.customerId, [change]);
    }
    if (this.#files.size + byCustomer.size > batchSize || this.#audit.size >= batchSize) await this.flush();

    const customerIds = [...byCustomer.keys()];
    const applyTo = applierOf(set);
    let done = 0;
    const load = (ids: readonly string[]) => this.#load(ids);
    for await (const { start, loaded: files } of loadAhead(customerIds, batchSize, load)) {
      if (start > 0) await this.#store(seq, this.#stored);
      this.#parts.onChanging?.(files);
      for (const file of files) {
        const changes = byCustomer.get(file.customerId) ?? [];
        applyTo(file, changes);
        this.#files.set(file.customerId, file);
        done += changes.length;
      }
      options.onProgress?.(done);
    }
    for (const change of set.changes) {
      if (change.customerId !== undefined) continue;
      this.#parts.catalogue.apply(change);
      this.#catalogueKeys.set(`${change.table}/${change.id}`, [change.table as CatalogueTable, change.id]);
    }
    await this.#list(journaled);
    const erased = erasedBy(set);
    if (erased.size > 0) await this.#forgetInAudit(erased);
    this.#reached = { seq, counts: addCounts(this.#reached.counts, countDeltas(set.changes)) };
    if (!options.defer) await this.flush();
  }

  /** Puts a change set on the audit list whose changes the base snapshot holds already. `flush` stores it at the latest. */
  async note(journaled: JournaledSet): Promise<void> {
    if (this.#audit.size >= batchSize) await this.flush();
    await this.#list(journaled);
  }

  /**
   * Puts whole dossiers in place as they come out of the base snapshot. They are on their way when it resolves: while the
   * database is at it, the next ones are read, sealed and indexed. What it refuses, the next call rejects with, or `finishBase`.
   */
  async putBase(files: readonly DossierFile[], v: number): Promise<void> {
    for (const file of files) this.#files.set(file.customerId, file);
    await this.#store(v, this.#stored, 'on-its-way');
  }

  /** Nothing is on its way to the database any more, whatever became of it. */
  async settled(): Promise<void> {
    await this.#onItsWay?.stored.catch(() => undefined);
  }

  /** Puts whole dossiers in the place of damaged ones. */
  async putDossiers(files: readonly DossierFile[], v: number): Promise<void> {
    for (const file of files) this.#files.set(file.customerId, file);
    await this.#store(v, this.#stored);
  }

  /** States that everything of the base snapshot is in place. */
  async finishBase(seq: number, counts: Counts): Promise<void> {
    for (const { table, record } of this.#parts.catalogue.all()) {
      this.#catalogueKeys.set(`${table}/${record.id}`, [table, record.id]);
    }
    this.#reached = { seq, counts };
    await this.flush();
  }

  /** Stores what was gathered, and with it how far the database is. */
  async flush(state: ArchiveMeta['state'] = this.#stored.state): Promise<void> {
    await this.#store(this.#reached.seq, { ...this.#stored, ...this.#reached, state });
  }

  async #load(ids: readonly string[]): Promise<DossierFile[]> {
    const loaded = await this.#parts.cabinet.load(ids.filter((id) => !this.#files.has(id)));
    return ids.flatMap((id) => this.#files.get(id) ?? loaded.get(id) ?? []);
  }

  async #list(journaled: JournaledSet): Promise<void> {
    const entry = auditEntryOf(journaled, this.#stored.generation);
    this.#audit.set(entry.changeSetId, { entry, replaces: null });
    if (entry.target !== undefined) await this.#markTarget(entry.target, entry.reason === 'undo');
  }

  /** What was done is told as before, but not to whom. */
  async #forgetInAudit(erased: ReadonlySet<string>): Promise<void> {
    const { store, vault } = this.#parts;
    for (const [id, { entry, replaces }] of this.#audit) {
      if (isAbout(entry, erased)) this.#audit.set(id, { entry: withoutCustomer(entry), replaces });
    }
    for await (const row of auditRows(store)) {
      const entry = this.#audit.has(row.changeSetId) ? null : openAuditEntry(vault, row);
      if (entry && isAbout(entry, erased))
        this.#audit.set(row.changeSetId, { entry: withoutCustomer(entry), replaces: row });
    }
  }

  async #markTarget(changeSetId: string, undone: boolean): Promise<void> {
    const pending = this.#audit.get(changeSetId);
    const row = pending ? null : await this.#parts.store.findAudit(changeSetId);
    const target = pending?.entry ?? (row && openAuditEntry(this.#parts.vault, row));
    const replaces = pending ? pending.replaces : row;
    if (target) this.#audit.set(changeSetId, { entry: { ...target, undone }, replaces });
  }

  /** One transaction. `meta.seq` tells how far a replay need not go back. */
  async #store(v: number, meta: Omit<ArchiveMeta, 'totals'>, until: 'on-its-way' | 'stored' = 'stored'): Promise<void> {
    const { store, vault, cabinet, onStoring } = this.#parts;
    const before = this.#onItsWay;
    const tally = new RowTally((before ?? this.#stored).totals);
    const files = [...this.#files.values()];
    const removeDossiers: DossierKey[] = [];
    for (const file of files) {
      for (const row of file.storedRows) tally.remove('dossiers', row);
      removeDossiers.push(...file.takeRemovedRows());
    }
    const putDossiers = await cabinet.seal(files, v);
    for (const file of files) for (const row of file.storedRows) tally.add('dossiers', row, v);
    const { putCatalogue, removeCatalogue } = this.#sealCatalogue(v, tally);
    const putAudit = [...this.#audit.values()].map(({ entry, replaces }) => {
      const row = sealAuditEntry(vault, entry);
      if (replaces) tally.remove('audit', replaces);
      tally.add('audit', row, entry.seq);
      return row;
    });
    const next = { ...meta, totals: tally.totals() };
    const sealed = sealMeta(vault, next);
    await before?.stored;
    this.#onItsWay = null;
    this.#transactions += 1;
    const writing = store.write({
      putDossiers,
      removeDossiers,
      putCatalogue,
      removeCatalogue,
      putAudit,
      meta: sealed,
    });
    const stored = writing.then(() => {
      this.#stored = next;
      cabinet.stored(files);
    });
    // The journal has it, so it may be known already. What is written is on its way before anything else is done here.
    const indexed = breathe().then(() => onStoring(files));
    if (until === 'on-its-way') {
      this.#onItsWay = { stored, totals: next.totals };
      // Whoever comes next hears of it.
      stored.catch(() => undefined);
      await indexed;
    } else {
      // What the database refuses is known all the same: nothing is left half way, and nothing goes on behind whoever comes next.
      await Promise.allSettled([stored, indexed]);
      await Promise.all([stored, indexed]);
    }
    this.#files.clear();
    this.#catalogueKeys.clear();
    this.#audit.clear();
  }

  #sealCatalogue(v: number, tally: RowTally): { putCatalogue: CatalogueRow[]; removeCatalogue: CatalogueKey[] } {
    const putCatalogue: CatalogueRow[] = [];
    const removeCatalogue: CatalogueKey[] = [];
    for (const [key, [table, id]] of this.#catalogueKeys) {
      const replaced = this.#catalogueRows.get(key);
      if (replaced) tally.remove('catalogue', replaced);
      const record = this.#parts.catalogue.find(table, id);
      if (record) {
        const row = sealCatalogueRecord(this.#parts.vault, table, record, v);
        tally.add('catalogue', row, v);
        this.#catalogueRows.set(key, row);
        putCatalogue.push(row);
      } else {
        this.#catalogueRows.delete(key);
        removeCatalogue.push([table, id]);
      }
    }
    return { putCatalogue, removeCatalogue };
  }
}

function isAbout({ customerId }: AuditEntry, erased: ReadonlySet<string>): boolean {
  return customerId !== undefined && erased.has(customerId);
}

function withoutCustomer({ customerId: _erased, one: _about, ...entry }: AuditEntry): AuditEntry {
  return entry;
}

/** How many records of each table a change set adds or takes away for good. */
export function countDeltas(changes: readonly Change[]): Counts {
  const deltas: Record<string, number> = {};
  for (const { table, before, after } of changes) {
    const delta = (after ? 1 : 0) - (before ? 1 : 0);
    if (delta !== 0) deltas[table] = (deltas[table] ?? 0) + delta;
  }
  return deltas;
}
