import { useState } from 'react';
import type { AppError } from '#shared/errors/app-error.ts';
import { NewPassphraseTwice, useNewPassphrase } from '../../display/new-passphrase-twice.tsx';
import { toAppError } from '../../display/report-failure.ts';
import { useDescribeError, useT } from '../../platform/language.tsx';
import { callMain } from '../../platform/main-api.ts';
import { refreshInfo, useSession } from '../../state/session.ts';
import { Button } from '../../ui/actions/button.tsx';
import { Banner } from '../../ui/feedback/banner.tsx';
import { showToast } from '../../ui/feedback/toasts.ts';
import { Dialog } from '../../ui/overlays/dialog.tsx';
import styles from './new-passphrase-offer.module.css';

/** Whoever came in by the paper key has probably forgotten the passphrase: the paper still proves them, so a new one can be set now. */
export function NewPassphraseOffer() {
  const paperKey = useSession((state) => state.paperKeyUsed);
  if (paperKey === null) return null;
  return <Offer paperKey={paperKey} />;
}

function Offer({ paperKey }: { paperKey: string }) {
  const t = useT();
  const describe = useDescribeError();
  const typed = useNewPassphrase();
  const [error, setError] = useState<AppError | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const leave = (): void => {
    useSession.setState({ paperKeyUsed: null });
  };
  const set = async (): Promise<void> => {
    if (!typed.isReady || isBusy || !typed.check()) return;
    setIsBusy(true);
    setError(null);
    try {
      await callMain('keys/change-passphrase', { current: { with: 'paper-key', paperKey }, next: typed.next });
      await refreshInfo();
      showToast({ text: t('safety.passphrase.changed') });
      leave();
    } catch (caught) {
      setError(toAppError(caught));
      setIsBusy(false);
    }
  };
  return (
    <Dialog
      title={t('lock.newPassphrase')}
      size="small"
      isOpen
      isDismissable={!isBusy}
      onClose={leave}
      footer={
        <>
          <Button kind="quiet" isDisabled={isBusy} onPress={leave}>
            {t('lock.newPassphrase.later')}
          </Button>
          <Button kind="primary" isDisabled={!typed.isReady} isPending={isBusy} onPress={() => void set()}>
            {t('lock.newPassphrase.set')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {error !== null && (
          <Banner tone="seal" isAlert>
            {describe(error)}
          </Banner>
        )}
        <p>{t('lock.newPassphrase.why')}</p>
        <NewPassphraseTwice typed={typed} onEnter={() => void set()} autoFocus />
      </div>
    </Dialog>
  );
}
