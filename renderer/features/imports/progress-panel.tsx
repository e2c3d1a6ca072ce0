import { useT } from '../../platform/language.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { ProgressBar } from '../../ui/feedback/progress-bar.tsx';
import styles from './imports.module.css';
import type { Step } from './step.ts';

type Busy = Extract<Step, { name: 'busy' }>;

interface ProgressPanelProps {
  label: string | null;
  progress: Busy['progress'];
  /** Absent where nothing can be stopped any more: what is written is written, and undo takes it back. */
  onCancel: (() => void) | undefined;
}

export function ProgressPanel({ label, progress, onCancel }: ProgressPanelProps) {
  const t = useT();
  const stage = t(`data.stage.${progress?.stage ?? 'read'}`);
  return (
    <div className={styles.progress}>
      <ProgressBar label={label ?? stage} done={progress?.done ?? 0} total={progress?.total ?? 0} />
      {onCancel && <Button onPress={onCancel}>{t('data.cancel')}</Button>}
    </div>
  );
}
