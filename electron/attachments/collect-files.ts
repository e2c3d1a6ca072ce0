import { seqOf } from '../backup/file-name.ts';
import type { FileSystem } from '../files/file-system.ts';
import type { OpenArchive } from '../keys/archive-session.ts';

/** After a verified snapshot of the present: lets files go that neither it names nor anything that can be gone back to. */
export async function collectFiles(
  files: FileSystem,
  { journal, paths, attachments }: Pick<OpenArchive, 'journal' | 'paths' | 'attachments'>,
  named: ReadonlySet<string>,
  seq: number,
): Promise<void> {
  const seqs = (await files.list(paths.snapshots)).flatMap((name) => seqOf(name) ?? []);
  const oldestSnapshotSeq = seqs.length > 0 ? Math.min(...seqs) : null;
  await attachments.collect(named, { seq, oldestSnapshotSeq, firstJournalSeq: journal.status().firstSeq });
}
