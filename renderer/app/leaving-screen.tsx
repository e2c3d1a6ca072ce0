import { useBackupRun } from '../display/backup-run.ts';
import { useT } from '../platform/language.tsx';
import { useActivity } from '../state/activity.ts';
import { Button } from '../ui/actions/button.tsx';
import { ProgressBar } from '../ui/feedback/progress-bar.tsx';
import styles from './opening-screen.module.css';
import { Seal } from './seal.tsx';
import { quitAtOnce } from './session/session.ts';

/** Shown while the last backup is made, when that takes longer than a blink. */
export function LeavingScreen() {
  const t = useT();
  const step = useBackupRun((run) => run.current?.step ?? 'packing');
  const task = useActivity((state) => state.tasks.find(({ id }) => id === 'backup'));
  return (
    <main className={styles.opening}>
      <div className={styles.card}>
        <Seal isLarge />
        <h1 className={styles.title}>{t('leaving.title')}</h1>
        <ProgressBar label={t(`backup.${step}`)} done={task?.done ?? 0} total={task?.total ?? 0} />
        <p className={styles.detail}>{t('leaving.detail')}</p>
        <Button onPress={() => void quitAtOnce()}>{t('leaving.now')}</Button>
      </div>
    </main>
  );
}
