import { Button } from 'react-aria-components';
import { formatElapsed } from '../../display/format-elapsed.ts';
import { useMinute } from '../../platform/clock.ts';
import { useLanguage, useT } from '../../platform/language.tsx';
import { useActivity } from '../../state/activity.ts';
import { navigate } from '../../state/navigation.ts';
import { classNames } from '../../ui/theme/class-names.ts';
import styles from './status-line.module.css';
import { selectVerifiedBackup, useBackupStatus, type BackupStatus } from './use-backup-status.ts';

/** A backup older than this deserves a look. */
const staleAfterMs = 7 * 86_400_000;

/** When the newest verified backup was made. Opens the Safety screen, which proves it. */
export function BackupPart() {
  const t = useT();
  const status = useBackupStatus();
  const running = useActivity((state) => state.tasks.find((task) => task.id === 'backup'));
  if (running) {
    const percent = running.total > 0 ? Math.floor((100 * running.done) / running.total) : 0;
    return <span className={styles.words}>{t('status.backupRunning', { percent })}</span>;
  }
  if (!status) return null;
  return <BackupWords status={status} />;
}

function BackupWords({ status }: { status: BackupStatus }) {
  const t = useT();
  const language = useLanguage();
  const now = useMinute();
  const newest = selectVerifiedBackup(status);
  const isMissing = status.folders.length > 0 && status.folders.every((folder) => !folder.reachable);
  const verifiedAt = newest?.verifiedAt ?? null;
  const isGood = verifiedAt !== null && !isMissing && Date.parse(now) - Date.parse(verifiedAt) < staleAfterMs;
  const words = isMissing
    ? t('status.backupMissing')
    : verifiedAt === null
      ? t('status.backupNone')
      : t('status.backup', { when: formatElapsed(language, verifiedAt, now) });
  return (
    <Button
      className={classNames(styles.part, isGood ? styles.good : styles.warn)}
      onPress={() => {
        navigate({ screen: 'safety' });
      }}
    >
      <span className={styles.dot} aria-hidden="true" />
      {words}
    </Button>
  );
}
