import { contentVersion } from '#shared/archive/content.ts';
import type { Change, ChangeSet } from '#shared/changes/change-set.ts';
import type { Reason } from '#shared/changes/reasons.ts';
import type { LaterWork } from '#shared/changes/invert-change.ts';
import { AppFailure, appError, failWith } from '#shared/errors/app-error.ts';
import type { Counts, Opened } from '#shared/ipc/contract.ts';
import type { ArchiveStore } from '../../db/archive-store.ts';
import { readFailure, storageFailure, troubleOf, type StorageTrouble } from '../../db/storage-failure.ts';
import type { ArchiveMeta, DossierRow } from '../../db/tables.ts';
import type { Edit, OpenReport, ReadOnlyReason } from '../api.ts';
import type { EnginePorts } from '../ports.ts';
import { ArchiveWriter, countDeltas, type WriterParts } from './archive-writer.ts';
import { openAuditEntry, type AuditEntry } from './audit.ts';
import { addCounts, Cabinet } from './cabinet.ts';
import { Catalogue, openCatalogue } from './catalogue.ts';
import { checkRows, type RowFindings } from './check-rows.ts';
import { areAllThere, decideStart, type JournalStatus, type StartPlan } from './decide-start.ts';
import type { DossierFile } from './dossier-file.ts';
import type { JournaledSet } from './journal-reader.ts';
import { appendToJournal } from './journal-writer.ts';
import { prepareChanges, validateChangeSet } from './prepare-edits.ts';
import { rebuild, replay } from './rebuild.ts';
import { recoverRecords } from './recover.ts';
import { noTotals } from './row-totals.ts';
import { UndoPlanner } from './undo-planner.ts';
import { createVault, type Vault } from './vault.ts';
import { WorkQueue, type Lull } from './work-queue.ts';

/** What the archive needs from the engine's index, and tells it. */
export interface ArchiveIndex {
  /**
   * The database holds what it should up to `seq`, apart from a replay: make the index of that state. `onRead` is called when
   * the database has nothing more to do for it.
   */
  load(archive: Archive, onRead: () => void): Promise<void>;
  /** What was loaded cannot be used; everything comes anew. */
  reset(): void;
  /** Throws when these changes cannot stand beside what else the archive holds. */
  onWriting(changes: readonly Change[], reason: Reason): void;
  onChanging(files: readonly DossierFile[]): void;
  /** These dossiers are stored as they are now. */
  onStored(files: readonly DossierFile[]): Promise<void>;
  nextCode(): string;
  isTagInUse(tagId: string, besides: ReadonlySet<string>): boolean;
}

export interface Written {
  changeSetId: string;
  seq: number;
  changes: readonly Change[];
}

/**
 * The archive at work: the database kept equal to the journal, and the one way to write. Reads may come at any time;
 * writes stand in a queue.
 */
export class Archive {
  readonly opened: Opened;
  readonly store: ArchiveStore;
  readonly cabinet: Cabinet;
  readonly catalogue = new Catalogue();
  readonly vault: Vault;
  readonly queue = new WorkQueue();
  readonly undoing: UndoPlanner;
  readonly #ports: EnginePorts;
  readonly #index: ArchiveIndex;
  #writer: ArchiveWriter;
  #readOnly: ReadOnlyReason | null = null;
  #trouble: StorageTrouble = 'unknown';
  /** Set when an append failed: the journal may or may not have the set. */
  #headUnknown = false;
  #isClosed = false;

