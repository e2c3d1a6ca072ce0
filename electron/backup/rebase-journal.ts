import type { OpenArchive } from '../keys/archive-session.ts';
import { localFolderId } from './targets.ts';
import type { VerifiedBackup } from './verified-backups.ts';

/** For so long every single change stays in the journal: to be undone, and to go back to any moment. */
export const journalDays = 30;
const dayMs = 24 * 60 * 60 * 1000;

/**
 * Makes a verified snapshot the base from which the archive is rebuilt, and lets the journal forget what is older than a
 * month and lies in a snapshot. One base more than needed stays rebuildable, in case the newest snapshot goes bad.
 */
export async function rebaseJournal(
  { journal }: Pick<OpenArchive, 'journal'>,
  snapshot: VerifiedBackup,
  verified: readonly VerifiedBackup[],
): Promise<void> {
  const { generation, headSeq, snapshot: previous } = journal.status();
  const { name, seq, counts } = snapshot;
  const isBetween = seq <= headSeq && seq >= (previous?.seq ?? 0);
  if (snapshot.generation !== generation || !isBetween) return;
  await journal.appendMarker({ cause: 'snapshot', snapshot: { name, seq, counts } });
  const forgettable = verified.filter(
    (other) =>
      other.folderId === localFolderId &&
      other.generation === generation &&
      Date.parse(snapshot.createdAt) - Date.parse(other.createdAt) >= journalDays * dayMs,
  );
  const upToSeq = Math.min(previous?.seq ?? 0, Math.max(0, ...forgettable.map((other) => other.seq)));
  if (upToSeq > 0) await journal.compact(upToSeq);
}
