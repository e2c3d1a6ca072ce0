import { Check, HardDriveDownload, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Output } from '#shared/ipc/contract.ts';
import { useT } from '../../platform/language.tsx';
import { callMain, onMainEvent } from '../../platform/main-api.ts';
import { refreshBackupStatus, useBackupStatus } from '../../state/backup-status.ts';
import { decideDoorWords, type DoorWords } from './decide-door-words.ts';
import styles from './lock-screen.module.css';

const pollMs = 1000;

const icons: Record<DoorWords['kind'], LucideIcon> = {
  writing: HardDriveDownload,
  verifying: HardDriveDownload,
  safeToRemove: Check,
  done: Check,
  failed: TriangleAlert,
};

/** Backups go on while the archive is locked: where one is being written, and when the stick may be pulled out. */
export function BackupAtTheDoor() {
  const t = useT();
  const [since] = useState(() => new Date().toISOString());
  const words = decideDoorWords(useCopy(), useBackupStatus(), since);
  return (
    <p className={styles.backup} role="status">
      {words && (
        <>
          <Sign kind={words.kind} />
          {t(`lock.backup.${words.kind}`, { ...words })}
        </>
      )}
    </p>
  );
}

function Sign({ kind }: Pick<DoorWords, 'kind'>) {
  const Icon = icons[kind];
  return <Icon className={styles[kind]} aria-hidden="true" />;
}

/** The copy that main is at, looked at every second. */
function useCopy(): Output<'backup/progress'>['copy'] {
  const [copy, setCopy] = useState<Output<'backup/progress'>['copy']>(null);
  useEffect(() => {
    let isGone = false;
    const look = (): void => {
      callMain('backup/progress', {}).then(
        (progress) => {
          if (!isGone) setCopy(progress.copy);
        },
        () => undefined,
      );
    };
    const lookAnew = (): void => {
      look();
      void refreshBackupStatus();
    };
    lookAnew();
    const timer = window.setInterval(look, pollMs);
    const stopListening = onMainEvent('backup-targets-changed', lookAnew);
    return () => {
      isGone = true;
      window.clearInterval(timer);
      stopListening();
    };
  }, []);
  return copy;
}
