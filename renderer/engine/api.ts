import type { BulkChange } from '#shared/bulk/bulk-change.ts';
import type { Reason } from '#shared/changes/change-set.ts';
import type { ClassKey, Dimension } from '#shared/domain/class-scheme/class-scheme.ts';
import type { Channel, CustomerId, CustomerKind, YearlyDate } from '#shared/domain/customer/customer.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import type { Interaction } from '#shared/domain/interaction/interaction.ts';
import type { LocalDate, LocalTime } from '#shared/domain/record.ts';
import type { CatalogueTable, DossierTable, RecordOf, Table } from '#shared/domain/tables.ts';
import type { FilterGroup } from '#shared/filter/filter.ts';
import type { StorageTrouble } from '../db/storage-failure.ts';
import type { FilterField } from '#shared/filter/fields.ts';
import type { MessageKey } from '#shared/i18n/messages.ts';
import type { Counts, Opened } from '#shared/ipc/contract.ts';
import type { ErasureCertificate } from '#shared/ipc/erasure.ts';

/**
 * What the screens may ask of the archive at work (a Web Worker). Every method returns a Promise through the client;
 * expected failures reject with AppFailure. The worker keeps the records; only windows of rows cross to the screens.
 */
export interface EngineApi {
  /** Opens the database, compares it with the journal, replays or rebuilds, and is ready to answer. */
  open(opened: Opened, today: LocalDate): OpenReport;
  /** Throws the database away and builds it anew, after `store-damaged`. */
  rebuild(): OpenReport;
  /** Writes the image and forgets everything. */
  close(): void;
  /** The day changed, or the machine woke up: recomputes what depends on the date. */
  setToday(today: LocalDate): void;

  /**
   * Runs a query and keeps its ordered result under a token, until the next query with the same `slot`. The rows of
   * `window` come with it, so that they need not be asked for.
   */
  query(slot: string, query: CustomerQuery, window?: RowRange): QueryResult;
  /** Rows `from` (inclusive) to `to` (exclusive) of a kept result. */
  rows(token: string, from: number, to: number): CustomerRow[];
  /** Position of a customer in a kept result, -1 when absent. */
  position(token: string, id: CustomerId): number;
  /** Ids of a kept result in order: all of them, or those from `from` (inclusive) to `to` (exclusive). */
  ids(token: string, from?: number, to?: number): CustomerId[];
  /** How many customers each of these filters keeps, for lists that count themselves. */
  counts(filters: FilterGroup[]): number[];
  /** What these customers come to. */
  summarize(ids: CustomerId[]): SelectionSummary;
  /** How a column is filled among the customers of a kept result. */
  columnStatistics(token: string, column: SortColumn): ColumnStatistics;
  /** What changing many customers would do; nothing is written. */
  previewBulk(targets: BulkTarget[]): BulkPreview;
  /** Writes what `previewBulk` showed, and what it needs besides, such as a new tag, as one change set. */
  commitBulk(targets: BulkTarget[], reason: Reason, besides?: Edit[]): Committed;
  /** Customers for the palette and pickers, best first. */
  search(text: string, limit: number): CustomerRow[];

  dossier(id: CustomerId): Dossier;
  /** Several at once, in any order, without those that are gone; ask for some dozens, not for thousands. */
  dossiers(ids: CustomerId[]): Dossier[];
  /** The classes a customer is in, each with the numbers that put it there and what would change it. */
  explain(id: CustomerId): ClassExplanation[];
  catalogue<T extends CatalogueTable>(table: T): RecordOf<T>[];
  /** How a Chinese name is read, `zeng wei`; empty for a name in Latin letters. */
  spell(name: string, reading?: string): string;

  /**
   * Writes one change set. `after: null` moves the record to the bin. Returns when it is journaled and stored. Refuses a mass
   * deletion that was not confirmed (`archive/mass-delete` with its numbers), and makes a snapshot before a large change.
   */
  commit(reason: Reason, edits: Edit[]): Committed;
  /** The user was asked: the next commit may delete exactly so many records of a table. */
  confirmDeletion(count: number): void;
  /** Gathers edits for one large change set, so that no message grows too large; nothing is written yet. */
  stage(stageId: string, edits: Edit[]): void;
  /** Writes what was staged as one change set, as `commit` does. */
  commitStaged(stageId: string, reason: Reason): Committed;
  discardStaged(stageId: string): void;
  /** Takes back the newest change set of the user that is not taken back yet, or the given one. */
  undo(changeSetId?: string): Committed;
  redo(): Committed;
  /** The audit list, newest first. */
  history(limit: number, before?: number): HistoryEntry[];

