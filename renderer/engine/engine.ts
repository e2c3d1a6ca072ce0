import { toEpochDay, type EpochDay } from '#shared/calendar/day.ts';
import type { ReportedEvent } from '#shared/audit/audit-entry.ts';
import type { Reason } from '#shared/changes/change-set.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import type { LocalDate } from '#shared/domain/record.ts';
import type { CatalogueTable, RecordOf } from '#shared/domain/tables.ts';
import { failWith } from '#shared/errors/app-error.ts';
import { conditionsOf, type FilterGroup } from '#shared/filter/filter.ts';
import type { Opened } from '#shared/ipc/contract.ts';
import type { ErasureCertificate } from '#shared/ipc/erasure.ts';
import { searchKeys } from '#shared/match/pinyin.ts';
import type {
  ArchiveOverview,
  BackupCustomer,
  BackupReport,
  BulkPreview,
  BulkTarget,
  BinEntry,
  BroughtBack,
  CalendarDay,
  ClassExplanation,
  ColumnStatistics,
  Committed,
  ContactDraft,
  CustomerQuery,
  CustomerRow,
  Edit,
  HistoryEntry,
  MatchHit,
  MatchKey,
  Moment,
  OpenReport,
  QueryResult,
  RowRange,
  SchemeOverview,
  SelectionSummary,
  SortColumn,
  TodayView,
} from './api.ts';
import { Archive, type Written } from './archive/archive.ts';
import { bulkEdits, previewBulk } from './archive/bulk-edits.ts';
import { completionEdits, contactEdits } from './archive/contact-edits.ts';
import { breathe, WorkQueue } from './archive/work-queue.ts';
import { bringBack, compareWithBackup, searchBackup } from './backup-customers.ts';
import { BackupRun } from './backup.ts';
import { emptyBin, eraseForGood, resumeErasure, type ErasureParts } from './erasure-run.ts';
import { IndexKeeper } from './index-keeper.ts';
import type { CustomerIndex } from './index/customer-index.ts';
import { matchedRows } from './index/matched-rows.ts';
import { answer, countAll, countOf } from './index/query.ts';
import { statisticsOf, summaryOf } from './index/statistics.ts';
import { termsOf } from './index/search-terms.ts';
import { KeptResults } from './kept-results.ts';
import type { EnginePorts } from './ports.ts';
import { Precautions } from './precautions.ts';
import { earliestMoment, snapshotAt } from './snapshot-at.ts';
import { binEntries } from './views/bin.ts';
import { calendarDays } from './views/calendar-days.ts';
import { historyEntries } from './views/history-entries.ts';
import { schemeOverviews } from './views/scheme-overview.ts';
import { countDue, todayView } from './views/today-view.ts';

/** More customers than this at once: screens ask again for everything. */
const manyCustomers = 200;
/** Customers whose class changes one change set notes. */
const movesAtOnce = 2_000;

interface OpenArchive {
  archive: Archive;
  keeper: IndexKeeper;
  precautions: Precautions;
}

/** The archive as the screens ask it: EngineApi, each method asynchronous. Runs in the worker, in tests and in benchmarks. */
export class Engine {
  readonly #ports: EnginePorts;
  readonly #results = new KeptResults();
  readonly #backups = new WorkQueue();
  #backup: BackupRun | null = null;
  /** The day on which the bin was last looked through. */
  #binSeenOn = '';
  readonly #staged = new Map<string, Edit[]>();
  #open: OpenArchive | null = null;
  #revision = 0;
  #cancelIdle: (() => void) | null = null;
  /** The day on which every row was last verified. */
  #checkedOn: EpochDay | null = null;

  constructor(ports: EnginePorts) {
    this.#ports = ports;
  }

