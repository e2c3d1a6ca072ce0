import { useBackupRun } from '../display/backup-run.ts';
import { useDescribeError, useT } from '../platform/language.tsx';
import { useActivity } from '../state/activity.ts';
import type { LeavingStep } from '../state/session.ts';
import { Button } from '../ui/actions/button.tsx';
import { Banner } from '../ui/feedback/banner.tsx';
import { ProgressBar } from '../ui/feedback/progress-bar.tsx';
import { classNames } from '../ui/theme/class-names.ts';
import styles from './opening-screen.module.css';
import { Seal } from './seal.tsx';
import { quitAtOnce, tryLeavingAgain } from './session/session.ts';

/** Shown while the last backup is made, when that takes longer than a blink, and when it cannot be made. */
export function LeavingScreen({ step }: { step: LeavingStep }) {
  const t = useT();
  return (
    <main className={classNames(styles.opening, styles.late)}>
      <div className={styles.card}>
        <Seal isLarge />
        {step.name === 'failed' ? <Failed failures={step.failures} /> : <UnderWay step={step} />}
        <p className={styles.detail}>{t('leaving.detail')}</p>
        {step.name === 'failed' && (
          <Button kind="primary" autoFocus onPress={() => void tryLeavingAgain()}>
            {t('ui.retry')}
          </Button>
        )}
        <Button onPress={() => void quitAtOnce()}>{t('leaving.now')}</Button>
      </div>
    </main>
  );
}

function UnderWay({ step }: { step: Exclude<LeavingStep, { name: 'failed' }> }) {
  const t = useT();
  const backupStep = useBackupRun((run) => run.current?.step ?? 'packing');
  const task = useActivity((state) => state.tasks.find(({ id }) => id === 'backup'));
  const isRebuilding = step.name === 'rebuild';
  const { done = 0, total = 0 } = (isRebuilding ? step.progress : task) ?? {};
  return (
    <>
      <h1 className={styles.title}>{t(isRebuilding ? 'leaving.rebuilding' : 'leaving.title')}</h1>
      <ProgressBar label={t(isRebuilding ? 'opening.rebuild' : `backup.${backupStep}`)} done={done} total={total} />
    </>
  );
}

function Failed({ failures }: Pick<Extract<LeavingStep, { name: 'failed' }>, 'failures'>) {
  const t = useT();
  const describe = useDescribeError();
  return (
    <>
      <h1 className={styles.title}>{t('leaving.failed')}</h1>
      <Banner tone="seal" isAlert>
        {failures.map(({ folder, error }) => (
          <p key={folder}>
            {folder === '' ? describe(error) : t('safety.state.failedIn', { folder, reason: describe(error) })}
          </p>
        ))}
      </Banner>
    </>
  );
}