  private constructor(ports: EnginePorts, opened: Opened, store: ArchiveStore, index: ArchiveIndex, meta: ArchiveMeta) {
    this.#ports = ports;
    this.opened = opened;
    this.store = store;
    this.#index = index;
    this.vault = createVault(opened.archiveId, opened.recordKey);
    this.cabinet = new Cabinet(store, this.vault, (damaged) => this.#recover(damaged));
    this.#writer = new ArchiveWriter(this.#writerParts(), meta);
    this.undoing = new UndoPlanner({
      main: ports.main,
      audit: () => this.audit(),
      findAudit: (changeSetId) => this.#findAudit(changeSetId),
      load: (ids) => this.cabinet.load(ids),
      catalogue: this.catalogue,
      isTagInUse: (tagId, besides) => index.isTagInUse(tagId, besides),
      now: () => this.#now(),
    });
  }

  /** Compares the database with the journal and makes it equal, by replay or by building it again. */
  static async open(
    ports: EnginePorts,
    opened: Opened,
    index: ArchiveIndex,
  ): Promise<{ archive: Archive; report: Omit<OpenReport, 'elapsedMs'> }> {
    let archive: Archive | null = null;
    const store = await ports.openStore(opened.archiveId, (trouble) => {
      // The journal has everything, so that writing goes on until the database is built anew.
      if (trouble === 'damaged') ports.emit({ type: 'store-damaged' });
      else archive?.stopWriting('storage-failed', trouble);
    });
    try {
      const [meta, journal] = await Promise.all([store.readMeta(), ports.main.call('journal/status', {})]);
      if (meta && meta.contentVersion > contentVersion) {
        failWith('archive/newer-version', { version: meta.contentVersion });
      }
      archive = new Archive(ports, opened, store, index, meta ?? emptyMeta(opened));
      const plan = decideStart(journal, meta, { ...opened, contentVersion });
      const report = await archive.#start(journal, plan, meta);
      return { archive, report };
    } catch (error) {
      store.close();
      throw error instanceof AppFailure ? readFailure(error) : error;
    }
  }

  get seq(): number {
    return this.#writer.seq;
  }

  get counts(): Counts {
    return this.#writer.counts;
  }

  get readOnlyReason(): ReadOnlyReason | null {
    return this.#readOnly;
  }

  stopWriting(reason: ReadOnlyReason, trouble?: StorageTrouble): void {
    if (this.#readOnly || this.#isClosed) return;
    this.#readOnly = reason;
    this.#trouble = trouble ?? 'unknown';
    this.#ports.emit({ type: 'read-only', reason, ...(trouble && { trouble }) });
  }

  #failReadOnly(reason: ReadOnlyReason): never {
    if (reason === 'storage-failed') failWith('archive/storage-failed', { reason: this.#trouble });
    throw new AppFailure(appError('archive/read-only', { reason }));
  }

  /**
   * Verifies every row of the database and brings back what is damaged, as far as that can be done one by one. After
   * `other-rows` nothing in the database may be believed: it was marked so, and is built anew when it is opened next.
   */
  async check(lull?: Lull): Promise<RowFindings> {
    const findings = await checkRows(this.store, this.vault, this.#writer, lull);
    if (this.#readOnly !== null) return findings;
    if (findings.found === 'damaged-dossiers') {
      const ids = [...findings.customerIds];
      this.cabinet.forget(ids);
      await this.cabinet.load(ids);
    } else if (findings.found === 'other-rows') {
      await this.queue.run(() => this.distrust());
    }
    return findings;
  }

  /** Marks the database as one that must be built anew. Belongs into the queue. */
  distrust(): Promise<void> {
    return this.#writer.distrust();
  }

  /** Has main remember what the rows amount to; nothing may be written to the archive meanwhile. */
  async keepTotals(): Promise<void> {
    const { generation } = this.opened;
    await this.#ports.main.call('journal/keep-totals', { generation, seq: this.seq, tables: this.#writer.totals });
  }

  close(): void {
    this.#isClosed = true;
    this.store.close();
    this.vault.close();
  }

  /**
   * Writes edits as one change set; `null` when they change nothing. `edits` is asked when its turn has come, with the time
   * (UTC, ISO 8601) that the records will bear.
   */
  commit(reason: Reason, edits: (at: string) => Promise<readonly Edit[]>): Promise<Written | null> {
    return this.write(async () => {
      const at = this.#now();
      const context = {
        load: (ids: readonly string[]) => this.cabinet.load(ids),
        catalogue: this.catalogue,
        at,
        nextCode: () => this.#index.nextCode(),
      };
      return { reason, at, changes: await prepareChanges(await edits(at), context) };
    });
  }

  /** Takes back the given change set, or the newest that is not taken back; see `UndoPlanner`. */
  undo(changeSetId?: string, later?: LaterWork): Promise<Written | null> {
    return this.write(() => this.undoing.planUndo(changeSetId, later));
  }

  /** Puts back what was taken back last, unless the user changed something since. */
  redo(): Promise<Written | null> {
    return this.write(() => this.undoing.planRedo());
  }

  /** The audit list, newest first. */
  async *audit(before = Number.MAX_SAFE_INTEGER): AsyncGenerator<AuditEntry> {
    const atOnce = 50;
    for (let next = before; ; ) {
      const rows = await this.store.readAudit(next, atOnce);
      for (const row of rows) {
        const entry = openAuditEntry(this.vault, row);
        if (entry) yield entry;
      }
      const last = rows.at(-1);
      if (!last || rows.length < atOnce) return;
      next = last.seq;
    }
  }

  /** The one way to write: prepare, validate, journal, store, tell. Nothing changes when it fails before the journal has it. */
  write(
    prepare: () => Promise<{ reason: Reason; target?: string; at: string; changes: Change[] }>,
  ): Promise<Written | null> {
    return this.queue.run(async () => {
      if (this.#isClosed) failWith('keys/locked');
      if (this.#readOnly) this.#failReadOnly(this.#readOnly);
      if (this.#headUnknown) await this.#resync();
      const { reason, target, at, changes } = await prepare();
      if (changes.length === 0 && target === undefined) return null;
      this.#index.onWriting(changes, reason);
      const set: ChangeSet = { id: this.#ports.newId(), at, reason, target, changes };
      await validateChangeSet(set);
      const journaled = await this.#journal(set);
      await this.#storeSet(journaled);
      return { changeSetId: set.id, seq: journaled.seq, changes };
    });
  }

  async #journal(set: ChangeSet): Promise<JournaledSet> {
    const counts = addCounts(this.counts, countDeltas(set.changes));
    try {
      return await appendToJournal(this.#ports.main, set, this.seq, counts, () => undefined);
    } catch (error) {
      this.#headUnknown = true;
      throw error;
    }
  }

  async #storeSet(journaled: JournaledSet): Promise<void> {
    const total = journaled.set.changes.length;
    const onProgress = (done: number) => this.#ports.emit({ type: 'progress', task: 'commit', done, total });
    try {
      await this.#writer.apply(journaled, total > 1_000 ? { onProgress } : {});
      if (total > 1_000) onProgress(total);
    } catch (error) {
      // The journal has it; the next start will bring it into the database.
      this.stopWriting('storage-failed', troubleOf(error));
      throw storageFailure(error);
    }
  }

  /** After a failed append: if the journal took the set after all, the database takes it too. */
  async #resync(): Promise<void> {
    const { headSeq } = await this.#ports.main.call('journal/status', {});
    await replay(this.#ports.main, this.#writer, headSeq, () => undefined);
    this.#headUnknown = false;
  }

  async #start(
    journal: JournalStatus,
    plan: StartPlan,
    meta: ArchiveMeta | null,
  ): Promise<Omit<OpenReport, 'elapsedMs'>> {
    if (plan.do === 'read-only') this.stopWriting('ahead');
    if (journal.readOnlyReason !== null) this.stopWriting('journal');
    const report = { found: plan.found, damage: damageOf(journal), replayedChangeSets: 0, rebuiltRecords: 0 };
    try {
      if (plan.do === 'rebuild' || plan.do === 'begin') return await this.#rebuild(journal, plan.found);
      await this.#openCatalogue();
      const areRowsThere = await this.#loadAndCount(meta);
      if (!areRowsThere && plan.do !== 'read-only') {
        this.#index.reset();
        return await this.#rebuild(journal, 'damaged');
      }
      if (plan.do === 'replay') {
        const progress = this.#progressOf('replay');
        report.replayedChangeSets = await replay(this.#ports.main, this.#writer, journal.headSeq, progress);
      }
    } catch (error) {
      // What is damaged beyond recovery contradicts the journal; the journal is right.
      const isBeyondRecovery = error instanceof AppFailure && error.error.code === 'archive/damaged-record';
      if (!isBeyondRecovery || plan.do === 'read-only') throw error;
      this.#index.reset();
      return await this.#rebuild(journal, 'damaged');
    }
    return { ...report, counts: this.counts };
  }

  /** The database counts its rows while the index is made of what was read; tells whether they are all there. */
  async #loadAndCount(meta: ArchiveMeta | null): Promise<boolean> {
    let counting: Promise<boolean> | null = null;
    const count = () => (counting ??= this.store.countRows().then((rows) => meta !== null && areAllThere(rows, meta)));
    // Its failure is told below, or by what else fails.
    await this.#index.load(this, () => void count().catch(() => undefined));
    return count();
  }

  async #rebuild(
    journal: JournalStatus,
    found: 'wiped' | 'outdated' | 'damaged' | 'empty',
  ): Promise<Omit<OpenReport, 'elapsedMs'>> {
    if (found !== 'empty') await this.#requireRoom();
    this.catalogue.clear();
    const meta = emptyMeta(this.opened);
    const progress = this.#progressOf('rebuild');
    const result = await rebuild(this.#ports.main, this.store, this.#writerParts(), meta, journal, progress);
    this.#writer = result.writer;
    const records = Object.values(this.counts).reduce((sum, count) => sum + count, 0);
    return {
      found,
      damage: damageOf(journal),
      replayedChangeSets: result.changeSets,
      rebuiltRecords: found === 'empty' ? 0 : records,
      counts: this.counts,
    };
  }

  /** A browser's database that runs into a full disk while it grows may empty itself without a word. */
  async #requireRoom(): Promise<void> {
    const { freeBytes, state } = await this.#ports.main.call('app/space', { neededBytes: 0 });
    if (state === 'full') failForSpace(freeBytes);
  }

  #progressOf(task: 'replay' | 'rebuild') {
    return (done: number, total: number) => {
      this.#ports.emit({ type: 'progress', task, done, total });
    };
  }

  async #openCatalogue(): Promise<void> {
    const rows = await this.store.readCatalogue();
    this.#writer.noteCatalogueRows(rows);
    const damaged = openCatalogue(this.catalogue, this.vault, rows);
    if (damaged.length === 0) return;
    this.catalogue.clear();
    await recoverRecords(this.#ports.main, { customerIds: new Set(), catalogue: this.catalogue }, this.seq);
    if (this.#readOnly === null) await this.#writer.finishBase(this.seq, this.counts);
  }

  /** Brings damaged dossiers back and has them stored as soon as the queue allows. */
  async #recover(damaged: ReadonlyMap<string, readonly DossierRow[]>): Promise<Map<string, DossierFile>> {
    const customerIds = new Set(damaged.keys());
    const files = await recoverRecords(this.#ports.main, { customerIds, catalogue: null }, this.seq);
    for (const [customerId, rows] of damaged) {
      files.get(customerId)?.replaces(rows);
    }
    const storing = this.queue.run(async () => {
      if (this.#readOnly === null) await this.#writer.putDossiers([...files.values()], this.seq);
    });
    storing.catch((error: unknown) => this.stopWriting('storage-failed', troubleOf(error)));
    return files;
  }

  async #findAudit(changeSetId: string): Promise<AuditEntry | null> {
    const row = await this.store.findAudit(changeSetId);
    return row && openAuditEntry(this.vault, row);
  }

  #writerParts(): WriterParts {
    const { store, vault, cabinet, catalogue } = this;
    return {
      store,
      vault,
      cabinet,
      catalogue,
      onChanging: (files) => this.#index.onChanging(files),
      onStored: (files) => this.#index.onStored(files),
    };
  }

  #now(): string {
    return this.#ports.now().toISOString();
  }
}

/** Damage that the base does not lie behind already, as it does after a restore. */
function damageOf({ damage, snapshot }: JournalStatus): OpenReport['damage'] {
  return damage && damage.lastGoodSeq >= (snapshot?.seq ?? 0) ? damage : null;
}

/** Throws `archive/disk-nearly-full`. */
export function failForSpace(freeBytes: number | null): never {
  return failWith('archive/disk-nearly-full', { freeMb: Math.floor((freeBytes ?? 0) / 1024 ** 2), neededMb: 300 });
}

function emptyMeta({ archiveId, generation }: Opened): ArchiveMeta {
  return { archiveId, generation, seq: 0, counts: {}, totals: noTotals, contentVersion, state: 'complete' };
}