  async open(opened: Opened, today: LocalDate): Promise<OpenReport> {
    const started = performance.now();
    await this.close();
    const keeper = new IndexKeeper(this.#ports, toEpochDay(today));
    const { archive, report } = await Archive.open(this.#ports, opened, keeper);
    const precautions = new Precautions(this.#ports.main, archive, () => this.#backUp('snapshot'));
    try {
      await keeper.finish(archive);
      await precautions.begin();
    } catch (error) {
      archive.close();
      throw error;
    }
    this.#open = { archive, keeper, precautions };
    this.#scheduleIdle();
    return { ...report, elapsedMs: Math.round(performance.now() - started) };
  }

  async close(): Promise<void> {
    const open = this.#open;
    if (!open) return;
    this.#forget();
    const { archive, keeper } = open;
    try {
      await keeper.noteMoves(archive, Number.MAX_SAFE_INTEGER);
      await archive.queue.run(() => keeper.save(archive));
      await archive.queue.run(() => archive.keepTotals());
    } finally {
      archive.close();
    }
  }

  /** Builds the database anew from snapshot and journal, because it holds something else than was written to it. */
  async rebuild(): Promise<OpenReport> {
    const { archive, keeper } = this.#opened();
    const { recordKey, ...opened } = archive.opened;
    const copy = { ...opened, recordKey: recordKey.slice() };
    const { todayText } = keeper;
    await archive.queue.run(() => archive.distrust());
    this.#forget();
    archive.close();
    return this.open(copy, todayText);
  }

  async setToday(today: LocalDate): Promise<void> {
    const { archive, keeper } = this.#opened();
    await archive.queue.run(() => keeper.setToday(archive, toEpochDay(today)));
    this.#changed('many');
  }

  async query(slot: string, query: CustomerQuery, window?: RowRange): Promise<QueryResult> {
    const { keeper } = this.#opened();
    if (query.text.trim() !== '' || readsWords(query.filter)) await keeper.ready();
    const started = performance.now();
    const { indexes, ...result } = answer(query, keeper.index.queryContext);
    const token = this.#results.keep(slot, indexes, termsOf(query.text));
    const elapsedMs = performance.now() - started;
    if (!window) return { token, ...result, elapsedMs };
    const rows = await this.rows(token, window.from, window.to);
    return { token, ...result, window: { from: window.from, rows }, elapsedMs };
  }

  async rows(token: string, from: number, to: number): Promise<CustomerRow[]> {
    const result = this.#results.find(token);
    return result ? this.#rowsOf(result.indexes.subarray(Math.max(0, from), to), result.terms) : [];
  }

  async position(token: string, id: CustomerId): Promise<number> {
    return this.#results.find(token)?.indexes.indexOf(this.#index.columns.indexOf(id)) ?? -1;
  }

  async ids(token: string, from?: number, to?: number): Promise<CustomerId[]> {
    const { columns } = this.#index;
    return Array.from(this.#results.find(token)?.indexes.subarray(from, to) ?? [], (index) => columns.idOf(index));
  }

  async counts(filters: FilterGroup[]): Promise<number[]> {
    const { keeper } = this.#opened();
    if (filters.some(readsWords)) await keeper.ready();
    const counts: number[] = [];
    for (const filter of filters) {
      counts.push(countOf(filter, keeper.index.queryContext));
      // A search that somebody types meanwhile goes first.
      await breathe();
    }
    return counts;
  }

  async summarize(ids: CustomerId[]): Promise<SelectionSummary> {
    const { columns, today } = this.#index;
    return summaryOf(
      columns,
      ids.map((id) => columns.indexOf(id)),
      today,
    );
  }

  async columnStatistics(token: string, column: SortColumn): Promise<ColumnStatistics> {
    const { columns } = this.#index;
    return statisticsOf(columns, this.#results.find(token)?.indexes ?? new Uint32Array(0), column);
  }

  async previewBulk(targets: BulkTarget[]): Promise<BulkPreview> {
    return previewBulk(targets, this.#bulkContext());
  }

  async commitBulk(targets: BulkTarget[], reason: Reason, besides: Edit[] = []): Promise<Committed> {
    return this.commit(reason, [...besides, ...(await bulkEdits(targets, this.#bulkContext()))]);
  }

  async search(text: string, limit: number): Promise<CustomerRow[]> {
    const { keeper } = this.#opened();
    await keeper.ready();
    const query: CustomerQuery = { text, sort: [{ column: 'relevance', descending: false }] };
    const { indexes } = answer(query, keeper.index.queryContext);
    return this.#rowsOf(indexes.subarray(0, limit), termsOf(text));
  }

  async dossier(id: CustomerId): Promise<Dossier> {
    return (await this.#dossiers([id])).get(id) ?? failWith('archive/not-found');
  }

  async dossiers(ids: CustomerId[]): Promise<Dossier[]> {
    return [...(await this.#dossiers(ids)).values()];
  }

  async explain(id: CustomerId): Promise<ClassExplanation[]> {
    const { columns, classifier } = this.#index;
    const index = columns.indexOf(id);
    if (index < 0 || !columns.isAlive(index)) failWith('archive/not-found');
    return Object.values(classifier.explain(index));
  }

  async catalogue<T extends CatalogueTable>(table: T): Promise<RecordOf<T>[]> {
    return this.#opened().archive.catalogue.list(table);
  }

  async spell(name: string, reading?: string): Promise<string> {
    return reading !== undefined || /\p{Script=Han}/u.test(name) ? searchKeys(name, reading).reading : '';
  }

  async confirmDeletion(count: number): Promise<void> {
    this.#opened().precautions.confirmDeletion(count);
  }

  async commit(reason: Reason, edits: Edit[]): Promise<Committed> {
    const { archive, precautions } = this.#opened();
    await precautions.beforeCommit(reason, edits);
    return this.#committed(await archive.commit(reason, async () => edits), reason);
  }

  async stage(stageId: string, edits: Edit[]): Promise<void> {
    this.#opened();
    const staged = this.#staged.get(stageId) ?? [];
    for (const edit of edits) staged.push(edit);
    this.#staged.set(stageId, staged);
  }

  async discardStaged(stageId: string): Promise<void> {
    this.#staged.delete(stageId);
  }

  async commitStaged(stageId: string, reason: Reason): Promise<Committed> {
    const edits = this.#staged.get(stageId) ?? [];
    const { archive, precautions } = this.#opened();
    await precautions.beforeCommit(reason, edits);
    this.#staged.delete(stageId);
    return this.#committed(await archive.commit(reason, async () => edits), reason);
  }

  async undo(changeSetId?: string): Promise<Committed> {
    const { archive, precautions } = this.#opened();
    await precautions.beforeUndo(changeSetId);
    return this.#committed(await archive.undo(changeSetId));
  }

  async redo(): Promise<Committed> {
    return this.#committed(await this.#opened().archive.redo());
  }

  async history(limit: number, before?: number): Promise<HistoryEntry[]> {
    const { archive, keeper } = this.#opened();
    const { firstSeq } = await this.#ports.main.call('journal/status', {});
    return historyEntries(archive.audit(before), keeper.index.columns, firstSeq, limit);
  }

  async completeFollowUp(customerId: CustomerId, followUpId: string, result?: string): Promise<Committed> {
    const { archive, keeper } = this.#opened();
    const reason = 'follow-up/done';
    const written = await archive.commit(reason, async (at) => {
      const dossier = await this.dossier(customerId);
      const followUp = dossier.followUp.find((each) => each.id === followUpId);
      if (followUp?.status !== 'open') return failWith('archive/not-found');
      return completionEdits(followUp, keeper.todayText, result, this.#contactContext(at));
    });
    return this.#committed(written);
  }

  async logContact(contact: ContactDraft): Promise<Committed> {
    const { archive } = this.#opened();
    const reason = 'interaction/log';
    const written = await archive.commit(reason, async (at) =>
      contactEdits(contact, await this.dossier(contact.customerId), this.#contactContext(at)),
    );
    return this.#committed(written);
  }

  async today(): Promise<TodayView> {
    const { keeper } = this.#opened();
    return todayView(keeper.index, keeper.closedSince);
  }

  async calendar(from: LocalDate, to: LocalDate): Promise<CalendarDay[]> {
    return calendarDays(this.#index, from, to, this.#ports.workCalendar);
  }

  async schemes(): Promise<SchemeOverview[]> {
    return schemeOverviews(this.#index);
  }

  async overview(): Promise<ArchiveOverview> {
    const { archive, keeper } = this.#opened();
    const customers = countAll(keeper.index.columns);
    return {
      counts: archive.counts,
      customers,
      inBin: (archive.counts['customer'] ?? 0) - customers,
      dueToday: countDue(keeper.index),
      seq: archive.seq,
      revision: this.#revision,
      practice: archive.catalogue.list('settings')[0]?.practice ?? false,
    };
  }

  async matches(keys: MatchKey[]): Promise<MatchHit[][]> {
    return this.#index.matches(keys);
  }

  async existing(_kind: 'order' | 'interaction', keys: string[]): Promise<boolean[]> {
    return this.#index.existing(keys);
  }

  backup(): Promise<BackupReport> {
    return this.#backUp('backup');
  }

  async #backUp(task: 'backup' | 'snapshot'): Promise<BackupReport> {
    const { archive, keeper } = this.#opened();
    return this.#backups.run(async () => {
      const started = performance.now();
      const run = new BackupRun(archive, this.#ports, task);
      this.#backup = run;
      // It begins between two writes; then writing goes on beside it.
      const running = await archive.queue.run(async () => {
        keeper.onChanging = (files) => run.onChanging(files);
        return { report: run.run() };
      });
      try {
        return { ...(await running.report), elapsedMs: Math.round(performance.now() - started) };
      } finally {
        keeper.onChanging = () => undefined;
        this.#backup = null;
      }
    });
  }

  async bin(): Promise<BinEntry[]> {
    const { archive, keeper } = this.#opened();
    return binEntries(archive, keeper.index.columns, this.#ports.now());
  }

  async erase(customerIds: CustomerId[]): Promise<ErasureCertificate> {
    const certificate = await eraseForGood(this.#erasureParts(this.#opened()), customerIds);
    // The journal is shorter now: what could be undone cannot any more.
    this.#changed('many');
    return certificate;
  }

  async resumeErasure(): Promise<ErasureCertificate | null> {
    return resumeErasure(this.#erasureParts(this.#opened()));
  }

  async earliestMoment(): Promise<string | null> {
    return earliestMoment(this.#ports.main, this.#opened().archive.audit());
  }

  async snapshotAt(moment: Moment): Promise<{ backupId: string; seq: number }> {
    const { archive } = this.#opened();
    return this.#backups.run(() => snapshotAt(this.#ports, archive, moment));
  }

  async searchBackup(restoreId: string, text: string): Promise<BackupCustomer[]> {
    return searchBackup(this.#ports.main, this.#opened().archive, restoreId, text);
  }

  async compareWithBackup(restoreId: string, id: CustomerId): Promise<BroughtBack> {
    return compareWithBackup(this.#ports.main, this.#opened().archive, restoreId, id);
  }

  async bringBack(restoreId: string, id: CustomerId): Promise<Committed> {
    const { archive } = this.#opened();
    const written = await bringBack(this.#ports.main, archive, restoreId, id, () => this.#ports.now());
    if (written) this.#report('customer-brought-back', 1);
    return this.#committed(written);
  }

  async cancelBackup(): Promise<void> {
    this.#backup?.cancel();
  }

  #forget(): void {
    this.#cancelIdle?.();
    this.#cancelIdle = null;
    this.#open = null;
    this.#checkedOn = null;
    this.#results.clear();
    this.#staged.clear();
  }

  #erasureParts({ archive, keeper }: OpenArchive): ErasureParts {
    const onWritten = (written: Written | null) => void this.#committed(written);
    return { archive, keeper, ports: this.#ports, onWritten, makeSnapshot: () => this.#backUp('snapshot') };
  }

  /** For the audit log, which main keeps. What is done is done, whether it could be written down or not. */
  #report(event: ReportedEvent, count: number): void {
    this.#ports.main.call('audit/note', { event, count }).catch(() => undefined);
  }

  #opened(): OpenArchive {
    return this.#open ?? failWith('keys/locked');
  }

  get #index(): CustomerIndex {
    return this.#opened().keeper.index;
  }

  #bulkContext(): Parameters<typeof previewBulk>[1] {
    const { keeper } = this.#opened();
    return { load: (ids) => this.#dossiers(ids), today: keeper.todayText, newId: () => this.#ports.newId() };
  }

  #contactContext(at: string) {
    return { workCalendar: this.#ports.workCalendar, at, newId: () => this.#ports.newId() };
  }

  async #dossiers(ids: readonly string[]): Promise<Map<string, Dossier>> {
    const files = await this.#opened().archive.cabinet.load(ids);
    const dossiers = new Map<string, Dossier>();
    for (const [id, file] of files) {
      const dossier = file.toDossier();
      if (dossier) dossiers.set(id, dossier);
    }
    return dossiers;
  }

  #rowsOf(indexes: Uint32Array, terms: Parameters<typeof matchedRows>[2]): Promise<CustomerRow[]> {
    return matchedRows(this.#index.columns, indexes, terms, (ids) => this.#dossiers(ids));
  }

  #committed(written: Written | null, reason = ''): Committed {
    const { archive, keeper } = this.#opened();
    if (!written) return { changeSetId: '', seq: archive.seq, revision: this.#revision, customerIds: [] };
    const { changeSetId, seq, changes } = written;
    const customerIds = new Set<CustomerId>();
    let hasNewRules = false;
    for (const { table, customerId } of changes) {
      if (customerId !== undefined) customerIds.add(customerId as CustomerId);
      hasNewRules ||= table === 'classScheme';
    }
    if (reason.startsWith('import/')) this.#report('imported', customerIds.size);
    else if (reason === 'customer/bulk-edit') this.#report('bulk-changed', customerIds.size);
    if (hasNewRules) keeper.reclassify(archive, 'rules');
    const changed = new Set([...customerIds, ...keeper.settleClasses()]);
    this.#changed(hasNewRules || changed.size > manyCustomers ? 'many' : [...changed]);
    return { changeSetId, seq, revision: this.#revision, customerIds: [...customerIds] };
  }

  #changed(customerIds: CustomerId[] | 'many'): void {
    this.#revision += 1;
    this.#ports.emit({ type: 'changed', revision: this.#revision, customerIds });
    this.#scheduleIdle();
  }

  #scheduleIdle(): void {
    this.#cancelIdle?.();
    this.#cancelIdle = this.#ports.whenIdle(() => {
      this.#cancelIdle = null;
      const open = this.#open;
      if (open) void this.#tidy(open);
    });
  }

  /** What can wait until nobody waits: the class history, then the image, then a look at every row. */
  async #tidy(open: OpenArchive): Promise<void> {
    const { archive, keeper, precautions } = open;
    try {
      await keeper.ready();
      await precautions.inQuiet();
      if (await keeper.noteMoves(archive, movesAtOnce)) this.#changed('many');
      if (this.#binSeenOn !== keeper.todayText && archive.readOnlyReason === null) {
        this.#binSeenOn = keeper.todayText;
        await emptyBin(this.#erasureParts(open));
      }
      if (keeper.index.classifier.hasMoves) this.#scheduleIdle();
      else {
        await archive.queue.run(() => keeper.saveSometimes(archive));
        await archive.queue.run(() => archive.keepTotals());
        await this.#check(open);
      }
    } catch {
      // Neither is needed: the next write finds out what is wrong, and the next start makes up for the image.
    }
  }

  /** Once a day: a row that the browser gives back altered is found before it is needed, and put right. */
  async #check({ archive, keeper }: OpenArchive): Promise<void> {
    const { today } = keeper.index;
    if (this.#checkedOn === today || archive.readOnlyReason !== null) return;
    const findings = await archive.check();
    if (findings.found === 'interrupted') return this.#scheduleIdle();
    this.#checkedOn = today;
    if (findings.found === 'other-rows') this.#ports.emit({ type: 'store-damaged' });
    if (findings.found !== 'damaged-dossiers') return;
    await archive.queue.settled();
    await archive.queue.run(() => archive.keepTotals());
    this.#ports.emit({ type: 'repaired', customers: findings.customerIds.size });
  }
}

/** Notes come after the rest when the archive opens. */
function readsWords(filter: FilterGroup | undefined): boolean {
  return filter !== undefined && conditionsOf(filter).some(({ field }) => field === 'words');
}
