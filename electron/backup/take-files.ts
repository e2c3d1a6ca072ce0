import { readContentFiles } from '#shared/archive/read-files.ts';
import { failWith } from '#shared/errors/app-error.ts';
import type { AttachmentStore } from '../attachments/attachment-store.ts';
import type { FileSystem } from '../files/file-system.ts';
import { backupFailure } from './backup-error.ts';
import { identityOf, withFile, type OpenedBackup } from './open-chosen.ts';
import { readContainer } from './read-container.ts';
import { openContent } from './verify-container.ts';

/**
 * Brings the files of customers that a verified backup holds into the store, all of them or those that are wanted. Files that no
 * record names later are garbage and harm nobody. Fails with `restore/files-missing` when the backup has some neither inside nor
 * declared as lost, and the store does not have them either.
 */
export async function takeFiles(
  files: FileSystem,
  backup: OpenedBackup,
  store: AttachmentStore,
  wanted: ReadonlySet<string> = backup.named,
): Promise<void> {
  if (!backup.summary.files) return requireFiles(store, wanted);
  await withFile(files, backup.path, async (file) => {
    const content = openContent(file, await readContainer(file), identityOf(backup));
    for await (const each of readContentFiles(content, { files: true })) {
      if (each.file !== 'attachment' || !wanted.has(each.sha256)) continue;
      await store.take(each).catch((error: unknown) => {
        throw backupFailure(error);
      });
    }
  });
}

async function requireFiles(store: AttachmentStore, wanted: ReadonlySet<string>): Promise<void> {
  let count = 0;
  for (const sha256 of wanted) if ((await store.sizeOf(sha256)) === null) count += 1;
  if (count > 0) failWith('restore/files-missing', { count });
}
