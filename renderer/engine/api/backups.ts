import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { DossierTable } from '#shared/domain/tables.ts';
import type { Counts } from '#shared/ipc/contract.ts';
import type { Committed } from './writing.ts';

/** Snapshots of everything, and what is taken out of them. */
export interface BackupsApi {
  /**
   * Streams everything into a verified snapshot on this computer, of which main makes copies elsewhere. Whoever asks something
   * meanwhile is answered in between, and with `in-lulls` it goes on only when nobody has asked for a moment.
   */
  backup(way?: 'in-lulls'): BackupReport;
  /** Stops the backup under way, which then rejects with `backup/cancelled`; does nothing when none is. */
  cancelBackup(): void;
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
}

export interface BackupReport {
  backupId: string;
  name: string;
  sizeBytes: number;
  records: number;
  verifiedAt: string;
  elapsedMs: number;
}

export interface BackupCustomer {
  id: CustomerId;
  name: string;
  phone: string;
  organization: string;
  /** `missing`: not here any more; `bin`: deleted here; `merged`: part of another customer here; `different`: something in the dossier is not as it was. */
  state: 'missing' | 'bin' | 'merged' | 'different' | 'same';
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
  /** Relations to people who are not here any more: they are left out. */
  unrelated: number;
}

export interface BroughtBack extends BringBackEffect {
  name: string;
  state: BackupCustomer['state'];
}