  /** Marks a follow-up done and opens the next instance of a recurring one. */
  completeFollowUp(customerId: CustomerId, followUpId: string, result?: string): Committed;
  /** Logs a contact: moves the customer's due follow-ups on, and plans the next step if one is given. */
  logContact(contact: ContactDraft): Committed;

  today(): TodayView;
  calendar(from: LocalDate, to: LocalDate): CalendarDay[];
  schemes(): SchemeOverview[];
  overview(): ArchiveOverview;

  /** Customers outside the bin that answer to these phone digits, or to exactly this name; for duplicate checks. */
  matches(keys: MatchKey[]): MatchHit[][];
  /** Orders and interactions that were imported before, by their identity key; for "the same file twice creates nothing". */
  existing(kind: 'order' | 'interaction', keys: string[]): boolean[];

  /** Customers in the bin, those that leave it first at the top. */
  bin(): BinEntry[];
  /** Removes customers of the bin from everything on this computer, for good. Ends with the proof of it. */
  erase(customerIds: CustomerId[]): ErasureCertificate;
  /** Ends an erasure that was interrupted; `null` when there is none. */
  resumeErasure(): ErasureCertificate | null;

  /** The earliest moment that can be gone back to, with the journal and the snapshots that are there; `null` when none. */
  earliestMoment(): string | null;
  /** Puts the archive together as it was then, and makes a verified snapshot of it that can be restored like any other. */
  snapshotAt(moment: Moment): { backupId: string; seq: number };
  /** Customers of an opened backup that answer to a text, at most 50, beside what is here now. */
  searchBackup(restoreId: string, text: string): BackupCustomer[];
  /** What taking one of them out of the backup would do. */
  compareWithBackup(restoreId: string, id: CustomerId): BroughtBack;
  /** Does it, as one change set that can be undone. */
  bringBack(restoreId: string, id: CustomerId): Committed;

  /** Streams everything into a verified snapshot on this computer, of which main makes copies elsewhere. */
  backup(): BackupReport;
  /** Stops the backup under way, which then rejects with `backup/cancelled`; does nothing when none is. */
  cancelBackup(): void;
}

export type EngineMethod = keyof EngineApi;

/** What the worker tells unasked. */
export type EngineEvent =
  | {
      type: 'progress';
      task: 'open' | 'replay' | 'rebuild' | 'commit' | 'backup' | 'snapshot';
      done: number;
      total: number;
    }
  /** Something was written: results are stale, counts may have changed. */
  | { type: 'changed'; revision: number; customerIds: CustomerId[] | 'many' }
  | { type: 'read-only'; reason: ReadOnlyReason; trouble?: StorageTrouble | undefined }
  /** Rows of so many customers were damaged in the database; they were brought back from snapshot and journal. */
  | { type: 'repaired'; customers: number }
  /** The database holds other rows than were written: `rebuild` is due. */
  | { type: 'store-damaged' };

/**
 * Why nothing can be written: the database knows more than the journal, it took a change no longer, or the journal itself
 * refuses. Reading, searching and backing up go on.
 */
export type ReadOnlyReason = 'ahead' | 'storage-failed' | 'journal';

export interface OpenReport {
  /** What the comparison of journal and database found. */
  found: 'equal' | 'behind' | 'wiped' | 'damaged' | 'ahead' | 'empty';
  replayedChangeSets: number;
  rebuiltRecords: number;
  counts: Counts;
  elapsedMs: number;
}

export interface CustomerQuery {
  text: string;
  /** All customers outside the bin when absent. */
  filter?: FilterGroup | undefined;
  sort: { column: SortColumn; descending: boolean }[];
  /** Rows come class by class of this dimension, with `groups` in the result. */
  groupBy?: Dimension | undefined;
}

