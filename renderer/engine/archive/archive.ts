import type { Change, ChangeSet } from '#shared/changes/change-set.ts';
import type { Reason } from '#shared/changes/reasons.ts';
import type { LaterWork } from '#shared/changes/invert-change.ts';
import { AppFailure, appError, failWith } from '#shared/errors/app-error.ts';
import { nameSurvivors } from '#shared/merge/name-survivors.ts';
import type { Counts, Opened } from '#shared/ipc/contract.ts';
import type { ArchiveStore } from '../../db/archive-store.ts';
import { readFailure, storageFailure, troubleOf, type StorageTrouble } from '../../db/storage-failure.ts';
import type { Edit, OpenReport, ReadOnlyReason } from '../api.ts';
import type { EnginePorts } from '../ports.ts';
import type { ArchiveContent, ArchiveIndex } from './archive-content.ts';
import { openMeta } from './rows/archive-meta.ts';
import { ArchiveWriter, countDeltas, type WriterParts } from './archive-writer.ts';
import { openAuditEntry, type AuditEntry } from './rows/audit.ts';
import { auditRows } from './rows/audit-rows.ts';
import { addCounts, Cabinet } from './rows/cabinet.ts';
import { Catalogue } from './rows/catalogue.ts';
import { checkRows, type RowFindings } from './rows/check-rows.ts';
import type { JournaledSet } from './journal/journal-reader.ts';
import { appendToJournal } from './journal/journal-writer.ts';
import { prepareChanges, validateChangeSet, type RecordFinder } from './edits/prepare-edits.ts';
import { emptyMeta, replay } from './start/rebuild.ts';
import { Repair } from './start/repair.ts';
import { settleAnswers } from './edits/settle-answers.ts';
import { ArchiveStart } from './start/start-archive.ts';
import { toldFrom } from './told-from.ts';
import { UndoPlanner, type PlannedSet, type UndoWatch } from './undo/undo-planner.ts';
import { createVault, type Vault } from './rows/vault.ts';
import { WorkQueue, type Lull } from './work-queue.ts';

export interface Written {
  changeSetId: string;
  seq: number;
  changes: readonly Change[];
}

/**
 * The archive at work: the database kept equal to the journal, and the one way to write. Reads may come at any time;
 * writes stand in a queue.
 */
export class Archive implements ArchiveContent {
  readonly opened: Opened;
  readonly store: ArchiveStore;
  readonly cabinet: Cabinet;
  readonly catalogue = new Catalogue();
  readonly vault: Vault;
  readonly queue = new WorkQueue();
  readonly undoing: UndoPlanner;
  /** Called with changes that are in the archive although whoever made them was told that they failed. */
  onCaughtUp: (changes: readonly Change[]) => void = () => undefined;
  readonly #ports: EnginePorts;
  readonly #index: ArchiveIndex;
  #writer: ArchiveWriter;
  #readOnly: ReadOnlyReason | null = null;
  #trouble: StorageTrouble = 'unknown';
  /** Set when an append failed: the journal may or may not have the set. */
  #headUnknown = false;
  #isClosed = false;

  private constructor(ports: EnginePorts, opened: Opened, store: ArchiveStore, vault: Vault, index: ArchiveIndex) {
    this.#ports = ports;
    this.opened = opened;
    this.store = store;
    this.#index = index;
    this.vault = vault;
    const repair = new Repair({
      main: ports.main,
      queue: this.queue,
      writer: () => this.#writer,
      load: (ids) => this.cabinet.load(ids),
      mayWrite: () => this.#readOnly === null && !this.#isClosed,
      onStorageFailed: (error) => this.stopWriting('storage-failed', troubleOf(error)),
    });
    this.cabinet = new Cabinet(store, vault, (damaged) => repair.recover(damaged));
    this.#writer = new ArchiveWriter(this.#writerParts(), emptyMeta(opened));
    this.undoing = new UndoPlanner({
      main: ports.main,
      audit: () => this.audit(),
      findAudit: (changeSetId) => this.findAudit(changeSetId),
      load: (ids) => this.cabinet.load(ids),
      catalogue: this.catalogue,
      isTagInUse: (tagId, besides) => index.isTagInUse(tagId, besides),
      survivorOf: (customerId) => index.survivorOf(customerId),
      namersOf: (customerIds) => index.namersOf(customerIds),
      now: () => this.#now(),
    });
  }

