import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useEngine } from '../../../engine/client/engine-context.tsx';
import { useDescribeError, useT } from '../../../platform/language.tsx';
import type { Backup } from '../../../state/backup-status.ts';
import { lockArchive } from '../../../state/lock.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { Banner } from '../../../ui/feedback/banner.tsx';
import { SegmentedControl } from '../../../ui/fields/segmented-control.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { BackupPicker } from './backup-picker.tsx';
import { MomentPicker } from './moment-picker.tsx';
import { OneCustomer } from './one-customer.tsx';
import styles from './restore-dialog.module.css';
import { RestorePreviewView } from './restore-preview-view.tsx';
import { RestoreSteps } from './restore-steps.tsx';
import { useRestore, type Restore, type RestoreStep } from './use-restore.ts';

export interface RestoreDialogProps {
  /** The backup to begin with; `null` to choose one. */
  backup: Pick<Backup, 'id'> | null;
  onClose: () => void;
}

const lastSteps: readonly RestoreStep['name'][] = ['snapshot', 'applying', 'opening'];

/** Choose, open, check, look, and only then restore. */
export function RestoreDialog({ backup, onClose }: RestoreDialogProps) {
  const t = useT();
  const describe = useDescribeError();
  const engine = useEngine();
  const restore = useRestore({
    keep: async () => {
      // An archive in which nothing was ever written has nothing to go back to.
      if ((await engine.overview()).seq === 0) return false;
      await engine.backup();
      return true;
    },
    open: () => lockArchive(engine),
  });
  const { step, error } = restore;
  const [scope, setScope] = useState<'all' | 'one'>('all');
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
      {...(step.name === 'preview' && scope === 'all' ? { footer: <PreviewButtons restore={restore} /> } : {})}
    >
      <div className={styles.body}>
        {error && (
          <Banner tone="seal" title={t('safety.restore.refused')} isAlert>
            {describe(error)}
          </Banner>
        )}
        <RestoreSteps
          restore={restore}
          pick={
            <>
              <BackupPicker onPick={(id) => void restore.choose(id)} />
              <MomentPicker onPick={(moment) => void restore.chooseMade(() => engine.snapshotAt(moment))} />
            </>
          }
          sayWhose={(isOwn) => t(isOwn ? 'safety.restore.ownKey' : 'safety.restore.otherArchive')}
          renderPreview={(preview) => (
            <>
              <SegmentedControl
                label={t('trust.one.scope')}
                segments={[
                  { id: 'all', label: t('trust.one.all') },
                  { id: 'one', label: t('trust.one.one') },
                ]}
                value={scope}
                onChange={setScope}
              />
              {scope === 'all' ? (
                <RestorePreviewView preview={preview} />
              ) : (
                <OneCustomer restoreId={preview.restoreId} onDone={onClose} />
              )}
            </>
          )}
        />
      </div>
    </Dialog>
  );
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
