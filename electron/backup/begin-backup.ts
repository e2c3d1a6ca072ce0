import { contentVersion } from '#shared/archive/content.ts';
import { readIfThere } from '../files/read-if-there.ts';
import type { OpenArchive } from '../keys/archive-session.ts';
import { backupFailure } from './backup-error.ts';
import type { BackupJob } from './running-backup.ts';
import { localFolderId } from './targets.ts';
import type { BackupTools } from './tools.ts';

/** Everything a backup of the open archive needs, as of now. Fails with `backup/write-failed` and its kin. */
export async function planBackup(
  { ports: { files, clock, app }, verified, patience }: BackupTools,
  archive: Pick<OpenArchive, 'archiveId' | 'recipient' | 'identity' | 'generation' | 'paths'>,
  { dir, seq, counts }: Pick<BackupJob, 'dir' | 'counts'> & { seq: number },
): Promise<BackupJob> {
  const { archiveId, recipient, paths } = archive;
  const createdAt = clock.now().toISOString();
  const read = Promise.all([readIfThere(files, paths.identity), verified.read()]);
  const [identityFile, others] = await read.catch((error: unknown) => {
    throw backupFailure(error);
  });
  return {
    dir,
    about: { contentVersion, archiveId, seq, generation: archive.generation(), createdAt, appVersion: app.version },
    recipient,
    identityFile,
    identity: () => archive.identity(),
    counts,
    // Copies elsewhere carry the files of customers and are larger.
    expectedBytes: others.filter(({ folderId }) => folderId === localFolderId).at(-1)?.sizeBytes ?? 0,
    patience,
  };
}
