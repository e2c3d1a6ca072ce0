import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { LocalDate } from '#shared/domain/record.ts';
import type { Counts, Opened } from '#shared/ipc/contract.ts';
import type { Currency } from '#shared/money/currency.ts';
import type { StorageTrouble } from '../../db/storage-failure.ts';

/** Opening and closing the archive, and the day it is. */
export interface LifeApi {
  /** An archive will be opened soon: reads ahead of its keys what lies there sealed. */
  prepare(archiveId: string): void;
  /** Opens the database, compares it with the journal, replays or rebuilds, and is ready to answer. */
  open(opened: Opened, today: LocalDate): OpenReport;
  /**
   * Throws the database away and opens the archive from snapshot and journal, whether it was open or could not be opened.
   * Fails with `archive/read-only` when the journal does not tell everything: the database is left as it is.
   */
  rebuild(opened: Opened, today: LocalDate): OpenReport;
  /** Writes the image and forgets everything. */
  close(): void;
  /** The day changed, or the machine woke up: recomputes what depends on the date. */
  setToday(today: LocalDate): void;
}

/** What the worker tells unasked. */
export type EngineEvent =
  | {
      type: 'progress';
      task: 'open' | 'replay' | 'rebuild' | 'bulk' | 'undo' | 'redo' | 'commit' | 'backup' | 'snapshot' | 'duplicates';
      done: number;
      total: number;
    }
  /** Something was written: results are stale, counts may have changed. */
  | {
      type: 'changed';
      revision: number;
      customerIds: CustomerId[] | 'many';
      /** Records that belong to no customer may be among it: tags, fields, words, views. */
      isOfCatalogue: boolean;
    }
  /** These customers are erased, and no screen remembers them; `unsaved` is what is left of what was typed, `null` for nothing. */
  | { type: 'erased'; customerIds: CustomerId[]; unsaved: Readonly<Record<string, unknown>> }
  | { type: 'read-only'; reason: ReadOnlyReason; trouble?: StorageTrouble | undefined }
  /** Rows of so many customers were damaged in the database; they were brought back from snapshot and journal. */
  | { type: 'repaired'; customers: number }
  /** The database holds other rows than were written, or cannot be read: `rebuild` is due. */
  | { type: 'store-damaged' };

/**
 * Why nothing can be written: the database knows more than the journal, it took a change no longer, or the journal itself
 * refuses. Reading, searching and backing up go on.
 */
export type ReadOnlyReason = 'ahead' | 'storage-failed' | 'journal';

export interface OpenReport {
  /** What the comparison of journal and database found. */
  found: 'equal' | 'behind' | 'wiped' | 'outdated' | 'damaged' | 'ahead' | 'empty';
  /**
   * The journal was found damaged after `lastGoodSeq`. A database that was built from it (`wiped`, `outdated`, `damaged`) lacks what came
   * after, unless that was never acknowledged.
   */
  damage: { lastGoodSeq: number; keptBytes: number } | null;
  replayedChangeSets: number;
  rebuiltRecords: number;
  counts: Counts;
  /** What amounts are in. */
  currency: Currency;
  elapsedMs: number;
}
