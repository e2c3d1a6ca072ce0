import type { Output } from '#shared/ipc/contract.ts';
import type { BackupStatus } from '../../state/backup-status.ts';

type Copy = Output<'backup/progress'>['copy'];

/** What the locked page says of the backup under way, or of the one that ended while it was shown. */
export type DoorWords =
  | { kind: 'writing' | 'verifying'; folder: string; percent: number }
  | { kind: 'safeToRemove' | 'done' | 'failed'; folder: string };

/** @param since ISO instant; what ended before concerns nobody here */
export function decideDoorWords(copy: Copy, status: BackupStatus | null, since: string): DoorWords | null {
  if (!status) return null;
  const { folders, backups } = status;
  if (copy) {
    const folder = folders.find(({ id }) => id === copy.folderId);
    const percent = copy.totalBytes > 0 ? Math.min(100, Math.floor((100 * copy.doneBytes) / copy.totalBytes)) : 0;
    return folder ? { kind: copy.step, folder: folder.label, percent } : null;
  }
  for (const { id, label, kind, reachable, failure } of folders) {
    if (!reachable) continue;
    if (failure && failure.at >= since) return { kind: 'failed', folder: label };
    const isNew = backups.some(
      ({ folderId, verifiedAt }) => folderId === id && verifiedAt !== null && verifiedAt >= since,
    );
    if (isNew) return { kind: kind === 'drive' ? 'safeToRemove' : 'done', folder: label };
  }
  return null;
}
