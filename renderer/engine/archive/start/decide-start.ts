import type { Counts, Output } from '#shared/ipc/contract.ts';
import type { SealedTable } from '../../../db/tables.ts';
import type { ArchiveMeta, FoundMeta } from '../rows/archive-meta.ts';
import { areSameRows } from '../rows/row-totals.ts';

export type JournalStatus = Output<'journal/status'>;

export type StartPlan =
  /** Nothing was ever written. */
  | { do: 'begin'; found: 'empty' }
  | { do: 'nothing'; found: 'equal' | 'empty' }
  | { do: 'replay'; found: 'behind' }
  /** The database is missing, incomplete or of another time: build it again from base snapshot and journal. */
  | { do: 'rebuild'; found: 'wiped' }
  /** An older Kebu wrote the database, and its records mean less: build it again likewise. */
  | { do: 'rebuild'; found: 'outdated' }
  /** The database holds something else than was written to it: build it again likewise. */
  | { do: 'rebuild'; found: 'damaged' }
  /** The database knows of changes that the journal does not: nothing may be written until that is understood. */
  | { do: 'read-only'; found: 'ahead' };

/**
 * Compares the journal, which is the truth, with the database, which is a copy of it that can be searched.
 * An empty archive is believed only when the journal is empty too. `provenSeq` is the newest change that sealed rows prove the
 * database to have; it is asked for where its own account of itself says nothing.
 */
export function decideStart(
  journal: JournalStatus,
  found: Exclude<FoundMeta, { is: 'newer' }>,
  archive: { archiveId: string; generation: number; contentVersion: number },
  provenSeq = 0,
): StartPlan {
  // A journal that lost its beginning says nothing of what the archive holds, least of all that it is empty.
  if (journal.readOnlyReason !== null) return { do: 'read-only', found: 'ahead' };
  const anew = (what: 'wiped' | 'outdated' | 'damaged'): StartPlan =>
    journal.headSeq === 0 && journal.snapshot === null
      ? { do: 'begin', found: 'empty' }
      : { do: 'rebuild', found: what };
  if (found.is !== 'sealed') {
    const isBeforeRestore = found.is === 'unsealed' && found.generation < archive.generation;
    if (provenSeq > journal.headSeq && !isBeforeRestore) return { do: 'read-only', found: 'ahead' };
    return anew(({ missing: 'wiped', unsealed: 'outdated', damaged: 'damaged' } as const)[found.is]);
  }
  const { meta } = found;
  if (meta.archiveId !== archive.archiveId || meta.state === 'rebuilding') return anew('wiped');
  // Generations only grow, so the restore that began the database's was in the part of the journal that is lost.
  if (meta.generation > archive.generation) return { do: 'read-only', found: 'ahead' };
  if (meta.generation < archive.generation) return anew(meta.state === 'distrusted' ? 'damaged' : 'wiped');
  if (meta.seq > journal.headSeq) return { do: 'read-only', found: 'ahead' };
  if (meta.state === 'distrusted') return anew('damaged');
  // Records of an older meaning are brought up to date while snapshot and journal are read.
  if (meta.contentVersion !== archive.contentVersion) return anew('outdated');
  if (!saysWhatItSaid(meta, journal)) return { do: 'rebuild', found: 'damaged' };
  if (meta.seq < journal.headSeq) {
    return journal.firstSeq <= meta.seq + 1 ? { do: 'replay', found: 'behind' } : { do: 'rebuild', found: 'wiped' };
  }
  if (!sameCounts(meta.counts, journal.counts)) return { do: 'rebuild', found: 'damaged' };
  return { do: 'nothing', found: journal.headSeq === 0 && journal.snapshot === null ? 'empty' : 'equal' };
}

/** Whether each table really has as many rows as the database says. Counting takes long where there are many. */
export function areAllThere(rows: Record<SealedTable, number>, { totals }: ArchiveMeta): boolean {
  return (['dossiers', 'catalogue', 'audit'] as const).every((table) => rows[table] === totals[table].rows);
}

/** Whether the database says of its rows what it said before, as main remembers it. */
function saysWhatItSaid({ seq, generation, totals }: ArchiveMeta, journal: JournalStatus): boolean {
  const kept = journal.totals;
  // Half of a change set that was being stored makes them differ, and a replay brings the other half.
  if (kept?.generation !== generation || kept.seq !== seq || seq !== journal.headSeq) return true;
  return areSameRows(kept.tables, totals);
}

export function sameCounts(a: Counts, b: Counts): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((table) => (a[table] ?? 0) === (b[table] ?? 0));
}
