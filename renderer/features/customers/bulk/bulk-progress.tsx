import { useT } from '../../../platform/language.tsx';
import { useActivity } from '../../../state/activity.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { ProgressBar } from '../../../ui/feedback/progress-bar.tsx';
import styles from './bulk.module.css';
import type { BulkStage } from './use-bulk-work.ts';

const shown: ReadonlySet<string> = new Set(['bulk', 'snapshot', 'commit']);

/** How far a change of very many is, and whether it can still be stopped. */
export function BulkProgress({ stage }: { stage: BulkStage }) {
  const t = useT();
  const task = useActivity(({ tasks }) => tasks.find(({ id }) => shown.has(id)));
  if (stage === 'asked') return null;
  if (stage === 'stopped') {
    return (
      <p className={styles.counts} role="status">
        {t('bulk.stopped')}
      </p>
    );
  }
  return (
    <ProgressBar
      label={task?.label ?? t('bulk.preparing')}
      done={task?.done ?? 0}
      total={task?.total ?? 0}
      detail={t(stage === 'writing' ? 'bulk.mayNotStop' : 'bulk.mayStop')}
    />
  );
}

interface LeaveButtonProps {
  stage: BulkStage;
  onPress: () => void;
}

/** Says what leaving the dialog does just now. */
export function LeaveButton({ stage, onPress }: LeaveButtonProps) {
  const t = useT();
  if (stage === 'writing') return <Button onPress={onPress}>{t('ui.close')}</Button>;
  const isStoppable = stage === 'working' || stage === 'stopping';
  return (
    <Button isPending={stage === 'stopping'} onPress={onPress}>
      {t(isStoppable ? 'bulk.stop' : 'ui.cancel')}
    </Button>
  );
}
