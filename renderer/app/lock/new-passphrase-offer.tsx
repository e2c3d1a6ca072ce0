import { useState } from 'react';
import { isStrongPassphrase } from '#shared/crypto/passphrase.ts';
import type { AppError } from '#shared/errors/app-error.ts';
import { NewPassphraseField } from '../../display/new-passphrase-field.tsx';
import { toAppError } from '../../display/report-failure.ts';
import { useDescribeError, useT } from '../../platform/language.tsx';
import { callMain } from '../../platform/main-api.ts';
import { refreshInfo, useSession } from '../../state/session.ts';
import { Button } from '../../ui/actions/button.tsx';
import { Banner } from '../../ui/feedback/banner.tsx';
import { showToast } from '../../ui/feedback/toasts.ts';
import { PasswordField } from '../../ui/fields/password-field.tsx';
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
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [differs, setDiffers] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const isReady = isStrongPassphrase(next) && again !== '';
  const leave = (): void => {
    useSession.setState({ paperKeyUsed: null });
  };
  const set = async (): Promise<void> => {
    if (!isReady || isBusy) return;
    setDiffers(again !== next);
    if (again !== next) return;
    setIsBusy(true);
    setError(null);
    try {
      await callMain('keys/change-passphrase', { current: { with: 'paper-key', paperKey }, next });
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
          <Button kind="primary" isDisabled={!isReady} isPending={isBusy} onPress={() => void set()}>
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
        <NewPassphraseField
          label={t('safety.passphrase.new')}
          value={next}
          onChange={setNext}
          onEnter={() => void set()}
          autoFocus
        />
        <PasswordField
          label={t('safety.passphrase.again')}
          value={again}
          onChange={(text) => {
            setAgain(text);
            setDiffers(false);
          }}
          onEnter={() => void set()}
          error={differs ? t('safety.passphrase.differs') : undefined}
          autoComplete="new-password"
        />
      </div>
    </Dialog>
  );
}
