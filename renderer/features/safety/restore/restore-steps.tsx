import type { ReactNode } from 'react';
import type { RestorePreview } from '#shared/ipc/contract.ts';
import { UnlockForm } from '../../../display/unlock-form.tsx';
import { useT } from '../../../platform/language.tsx';
import { useActivity } from '../../../state/activity.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { ProgressBar } from '../../../ui/feedback/progress-bar.tsx';
import { InstantText } from '../../../ui/text/date-text.tsx';
import styles from './restore-dialog.module.css';
import type { Restore } from './use-restore.ts';

interface RestoreStepsProps {
  restore: Restore;
  /** How a backup is chosen. */
  pick: ReactNode;
  /** With whose key a backup opens, said to who knows of more than one archive. */
  sayWhose?: (isOwn: boolean) => string;
  /** What pressing the last button will bring. */
  renderPreview: (preview: RestorePreview) => ReactNode;
}

/** The way from a file to the restored archive, as far as it is the same wherever one begins. */
export function RestoreSteps({ restore, pick, sayWhose, renderPreview }: RestoreStepsProps) {
  const t = useT();
  const { step } = restore;
  switch (step.name) {
    case 'pick':
      return pick;
    case 'reading':
      return <ProgressBar label={t('safety.restore.reading')} done={0} total={0} />;
    case 'checking':
      return <ProgressBar label={t('safety.restore.checking')} done={0} total={0} />;
    case 'unlock':
      return (
        <>
          <p className={styles.file}>
            <strong>{step.chosen.name}</strong>
            <br />
            <span className={styles.muted}>
              <InstantText at={step.chosen.createdAt} />
            </span>
          </p>
          {sayWhose && <p className={styles.muted}>{sayWhose(step.chosen.sameArchive)}</p>}
          <UnlockForm
            onUnlock={restore.open}
            words={{ open: t('restore.check'), opening: t('restore.checking') }}
            hasPassphrase
          >
            <Button kind="quiet" size="small" onPress={restore.back}>
              {t('ui.back')}
            </Button>
          </UnlockForm>
        </>
      );
    case 'preview':
      return renderPreview(step.preview);
    case 'snapshot':
      return <SnapshotProgress />;
    case 'applying':
      return <ProgressBar label={t('safety.restore.applying')} done={0} total={0} />;
    case 'opening':
      return <ProgressBar label={t('safety.restore.opening')} done={0} total={0} />;
  }
}

function SnapshotProgress() {
  const t = useT();
  const task = useActivity((state) => state.tasks.find(({ id }) => id === 'backup'));
  return <ProgressBar label={t('safety.restore.snapshot')} done={task?.done ?? 0} total={task?.total ?? 0} />;
}