export type SortColumn =
  | 'relevance'
  | 'name'
  | 'organization'
  | 'phone'
  | 'lastContact'
  | 'nextFollowUp'
  | 'revenue'
  | 'purchases'
  | 'lastPurchase'
  | 'created'
  | 'completeness'
  | Dimension
  | FilterField;

/** Rows `from` (inclusive) to `to` (exclusive). */
export interface RowRange {
  from: number;
  to: number;
}

export interface BulkTarget {
  id: CustomerId;
  change: BulkChange;
}

export interface BulkPreview {
  changing: number;
  same: number;
  failing: { problem: MessageKey; count: number; first: string }[];
  /** The first that change, as people read them; `field` where a fact is set. */
  examples: { name: string; field: string | null; before: string; after: string }[];
}

export interface SelectionSummary {
  count: number;
  revenueFen: number;
  purchases: number;
  overdue: number;
}

/** Numbers are of those that have a value; money is fen, days are epoch days. */
export interface ColumnStatistics {
  filled: number;
  empty: number;
  kind: 'text' | 'class' | 'number' | 'money' | 'percent' | 'day';
  /** Absent for texts and classes. */
  numbers?: { min: number; max: number; mean: number; sum: number } | undefined;
  distinct: number;
  /** Most frequent first; absent for numbers and days. */
  top: { value: string; count: number }[];
}

export interface QueryResult {
  token: string;
  /** The rows that were asked for with the query, from `from` on; fewer where the result ends. */
  window?: { from: number; rows: CustomerRow[] } | undefined;
  total: number;
  /** Of all customers outside the bin. */
  ofTotal: number;
  groups: { class: ClassKey; from: number; count: number; revenueFen: number }[];
  totals: { revenueFen: number; overdue: number };
  elapsedMs: number;
}

export interface CustomerRow {
  id: CustomerId;
  kind: CustomerKind;
  name: string;
  organization: string;
  title: string;
  /** First phone as people read it: mobiles 3-4-4, as written when it is no number. */
  phone: string;
  classes: Record<Dimension, ClassKey>;
  lastContact: LocalDate | null;
  lastPurchase: LocalDate | null;
  nextFollowUp: { id: string; due: LocalTime; title: string; kind: FollowUp['kind'] } | null;
  /** Net revenue within the value window (365 days by default). */
  revenueFen: number;
  purchases: number;
  tagIds: string[];
  completenessPercent: number;
  /** Other fields that have a value, several values joined by line feeds; custom ones under `custom:` and their id. */
  details: Record<string, string>;
  deleted: boolean;
  /** Where the search text was found; absent without a search text. */
  match?: { field: string; text: string; ranges: [from: number, to: number][] } | undefined;
}

export interface ClassExplanation {
  dimension: Dimension;
  class: ClassKey;
  /** Key of the sentence `why.<dimension>.<rule>` and the numbers it needs. */
  rule: string;
  values: Record<string, string | number>;
  /** What would change it, if a number can be given: key `next.<rule>`. */
  next?: { rule: string; values: Record<string, string | number> } | undefined;
}

/** A record as the screen wants it; the engine finds `before`, raises the version and sets the times. */
export type Edit = {
  [T in Table]: {
    table: T;
    id: string;
    /** `null` moves the record to the bin; a draft of a record that lies in it brings it back. */
    after: Draft<RecordOf<T>> | null;
    /** Whose record it is; needed with `after: null` for records of a dossier other than the customer. */
    customerId?: CustomerId | undefined;
    /** Version the user saw; refused when newer. */
    seen?: number | undefined;
  };
}[Table];

/** A record without what the engine fills in. */
export type Draft<R> = R extends unknown ? Omit<R, 'version' | 'createdAt' | 'updatedAt' | 'deletedAt'> : never;

export interface Committed {
  /** Empty when the edits changed nothing: then nothing was written. */
  changeSetId: string;
  seq: number;
  revision: number;
  customerIds: CustomerId[];
}

export interface HistoryEntry {
  changeSetId: string;
  seq: number;
  at: string;
  reason: Reason;
  /** Changes per table. */
  counts: Counts;
  /** Name of the one customer concerned, if it is one. */
  customer?: { id: CustomerId; name: string } | undefined;
  undone: boolean;
  undoable: boolean;
}

