import { contentVersion } from '#shared/archive/content.ts';
import { failWith } from '#shared/errors/app-error.ts';
import type { FileSystem } from '../files/file-system.ts';
import { readIfThere } from '../files/read-if-there.ts';
import type { OpenArchive } from '../keys/archive-session.ts';
import { backupFailure } from './backup-error.ts';
import type { Folder } from './find-backups.ts';
import type { BackupJob } from './running-backup.ts';
import { isReachable, localFolderId, readTargets } from './targets.ts';
import type { BackupTools } from './tools.ts';

/** The folder of an id. Fails with `backup/no-target` or `backup/target-missing`. */
export async function folderOf(files: FileSystem, archive: OpenArchive, folderId: string): Promise<Folder> {
  if (folderId === localFolderId) return { id: localFolderId, dir: archive.paths.snapshots };
  const target = (await readTargets(files, archive.paths)).find(({ id }) => id === folderId);
  if (!target) return failWith('backup/no-target');
  if (!(await isReachable(files, archive.archiveId, target))) failWith('backup/target-missing');
  return { id: target.id, dir: target.path };
}

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
    expectedBytes: others.at(-1)?.sizeBytes ?? 0,
    patience,
  };
}
