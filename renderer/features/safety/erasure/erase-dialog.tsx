import { useState } from 'react';
import type { AppError } from '#shared/errors/app-error.ts';
import type { ErasureCertificate } from '#shared/ipc/erasure.ts';
import { toAppError } from '../../../display/report-failure.ts';
import type { BinEntry } from '../../../engine/api.ts';
import { useEngine } from '../../../engine/client/engine-context.tsx';
import { useDescribeError, useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { Banner } from '../../../ui/feedback/banner.tsx';
import { ProgressBar } from '../../../ui/feedback/progress-bar.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import styles from './bin-section.module.css';

export interface EraseDialogProps {
  entry: BinEntry;
  onClose: () => void;
  onErased: (certificate: ErasureCertificate) => void;
}

/** The one step that cannot be taken back: says what goes and what stays, and wants a word typed. */
export function EraseDialog({ entry, onClose, onErased }: EraseDialogProps) {
  const t = useT();
  const describe = useDescribeError();
  const engine = useEngine();
  const [typed, setTyped] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const word = t('trust.erase.word');
  const isMeant = typed.trim() === word;

  const erase = async (): Promise<void> => {
    if (!isMeant || isBusy) return;
    setIsBusy(true);
    setError(null);
    try {
      onErased(await engine.erase([entry.id]));
    } catch (caught) {
      setError(toAppError(caught));
      setIsBusy(false);
    }
  };
  return (
    <Dialog
      title={t('trust.erase.title', { name: entry.name })}
      role="alertdialog"
      isOpen
      isDismissable={!isBusy}
      onClose={onClose}
      footer={
        <>
          <Button isDisabled={isBusy} onPress={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button kind="danger" isDisabled={!isMeant} isPending={isBusy} onPress={() => void erase()}>
            {t('trust.erase.do')}
          </Button>
        </>
      }
    >
      <div className={styles.text}>
        {error && (
          <Banner tone="seal" isAlert>
            {describe(error)}
          </Banner>
        )}
        <p>{t('trust.erase.safe')}</p>
        <p>{t('trust.erase.what', { count: entry.records })}</p>
        <Banner tone="warn">{t('trust.erase.elsewhere')}</Banner>
        <p className={styles.muted}>{t('trust.erase.law')}</p>
        {isBusy ? (
          <ProgressBar label={t('trust.erase.working')} done={0} total={0} />
        ) : (
          <TextField
            label={t('trust.erase.type', { word })}
            value={typed}
            onChange={setTyped}
            onEnter={() => void erase()}
            autoComplete="off"
          />
        )}
      </div>
    </Dialog>
  );
}