export interface ContactDraft {
  customerId: CustomerId;
  channel: Channel;
  direction: Interaction['direction'];
  outcome?: Interaction['outcome'];
  text: string;
  at: LocalTime;
  followUpId?: string | undefined;
  next?: { due: LocalTime; title: string; promise: boolean } | undefined;
}

export interface TodayItem {
  customer: CustomerRow;
  followUp: {
    id: string;
    title: string;
    due: LocalTime;
    kind: FollowUp['kind'];
    channel?: Channel | undefined;
    recurring: boolean;
  };
  /** Negative: days left; 0: today; positive: days overdue. */
  daysOverdue: number;
  why: { rule: string; values: Record<string, string | number> }[];
  /** Sort weight, most urgent first. */
  score: number;
}

export interface TodayView {
  today: LocalDate;
  promises: TodayItem[];
  due: TodayItem[];
  /** Fell due while Kebu was closed. */
  missed: TodayItem[];
  birthdays: { customer: CustomerRow; label: string; date: YearlyDate; on: LocalDate; turns?: number | undefined }[];
  /** Valuable customers without a plan, for an empty day. */
  neglected: CustomerRow[];
  doneToday: number;
  doneThisWeek: number;
  onTimePercent: number | null;
}

export interface CalendarDay {
  day: LocalDate;
  /** Birthdays, then follow-ups by time, then contacts; at most 100. */
  items: CalendarItem[];
  /** How many more there are. */
  more: number;
}

export type CalendarItem =
  | {
      type: 'follow-up';
      customerId: CustomerId;
      customerName: string;
      followUp: FollowUp /** A later instance of a recurring one. */;
      projected: boolean;
    }
  | { type: 'birthday'; customerId: CustomerId; customerName: string; label: string; date: YearlyDate }
  | { type: 'interaction'; customerId: CustomerId; customerName: string; count: number };

export interface SchemeOverview {
  dimension: Dimension;
  classes: { class: ClassKey; count: number; revenueFen: number; movedIn: number; movedOut: number }[];
  /** Customers in exactly one class; always all of them. */
  covered: number;
  total: number;
  overlapping: number;
  /** Customers in the catch-all class because data is missing. */
  unknown: number;
}

export interface ArchiveOverview {
  counts: Counts;
  customers: number;
  inBin: number;
  dueToday: number;
  seq: number;
  revision: number;
  practice: boolean;
}

export type MatchKey = { phone: string } | { name: string } | { code: string } | { uscc: string } | { orderNo: string };
export interface MatchHit {
  id: CustomerId;
  name: string;
  phone: string;
}

export interface BinEntry {
  id: CustomerId;
  name: string;
  deletedAt: string;
  version: number;
  /** Until it is erased for good by itself. */
  daysLeft: number;
  /** Everything else in the dossier. */
  records: number;
}

export interface BackupCustomer {
  id: CustomerId;
  name: string;
  phone: string;
  organization: string;
  /** `missing`: not here any more; `bin`: deleted here; `different`: something in the dossier is not as it was. */
  state: 'missing' | 'bin' | 'different' | 'same';
}

/** A moment to go back to: a machine time (UTC, ISO 8601), or right after a change set, by its sequence number. */
export type Moment = { at: string } | { seq: number };

/** One field that is not now what it was in the backup. */
export interface FieldConflict {
  table: DossierTable;
  recordId: string;
  field: string;
  now: unknown;
  backup: unknown;
}

/** What taking a customer out of a backup does. Records that are only here stay as they are. */
export interface BringBackEffect {
  conflicts: FieldConflict[];
  /** Records that are in the backup and not here, per table. */
  added: Counts;
  /** Records that are here and not in the backup, per table: they stay. */
  kept: Counts;
}

export interface BroughtBack extends BringBackEffect {
  name: string;
  state: BackupCustomer['state'];
}

export interface BackupReport {
  backupId: string;
  name: string;
  sizeBytes: number;
  records: number;
  verifiedAt: string;
  elapsedMs: number;
}
