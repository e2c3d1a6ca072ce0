import { useT } from '../../../platform/language.tsx';
import { useBackupStatus } from '../../../state/backup-status.ts';

/** What the user calls the folder of a backup. */
export function useFolderName(): (folderId: string) => string {
  const t = useT();
  const status = useBackupStatus();
  return (folderId) => {
    if (folderId === 'local') return t('safety.local.short');
    return status?.folders.find(({ id }) => id === folderId)?.label ?? t('safety.goneFolder');
  };
}

/** Whether a chosen folder is not there now, so that its backups cannot be read. */
export function useIsAway(): (folderId: string) => boolean {
  const status = useBackupStatus();
  return (folderId) => status?.folders.some(({ id, reachable }) => id === folderId && !reachable) ?? false;
}
