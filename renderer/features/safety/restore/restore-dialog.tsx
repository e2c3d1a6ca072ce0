import { useEffect, useEffectEvent, useRef } from 'react';
import { UnlockForm } from '../../../display/unlock-form.tsx';
import { useDescribeError, useT } from '../../../platform/language.tsx';
import { useActivity } from '../../../state/activity.ts';
import type { Backup } from '../../../state/backup-status.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { Banner } from '../../../ui/feedback/banner.tsx';
import { ProgressBar } from '../../../ui/feedback/progress-bar.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { InstantText } from '../../../ui/text/date-text.tsx';
import { BackupPicker } from './backup-picker.tsx';
import styles from './restore-dialog.module.css';
import { RestorePreviewView } from './restore-preview-view.tsx';
import { useRestore, type Restore, type RestoreStep } from './use-restore.ts';

export interface RestoreDialogProps {
  /** The backup to begin with; `null` to choose one. */
  backup: Backup | null;
  onClose: () => void;
}

const lastSteps: readonly RestoreStep['name'][] = ['snapshot', 'applying', 'locking'];

/** Choose, open, check, look, and only then restore. */
export function RestoreDialog({ backup, onClose }: RestoreDialogProps) {
  const t = useT();
  const describe = useDescribeError();
  const restore = useRestore();
  const { step, error } = restore;
  const isUnderWay = lastSteps.includes(step.name);

  const hasBegun = useRef(false);
  const begin = useEffectEvent(() => {
    if (backup && !hasBegun.current) void restore.choose(backup.id);
    hasBegun.current = true;
  });
  useEffect(() => {
    begin();
  }, []);

  return (
    <Dialog
      title={t('safety.restore.title')}
      size={step.name === 'preview' ? 'wide' : 'normal'}
      isOpen
      isDismissable={!isUnderWay}
      onClose={onClose}
      {...(step.name === 'preview' ? { footer: <PreviewButtons restore={restore} /> } : {})}
    >
      <div className={styles.body}>
        {error && (
          <Banner tone="seal" title={t('safety.restore.refused')} isAlert>
            {describe(error)}
          </Banner>
        )}
        <StepView restore={restore} />
      </div>
    </Dialog>
  );
}

function StepView({ restore }: { restore: Restore }) {
  const t = useT();
  const { step } = restore;
  switch (step.name) {
    case 'pick':
      return <BackupPicker onPick={(id) => void restore.choose(id)} />;
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
          <p className={styles.muted}>
            {t(step.chosen.sameArchive ? 'safety.restore.ownKey' : 'safety.restore.otherArchive')}
          </p>
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
      return <RestorePreviewView preview={step.preview} />;
    case 'snapshot':
      return <SnapshotProgress />;
    case 'applying':
      return <ProgressBar label={t('safety.restore.applying')} done={0} total={0} />;
    case 'locking':
      return <ProgressBar label={t('safety.restore.locking')} done={0} total={0} />;
  }
}

function SnapshotProgress() {
  const t = useT();
  const task = useActivity((state) => state.tasks.find(({ id }) => id === 'backup'));
  return <ProgressBar label={t('safety.restore.snapshot')} done={task?.done ?? 0} total={task?.total ?? 0} />;
}

function PreviewButtons({ restore }: { restore: Restore }) {
  const t = useT();
  return (
    <>
      <Button kind="quiet" onPress={restore.back}>
        {t('ui.back')}
      </Button>
      <Button kind="primary" onPress={() => void restore.apply()}>
        {t('safety.restore.apply')}
      </Button>
    </>
  );
}
