import type { OpenArchive } from '../keys/archive-session.ts';
import type { VerifiedBackup } from './verified-backups.ts';

/**
 * Makes a verified snapshot the base from which the archive is rebuilt, and lets the journal forget what the base
 * before it already held. One base more than needed stays rebuildable, in case the newest snapshot goes bad.
 */
export async function rebaseJournal(
  { journal }: Pick<OpenArchive, 'journal'>,
  snapshot: VerifiedBackup,
): Promise<void> {
  const { generation, headSeq, snapshot: previous } = journal.status();
  const { name, seq, counts } = snapshot;
  const isBetween = seq <= headSeq && seq >= (previous?.seq ?? 0);
  if (snapshot.generation !== generation || !isBetween) return;
  await journal.appendMarker({ cause: 'snapshot', snapshot: { name, seq, counts } });
  if (previous) await journal.compact(previous.seq);
}
