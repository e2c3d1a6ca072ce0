import { randomUUID } from 'node:crypto';
import { contentVersion } from '#shared/archive/content.ts';
import { isNobodyErased, type ErasedList } from '#shared/archive/erased.ts';
import { relabelContent } from '#shared/archive/relabel-content.ts';
import { countWithoutErased, rewriteContent } from '#shared/archive/rewrite-content.ts';
import type { Counts } from '#shared/ipc/contract.ts';
import type { FileSystem } from '../files/file-system.ts';
import { identityOf, withFile, type OpenedBackup } from './open-chosen.ts';
import { readContainer } from './read-container.ts';
import { writeBackup, type BackupJob, type WrittenBackup } from './running-backup.ts';
import { recordCounts } from './verified-backups.ts';
import { openContent } from './verify-container.ts';

/**
 * Copies the content of a verified backup into a new container of the job's archive, without the erased, and verifies the
 * copy.
 */
export function copyAsSnapshot(
  files: FileSystem,
  backup: OpenedBackup,
  job: BackupJob,
  erased: ErasedList,
): Promise<WrittenBackup> {
  return withFile(files, backup.path, async (file) => {
    const { archiveId, seq, generation, createdAt, appVersion } = job.about;
    const origin = { archiveId, seq, generation, createdAt, appVersion };
    const content = openContent(file, await readContainer(file), identityOf(backup));
    if (!isNobodyErased(erased)) {
      const about = { ...job.about, contentVersion };
      return writeBackup(files, { ...job, about }, rewriteContent(content, origin, erased, randomUUID));
    }
    const about = { ...job.about, contentVersion: backup.content.version };
    return writeBackup(files, { ...job, about, contentSha256: backup.summary.sha256 }, relabelContent(content, origin));
  });
}

/** What a verified backup holds besides the erased. */
export async function countKept(
  files: FileSystem,
  backup: OpenedBackup,
  erased: ErasedList,
): Promise<{ counts: Counts; named: ReadonlySet<string>; erasedPersons: number }> {
  if (isNobodyErased(erased)) {
    return { counts: recordCounts(backup.summary), named: backup.named, erasedPersons: 0 };
  }
  return withFile(files, backup.path, async (file) =>
    countWithoutErased(openContent(file, await readContainer(file), identityOf(backup)), erased),
  );
}