  /** Compares the database with the journal and makes it equal, by replay or by building it again. */
  static async open(
    ports: EnginePorts,
    opened: Opened,
    index: ArchiveIndex,
    openStore: EnginePorts['openStore'],
  ): Promise<{ archive: Archive; report: Omit<OpenReport, 'currency' | 'elapsedMs'> }> {
    let archive: Archive | null = null;
    const store = await openStore(opened.archiveId, (trouble) => {
      // The journal has everything, so that writing goes on until the database is built anew.
      if (trouble === 'damaged') ports.emit({ type: 'store-damaged' });
      else archive?.stopWriting('storage-failed', trouble);
    });
    const vault = createVault(opened.archiveId, opened.recordKey);
    try {
      const [row, journal] = await Promise.all([store.readMeta(), ports.main.call('journal/status', {})]);
      const found = openMeta(vault, row);
      if (found.is === 'newer') return failWith('archive/newer-version', { version: found.version });
      const opening = new Archive(ports, opened, store, vault, index);
      archive = opening;
      const parts = {
        ports,
        content: opening,
        index,
        writerParts: opening.#writerParts(),
        setWriter: (writer: ArchiveWriter) => {
          opening.#writer = writer;
        },
        stopWriting: (reason: ReadOnlyReason) => opening.stopWriting(reason),
      };
      return { archive: opening, report: await new ArchiveStart(parts, journal, found).run() };
    } catch (error) {
      if (archive) archive.close();
      else {
        store.close();
        vault.close();
      }
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
  async check(lull?: Pick<Lull, 'wait'>): Promise<RowFindings> {
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
    // Of a database that lacks what the journal has, or that the journal knows nothing of, nothing is to be remembered.
    if (this.#readOnly !== null) return;
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
   * (UTC, ISO 8601) that the records will bear. `goOn` is called again and again until the journal is begun, and may throw.
   * `known` finds the records that are edited, for whoever has just read all of them; asked when the turn has come, it answers
   * `null` if they may be others by then.
   */
  commit(
    reason: Reason,
    edits: (at: string) => Promise<readonly Edit[]>,
    goOn: () => void = () => undefined,
    known: () => RecordFinder['find'] | null = () => null,
  ): Promise<Written | null> {
    return this.write(async () => {
      const at = this.#now();
      const find = known();
      const context = {
        load: async (ids: readonly string[]): Promise<ReadonlyMap<string, RecordFinder>> => {
          goOn();
          return find ? new Map(ids.map((id) => [id, { find }])) : this.cabinet.load(ids);
        },
        catalogue: this.catalogue,
        at,
        nextCode: () => this.#index.nextCode(),
      };
      return { reason, at, changes: await prepareChanges(await edits(at), context) };
    }, goOn);
  }

  /** Takes back the given change set, or the newest that is not taken back; see `UndoPlanner`. `goOn` as for `commit`. */
  undo(changeSetId?: string, later?: LaterWork, goOn?: () => void): Promise<Written | null> {
    return this.#takeBack('undo', (watch) => this.undoing.planUndo(watch, changeSetId, later), goOn);
  }

  /** Puts back what was taken back last, unless the user changed something since. */
  redo(goOn?: () => void): Promise<Written | null> {
    return this.#takeBack('redo', (watch) => this.undoing.planRedo(watch), goOn);
  }

  /** Its task is under way for as long as it can be stopped. */
  async #takeBack(
    task: 'undo' | 'redo',
    plan: (watch: UndoWatch) => Promise<PlannedSet>,
    goOn: () => void = () => undefined,
  ): Promise<Written | null> {
    let toldOf = 0;
    const onProgress = (done: number, total: number) => {
      if (total <= toldFrom) return;
      toldOf = total;
      // That all of them are worked out is not the end of it.
      this.#ports.emit({ type: 'progress', task, done: Math.min(done, total - 1), total });
    };
    const end = () => {
      if (toldOf > 0) this.#ports.emit({ type: 'progress', task, done: toldOf, total: toldOf });
      toldOf = 0;
    };
    try {
      return await this.write(() => plan({ onProgress, goOn }), goOn, end);
    } finally {
      end();
    }
  }

  /** The audit list, newest first. */
  async *audit(before?: number): AsyncGenerator<AuditEntry> {
    const shownAtOnce = 50;
    for await (const row of auditRows(this.store, before, shownAtOnce)) {
      const entry = openAuditEntry(this.vault, row);
      if (entry) yield entry;
    }
  }

  async findAudit(changeSetId: string): Promise<AuditEntry | null> {
    const row = await this.store.findAudit(changeSetId);
    return row && openAuditEntry(this.vault, row);
  }

  /** The one way to write: prepare, validate, journal, store, tell. Nothing changes when it fails before the journal has it. */
  write(
    prepare: () => Promise<{ reason: Reason; target?: string; at: string; changes: Change[] }>,
    goOn: () => void = () => undefined,
    onBegin: () => void = () => undefined,
  ): Promise<Written | null> {
    return this.queue.run(async () => {
      goOn();
      if (this.#isClosed) failWith('keys/locked');
      if (this.#readOnly) this.#failReadOnly(this.#readOnly);
      if (this.#headUnknown) await this.#resync();
      const { reason, target, at, changes: prepared } = await prepare();
      const load = (ids: readonly string[]) => this.cabinet.load(ids);
      const named = nameSurvivors(prepared, this.#survivors());
      const changes = await settleAnswers(named, { load, hasAnswers: this.#index.answerCheck() }, at);
      if (changes.length === 0 && target === undefined) return null;
      this.#index.onWriting(changes, reason, this.counts);
      const set: ChangeSet = { id: this.#ports.newId(), at, reason, target, changes };
      await validateChangeSet(set, goOn);
      const onProgress = this.#progressOf(changes.length);
      // From here on it is written: who looks on sees that it cannot be stopped any more.
      onBegin();
      onProgress(0);
      try {
        const journaled = await this.#journal(set);
        await this.#storeSet(journaled, onProgress);
        return { changeSetId: set.id, seq: journaled.seq, changes };
      } finally {
        onProgress(changes.length);
      }
    });
  }

  #survivors(): Parameters<typeof nameSurvivors>[1] {
    const fields = [...this.catalogue.kept('customField')].filter(({ type }) => type === 'reference');
    return {
      survivorOf: (customerId) => this.#index.survivorOf(customerId),
      referenceFieldIds: fields.map(({ id }) => id),
    };
  }

  async #journal(set: ChangeSet): Promise<JournaledSet> {
    const counts = addCounts(this.counts, countDeltas(set.changes));
    try {
      return await appendToJournal(this.#ports.main, set, this.seq, counts);
    } catch (error) {
      this.#headUnknown = true;
      throw error;
    }
  }

  async #storeSet(journaled: JournaledSet, onProgress: (done: number) => void): Promise<void> {
    try {
      await this.#writer.apply(journaled, { onProgress });
    } catch (error) {
      // The journal has it; the next start will bring it into the database.
      this.stopWriting('storage-failed', troubleOf(error));
      throw storageFailure(error);
    }
  }

  #progressOf(total: number): (done: number) => void {
    return (done) => {
      if (total > toldFrom) this.#ports.emit({ type: 'progress', task: 'commit', done, total });
    };
  }

  /** After a failed append: if the journal took the set after all, the database takes it too, and everybody hears of it. */
  async #resync(): Promise<void> {
    const { headSeq } = await this.#ports.main.call('journal/status', {});
    const changes: Change[] = [];
    const note = (set: ChangeSet) => {
      for (const change of set.changes) changes.push(change);
    };
    await replay(this.#ports.main, this.#writer, headSeq, () => undefined, note);
    this.#headUnknown = false;
    if (changes.length > 0) this.onCaughtUp(changes);
  }

  #writerParts(): WriterParts {
    const { store, vault, cabinet, catalogue } = this;
    return {
      store,
      vault,
      cabinet,
      catalogue,
      onChanging: (files) => this.#index.onChanging(files),
      onStoring: (files) => this.#index.update(files),
    };
  }

  #now(): string {
    return this.#ports.now().toISOString();
  }
}
