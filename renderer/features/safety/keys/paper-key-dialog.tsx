import { Printer } from 'lucide-react';
import { useState } from 'react';
import type { Unlock } from '#shared/ipc/contract.ts';
import { PaperKeyFields, usePaperKeyCheck } from '../../../display/paper-key-check.tsx';
import { PaperKeySheet } from '../../../display/paper-key-sheet.tsx';
import { UnlockForm } from '../../../display/unlock-form.tsx';
import { useT } from '../../../platform/language.tsx';
import { callMain } from '../../../platform/main-api.ts';
import { useSession } from '../../../state/session.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { showToast } from '../../../ui/feedback/toasts.ts';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import styles from './keys-dialogs.module.css';

/** Shows the paper key to who can prove that the archive is theirs, and lets it be printed and confirmed. */
export function PaperKeyDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const hasPassphrase = useSession((state) => state.info?.hasPassphrase ?? true);
  const [paperKey, setPaperKey] = useState<string | null>(null);
  const show = async (by: Unlock): Promise<void> => {
    setPaperKey((await callMain('keys/show-paper-key', by)).paperKey);
  };
  if (paperKey !== null) return <ShownPaperKey paperKey={paperKey} onClose={onClose} />;
  return (
    <Dialog title={t('safety.paperKey')} size="small" isOpen onClose={onClose}>
      <div className={styles.form}>
        <p className={styles.muted}>{t('safety.paperKey.unlock')}</p>
        <UnlockForm
          onUnlock={show}
          words={{ open: t('safety.paperKey.open'), opening: t('safety.paperKey.opening') }}
          hasPassphrase={hasPassphrase}
          hasKeychain={!hasPassphrase}
          takesPaperKey={false}
        />
      </div>
    </Dialog>
  );
}

function ShownPaperKey({ paperKey, onClose }: { paperKey: string; onClose: () => void }) {
  const t = useT();
  const isConfirmed = useSession((state) => state.info?.paperKeyConfirmed ?? false);
  const check = usePaperKeyCheck(paperKey);
  const confirm = async (): Promise<void> => {
    if (!(await check.confirm())) return;
    showToast({ text: t('safety.paperKey.isConfirmed') });
    onClose();
  };
  return (
    <Dialog
      title={t('safety.paperKey')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button
            icon={<Printer />}
            onPress={() => {
              window.print();
            }}
          >
            {t('paper.print')}
          </Button>
          {isConfirmed ? (
            <Button kind="primary" onPress={onClose}>
              {t('ui.done')}
            </Button>
          ) : (
            <Button kind="primary" isDisabled={!check.isReady} onPress={() => void confirm()}>
              {t('safety.paperKey.confirm')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.muted}>{t('first.paperKeyIntro')}</p>
        <PaperKeySheet paperKey={paperKey} />
        {!isConfirmed && (
          <>
            <p>{t('first.confirm')}</p>
            <PaperKeyFields check={check} onEnter={() => void confirm()} />
          </>
        )}
      </div>
    </Dialog>
  );
}
