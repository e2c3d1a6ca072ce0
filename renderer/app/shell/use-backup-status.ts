import { useEffect, useState } from 'react';
import type { Output } from '#shared/ipc/contract.ts';
import { useEngine } from '../../engine/engine-context.tsx';
import { onMinute } from '../../platform/clock.ts';
import { callMain, onMainEvent } from '../../platform/main-api.ts';

export type BackupStatus = Output<'backup/status'>;

/** Folders and backups as main knows them: read at the start, each minute, after a backup, when a stick comes or goes. */
export function useBackupStatus(): BackupStatus | null {
  const engine = useEngine();
  const [status, setStatus] = useState<BackupStatus | null>(null);
  useEffect(() => {
    let isGone = false;
    const ask = async (): Promise<void> => {
      try {
        const next = await callMain('backup/status', {});
        if (!isGone) setStatus(next);
      } catch {
        // What was known stays; the next minute asks again.
      }
    };
    const read = (): void => void ask();
    read();
    const stops = [
      onMinute(read),
      onMainEvent('backup-targets-changed', read),
      engine.on((event) => {
        if (event.type === 'progress' && event.task === 'backup' && event.done >= event.total) read();
      }),
    ];
    return () => {
      isGone = true;
      for (const stop of stops) stop();
    };
  }, [engine]);
  return status;
}

/** The newest backup that was read back and compared; `null` when there is none. */
export function selectVerifiedBackup(status: BackupStatus): BackupStatus['backups'][number] | null {
  const verified = status.backups.filter((backup) => backup.verifiedAt !== null);
  return verified.reduce<BackupStatus['backups'][number] | null>(
    (newest, backup) => (newest === null || backup.seq > newest.seq ? backup : newest),
    null,
  );
}
