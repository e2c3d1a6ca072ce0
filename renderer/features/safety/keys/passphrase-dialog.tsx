import { useRef, useState } from 'react';
import type { AppError } from '#shared/errors/app-error.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';
import type { Unlock } from '#shared/ipc/contract.ts';
import { NewPassphraseTwice, useNewPassphrase } from '../../../display/new-passphrase-twice.tsx';
import { toAppError } from '../../../display/report-failure.ts';
import { useCountdown } from '../../../display/use-countdown.ts';
import { useDescribeError, useT } from '../../../platform/language.tsx';
import { callMain } from '../../../platform/main-api.ts';
import { refreshInfo, useSession } from '../../../state/session.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { Banner } from '../../../ui/feedback/banner.tsx';
import { showToast } from '../../../ui/feedback/toasts.ts';
import { PasswordField } from '../../../ui/fields/password-field.tsx';
import { TextArea } from '../../../ui/fields/text-area.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import styles from './keys-dialogs.module.css';

/** Failures that concern what proves that it is the owner. */
const ofCurrent: readonly ErrorCode[] = ['keys/wrong-passphrase', 'keys/wrong-paper-key', 'keys/too-many-attempts'];

/** Changes the passphrase, or sets the first one. */
export function PassphraseDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const describe = useDescribeError();
  // Kept from the start: while the dialog closes it must not turn into the other one.
  const [hasPassphrase] = useState(() => useSession.getState().info?.hasPassphrase ?? true);
  const [by, setBy] = useState<Unlock['with']>(hasPassphrase ? 'passphrase' : 'keychain');
  const [current, setCurrent] = useState('');
  const typed = useNewPassphrase();
  const [error, setError] = useState<AppError | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [waitSeconds, wait] = useCountdown();
  const currentInput = useRef<HTMLInputElement>(null);

  const isReady = (by === 'keychain' || current !== '') && typed.isReady;
  const change = async (): Promise<void> => {
    if (!isReady || isBusy || waitSeconds > 0) return;
    setError(null);
    if (!typed.check()) return;
    setIsBusy(true);
    try {
      await callMain('keys/change-passphrase', { current: unlockBy(by, current), next: typed.next });
      await refreshInfo();
      showToast({ text: t(hasPassphrase ? 'safety.passphrase.changed' : 'safety.passphrase.chosen') });
      onClose();
    } catch (caught) {
      const failure = toAppError(caught);
      setError(failure);
      if (failure.code === 'keys/too-many-attempts') wait(Number(failure.data?.['seconds'] ?? 0));
      if (ofCurrent.includes(failure.code)) currentInput.current?.select();
      setIsBusy(false);
    }
  };
  const submit = (): void => void change();
  const sentence = error ? describe(error) : undefined;
  const isOfCurrent = error !== null && by !== 'keychain' && ofCurrent.includes(error.code);
  return (
    <Dialog
      title={t(hasPassphrase ? 'safety.passphrase.changeTitle' : 'safety.passphrase.chooseTitle')}
      size="small"
      isOpen
      isDismissable={!isBusy}
      onClose={onClose}
      footer={
        <>
          <Button isDisabled={isBusy} onPress={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button kind="primary" isDisabled={!isReady || waitSeconds > 0} isPending={isBusy} onPress={submit}>
            {waitSeconds > 0
              ? t('lock.wait', { seconds: waitSeconds })
              : t(hasPassphrase ? 'safety.passphrase.changeTitle' : 'safety.passphrase.chooseTitle')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {error !== null && !isOfCurrent && (
          <Banner tone="seal" isAlert>
            {sentence}
          </Banner>
        )}
        {by === 'passphrase' && (
          <PasswordField
            label={t('safety.passphrase.current')}
            value={current}
            onChange={setCurrent}
            onEnter={submit}
            error={isOfCurrent ? sentence : undefined}
            inputRef={currentInput}
            autoComplete="off"
            autoFocus
          />
        )}
        {by === 'paper-key' && (
          <TextArea
            label={t('lock.paperKey')}
            description={t('lock.paperKeyHelp')}
            value={current}
            onChange={setCurrent}
            onSubmit={submit}
            submitsOnEnter
            error={isOfCurrent ? sentence : undefined}
            rows={3}
            autoComplete="off"
            spellCheck="false"
            autoFocus
          />
        )}
        {hasPassphrase && (
          <Button
            kind="quiet"
            size="small"
            isDisabled={isBusy}
            onPress={() => {
              setBy(by === 'passphrase' ? 'paper-key' : 'passphrase');
              setCurrent('');
              setError(null);
            }}
          >
            {t(by === 'passphrase' ? 'lock.usePaperKey' : 'lock.usePassphrase')}
          </Button>
        )}
        <NewPassphraseTwice typed={typed} onEnter={submit} autoFocus={by === 'keychain'} />
        <p className={styles.muted}>{t('safety.passphrase.older')}</p>
      </div>
    </Dialog>
  );
}

function unlockBy(by: Unlock['with'], text: string): Unlock {
  switch (by) {
    case 'passphrase':
      return { with: by, passphrase: text };
    case 'paper-key':
      return { with: by, paperKey: text };
    case 'keychain':
      return { with: by };
  }
}
