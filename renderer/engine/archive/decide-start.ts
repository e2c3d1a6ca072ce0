import type { Counts, Output } from '#shared/ipc/contract.ts';
import type { ArchiveMeta } from '../../db/tables.ts';

export type JournalStatus = Output<'journal/status'>;

export interface DatabaseState {
  meta: ArchiveMeta | null;
  /** Rows that really are in `dossiers`. */
  parts: number;
}

export type StartPlan =
  /** Nothing was ever written. */
  | { do: 'begin'; found: 'empty' }
  | { do: 'nothing'; found: 'equal' | 'empty' }
  | { do: 'replay'; found: 'behind' }
  /** The database is missing, incomplete or of another time: build it again from base snapshot and journal. */
  | { do: 'rebuild'; found: 'wiped' }
  /** The database knows of changes that the journal does not: nothing may be written until that is understood. */
  | { do: 'read-only'; found: 'ahead' };

/**
 * Compares the journal, which is the truth, with the database, which is a copy of it that can be searched.
 * An empty archive is believed only when the journal is empty too.
 */
export function decideStart(
  journal: JournalStatus,
  database: DatabaseState,
  archive: { archiveId: string; generation: number; contentVersion: number },
): StartPlan {
  const { meta } = database;
  // A journal that lost its beginning says nothing of what the archive holds, least of all that it is empty.
  if (journal.readOnlyReason !== null) return { do: 'read-only', found: 'ahead' };
  const journalEmpty = journal.headSeq === 0 && journal.snapshot === null;
  const complete = meta?.state === 'complete' && meta.archiveId === archive.archiveId;
  // Generations only grow, so the restore that began the database's was in the part of the journal that is lost.
  if (complete && meta.generation > archive.generation) return { do: 'read-only', found: 'ahead' };
  // Records of an older meaning are brought up to date while snapshot and journal are read.
  const isCurrent = meta?.contentVersion === archive.contentVersion;
  const usable = complete && isCurrent && meta.generation === archive.generation;
  if (!usable) return journalEmpty ? { do: 'begin', found: 'empty' } : { do: 'rebuild', found: 'wiped' };
  if (meta.seq > journal.headSeq) return { do: 'read-only', found: 'ahead' };
  if (database.parts !== meta.parts) return { do: 'rebuild', found: 'wiped' };
  if (meta.seq < journal.headSeq) {
    return journal.firstSeq <= meta.seq + 1 ? { do: 'replay', found: 'behind' } : { do: 'rebuild', found: 'wiped' };
  }
  if (!sameCounts(meta.counts, journal.counts)) return { do: 'rebuild', found: 'wiped' };
  return { do: 'nothing', found: journalEmpty ? 'empty' : 'equal' };
}

export function sameCounts(a: Counts, b: Counts): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((table) => (a[table] ?? 0) === (b[table] ?? 0));
}
