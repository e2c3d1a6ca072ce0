import { relabelContent } from '#shared/archive/relabel-content.ts';
import type { FileSystem } from '../files/file-system.ts';
import { identityOf, withFile, type OpenedBackup } from './open-chosen.ts';
import { readContainer } from './read-container.ts';
import { writeBackup, type BackupJob, type WrittenBackup } from './running-backup.ts';
import { openContent } from './verify-container.ts';

/** Copies the content of a verified backup into a new container of the job's archive, and verifies the copy. */
export function copyAsSnapshot(files: FileSystem, backup: OpenedBackup, job: BackupJob): Promise<WrittenBackup> {
  return withFile(files, backup.path, async (file) => {
    const { archiveId, seq, generation, createdAt, appVersion } = job.about;
    const content = openContent(file, await readContainer(file), identityOf(backup));
    const relabeled = relabelContent(content, { archiveId, seq, generation, createdAt, appVersion });
    const about = { ...job.about, contentVersion: backup.content.version };
    return writeBackup(files, { ...job, about, contentSha256: backup.summary.sha256 }, relabeled);
  });
}
