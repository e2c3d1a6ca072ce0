import { useT } from '../../platform/language.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { ProgressBar } from '../../ui/feedback/progress-bar.tsx';
import styles from './imports.module.css';
import type { Step } from './use-import.ts';

type Busy = Extract<Step, { name: 'busy' }>;

interface ProgressPanelProps {
  label: string | null;
  progress: Busy['progress'];
  onCancel: () => void;
}

export function ProgressPanel({ label, progress, onCancel }: ProgressPanelProps) {
  const t = useT();
  const stage = t(`data.stage.${progress?.stage ?? 'read'}`);
  return (
    <div className={styles.progress}>
      <ProgressBar label={label ?? stage} done={progress?.done ?? 0} total={progress?.total ?? 1} />
      <Button onPress={onCancel}>{t('data.cancel')}</Button>
    </div>
  );
}
