import { join } from 'node:path';
import { mergeErased } from '#shared/archive/erased.ts';
import { failWith } from '#shared/errors/app-error.ts';
import { readErasure, writeErasure } from '../erasure/erased-file.ts';
import type { OpenArchive } from '../keys/archive-session.ts';
import { planBackup } from './begin-backup.ts';
import { copyAsSnapshot, countKept } from './copy-as-snapshot.ts';
import type { OpenedBackup } from './open-chosen.ts';
import type { BackupJob } from './running-backup.ts';
import { takeFiles } from './take-files.ts';
import { localFolderId } from './targets.ts';
import type { BackupTools } from './tools.ts';
import { recordCounts, verifiedOf, type VerifiedBackup } from './verified-backups.ts';

/** For so long a restore can be undone: the snapshot made before it is kept. */
const undoDays = 30;

/**
 * Makes a verified backup the base of the open archive: copies it into the snapshots under the archive's own recipient,
 * leaving out whoever was erased here or there, and the files of its customers into the store, reads the copy back, and only
 * then states it in the journal, which is the one step that switches. Until that step nothing is changed. Fails with `restore/no-safety-snapshot` when the present state could not be brought back.
 */
export async function restoreInto(tools: BackupTools, archive: OpenArchive, backup: OpenedBackup): Promise<void> {
  const { ports, verified } = tools;
  const { files, clock } = ports;
  const { journal, paths } = archive;
  const { headSeq, generation } = journal.status();
  const safety = headSeq === 0 ? null : await findSafetySnapshot(tools, archive);
  const dir = paths.snapshots;
  const erasure = await readErasure(files, paths.erased, archive);
  const erased = mergeErased(erasure.erased, backup.erased);
  const { counts, named } = await countKept(files, backup, erased);
  const plan = await planBackup(tools, archive, { dir, seq: headSeq + 1, counts });
  const job: BackupJob = { ...plan, about: { ...plan.about, generation: generation + 1 } };
  await takeFiles(files, backup, archive.attachments, named);
  const written = await copyAsSnapshot(files, backup, job, erased);
  const { name } = written;
  try {
    if (journal.status().headSeq !== headSeq) failWith('restore/no-safety-snapshot');
    // A list that is longer than need be harms nobody if the next step fails.
    if (backup.erased.rings.length > 0) await writeErasure(files, paths.erased, archive, { ...erasure, erased });
    await journal.appendMarker({ cause: 'restored', snapshot: { name, counts: recordCounts(written.summary) } });
  } catch (error) {
    // Without its marker the copy is no base; left there, it would pass for a backup of a state that never was.
    await files.remove(join(dir, name)).catch(() => undefined);
    throw error;
  }
  const now = clock.now();
  await verified.put(verifiedOf(written, job.about, localFolderId, now)).catch(() => undefined);
  if (!safety) return;
  const keepUntil = new Date(now.getTime() + undoDays * 24 * 60 * 60 * 1000).toISOString();
  await verified.put({ ...safety, keepUntil }).catch(() => undefined);
}

/** The verified snapshot that holds everything the archive holds now. */
async function findSafetySnapshot(
  { ports: { files }, verified }: BackupTools,
  { journal, paths }: OpenArchive,
): Promise<VerifiedBackup> {
  const { headSeq, generation } = journal.status();
  for (const known of await verified.read()) {
    const isCurrent = known.folderId === localFolderId && known.generation === generation && known.seq >= headSeq;
    if (!isCurrent) continue;
    const found = await files.stat(join(paths.snapshots, known.name));
    if (found?.sizeBytes === known.sizeBytes) return known;
  }
  return failWith('restore/no-safety-snapshot');
}
