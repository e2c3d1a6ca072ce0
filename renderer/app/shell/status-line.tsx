import { KeyRound, Square, Users, WifiOff } from 'lucide-react';
import { useStopUndo } from '../../display/history/use-stop-undo.ts';
import { useEngineQuery } from '../../engine/client/use-engine-query.ts';
import { useT } from '../../platform/language.tsx';
import { percentOf, useActivity, type Task } from '../../state/activity.ts';
import { navigate } from '../../state/navigation.ts';
import { useSession } from '../../state/session.ts';
import { useRemainingMinutes } from '../../ui/feedback/remaining-time.ts';
import { Popover } from '../../ui/overlays/popover.tsx';
import { classNames } from '../../ui/theme/class-names.ts';
import { useKit } from '../../ui/theme/kit-provider.tsx';
import { BackupPart } from './backup-part.tsx';
import { LockPart } from './lock-part.tsx';
import { SavedPart } from './saved-part.tsx';
import { PressButton } from '../../ui/actions/press-button.tsx';
import styles from './status-line.module.css';

/** What holds right now; each part opens its proof. */
export function StatusLine() {
  const t = useT();
  const overview = useEngineQuery('overview', (engine) => engine.overview());
  const isPaperKeyConfirmed = useSession((state) => state.info?.paperKeyConfirmed ?? true);
  const task = useActivity((state) => state.tasks.find((other) => other.id !== 'backup'));
  return (
    <footer className={styles.line} aria-label={t('status.label')}>
      <SavedPart />
      <BackupPart />
      <OfflinePart />
      {!isPaperKeyConfirmed && (
        <PressButton
          className={classNames(styles.part, styles.warn)}
          onPress={() => {
            navigate({ screen: 'safety', intent: 'paper-key' });
          }}
        >
          <KeyRound aria-hidden="true" />
          {t('status.paperKey')}
        </PressButton>
      )}
      <span className={styles.gap} />
      {task && <TaskPart {...task} />}
      <StopPart />
      {overview.data?.practice === true && <span className={styles.practice}>{t('status.practice')}</span>}
      {overview.data && (
        <PressButton
          className={styles.part}
          onPress={() => {
            navigate({ screen: 'customers' });
          }}
        >
          <Users aria-hidden="true" />
          {t('status.customers', { count: overview.data.customers })}
        </PressButton>
      )}
      <LockPart />
    </footer>
  );
}

function TaskPart({ label, done, total }: Task) {
  const t = useT();
  const { words } = useKit();
  const minutes = useRemainingMinutes(done, total);
  return (
    <span className={styles.words}>
      <span role="status">{t('status.task', { label, percent: percentOf({ done, total }) })}</span>
      {minutes !== null && ` · ${words.remaining(minutes)}`}
    </span>
  );
}

/** An undo of very many can be stopped as long as nothing of it is written. */
function StopPart() {
  const t = useT();
  const { task, stop, isStopping } = useStopUndo();
  if (!task) return null;
  return (
    <PressButton
      className={classNames(styles.part, styles.warn)}
      {...(isStopping && { 'aria-disabled': true })}
      onPress={() => void stop()}
    >
      <Square fill="currentColor" aria-hidden="true" />
      {t(isStopping ? 'undo.stopping' : 'undo.stop')}
    </PressButton>
  );
}

function OfflinePart() {
  const t = useT();
  return (
    <Popover
      label={t('status.offlineTitle')}
      placement="top start"
      trigger={
        <PressButton className={styles.part}>
          <WifiOff aria-hidden="true" />
          {t('status.offline')}
        </PressButton>
      }
    >
      <div className={styles.proof}>
        <h2 className={styles.proofTitle}>{t('status.offlineTitle')}</h2>
        <p>{t('status.offlineProof')}</p>
      </div>
    </Popover>
  );
}
