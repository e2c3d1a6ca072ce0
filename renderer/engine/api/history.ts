import type { ChangedOne } from '#shared/changes/summarize.ts';
import type { Reason } from '#shared/changes/reasons.ts';
import type { Deed, FieldChange } from '#shared/changes/describe-change.ts';
import type { UndoConflict } from '#shared/changes/invert-change.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { Table } from '#shared/domain/tables.ts';
import type { Counts } from '#shared/ipc/contract.ts';

/** What was done, and what taking it back would do. */
export interface HistoryApi {
  /** The audit list, newest first, from before a sequence number on. */
  history(limit: number, before?: number, asked?: HistoryQuestion): HistoryEntry[];
  /** What a change set did, record by record; `null` when neither the journal nor a card tells it any more. */
  changesOf(changeSetId: string): ChangeDetails | null;
  /**
   * What stood in a field of a record before a change set, whole, where the past of a card has only how it began. Fails with
   * `archive/past-shortened` when the journal no longer holds it.
   */
  valueBefore(changeSetId: string, recordId: string, field: string): unknown;
  /** What taking a change set back would do, with all later work kept. Fails with `archive/nothing-to-undo`. */
  previewUndo(changeSetId: string): UndoPreview;
}

/** Both empty: everything. Otherwise what fits one of them. */
export interface HistoryQuestion {
  /** Understood as in the search of customers; finds what was done to one customer. */
  text: string;
  reasons: Reason[];
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
  /** The one record it was about, if it was one. */
  one?: ChangedOne | undefined;
  /** What was taken back or put back by it. */
  target?: { reason: Reason; one?: ChangedOne | undefined } | undefined;
  undone: boolean;
  undoable: boolean;
}

/** Whose record it is, by name; absent for records of no customer, and when the customer is gone. */
interface RecordName {
  customerName?: string | undefined;
  /** What people would call the record; empty for a customer, whose name stands beside it. */
  title: string;
}

export interface ChangedRecord extends RecordName {
  table: Table;
  recordId: string;
  deed: Deed;
  fields: FieldChange[];
}

export interface ChangeDetails {
  /** The first of them. */
  records: ChangedRecord[];
  /** How many more there are. */
  more: number;
  /** The journal no longer holds the change set: this is what the card of the customer remembers of it. */
  isFromCard?: true;
}

export interface UndoPreview {
  /** Records that would become as they were. */
  changing: number;
  /** The first of what was changed again since. */
  conflicts: (UndoConflict & RecordName)[];
  moreConflicts: number;
}
