import { useEffect } from 'react';
import { useBackupRun } from '../../display/backup-run.ts';
import { formatElapsed } from '../../display/format-elapsed.ts';
import { useMinute } from '../../platform/clock.ts';
import { useLanguage, useT } from '../../platform/language.tsx';
import { useActivity } from '../../state/activity.ts';
import { decideBackupState, useBackupStatus, watchBackupStatus, type BackupStatus } from '../../state/backup-status.ts';
import { navigate } from '../../state/navigation.ts';
import { classNames } from '../../ui/theme/class-names.ts';
import { PressButton } from '../../ui/actions/press-button.tsx';
import styles from './status-line.module.css';

/** When the newest verified backup was made. Opens the Safety screen, which proves it. */
export function BackupPart() {
  const t = useT();
  useEffect(watchBackupStatus, []);
  const status = useBackupStatus();
  const step = useBackupRun(({ current }) => current?.step);
  const running = useActivity((state) => state.tasks.find((task) => task.id === 'backup'));
  if (running) {
    const { done, total } = running;
    const percent = total > 0 ? Math.floor((100 * done) / total) : 0;
    // A snapshot is read back after all of it is written.
    const isVerifying = step === 'verifying' || percent === 100;
    return (
      <PressButton className={styles.part} onPress={openSafety}>
        {isVerifying ? t('status.backupVerifying') : t('status.backupRunning', { percent })}
      </PressButton>
    );
  }
  if (!status) return null;
  return <BackupWords status={status} />;
}

function BackupWords({ status }: { status: BackupStatus }) {
  const t = useT();
  const language = useLanguage();
  const now = useMinute();
  const hasFailed = useBackupRun(({ ended }) => (ended?.failures.length ?? 0) > 0);
  const state = decideBackupState(status, now);
  const words = hasFailed
    ? t('status.backupFailed')
    : state.kind === 'missing'
      ? t('status.backupMissing')
      : state.kind === 'none'
        ? t('status.backupNone')
        : t(state.kind === 'old' ? 'status.backupOld' : 'status.backup', {
            when: formatElapsed(language, state.verifiedAt, now),
          });
  return (
    <PressButton
      className={classNames(styles.part, state.kind === 'good' && !hasFailed ? styles.good : styles.warn)}
      onPress={openSafety}
    >
      <span className={styles.dot} aria-hidden="true" />
      {words}
    </PressButton>
  );
}

function openSafety(): void {
  navigate({ screen: 'safety' });
}
