import { KeyRound } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import type { AppError } from '#shared/errors/app-error.ts';
import type { Unlock } from '#shared/ipc/contract.ts';
import { useDescribeError, useT } from '../platform/language.tsx';
import { Button } from '../ui/actions/button.tsx';
import { Banner } from '../ui/feedback/banner.tsx';
import { PasswordField } from '../ui/fields/password-field.tsx';
import { TextArea } from '../ui/fields/text-area.tsx';
import { toAppError } from './report-failure.ts';
import styles from './unlock-form.module.css';
import { useCountdown } from './use-countdown.ts';

export interface UnlockFormProps {
  /** Tries to open; rejects with AppFailure when it does not. */
  onUnlock: (by: Unlock) => Promise<void>;
  /** What the button says, idle and at work. */
  words: { open: string; opening: string };
  hasPassphrase: boolean;
  hasKeychain?: boolean;
  /** False where the paper key is what is asked for. */
  takesPaperKey?: boolean;
  /** Further buttons below, such as one to go back. */
  children?: ReactNode;
}

/** Opens an archive or a backup by passphrase, paper key or keychain. Says plainly when it did not, and how long to wait. */
export function UnlockForm({
  onUnlock,
  words,
  hasPassphrase,
  hasKeychain = false,
  takesPaperKey = true,
  children,
}: UnlockFormProps) {
  const t = useT();
  const describe = useDescribeError();
  const usual = hasPassphrase ? 'passphrase' : hasKeychain ? 'keychain' : 'paper-key';
  const [by, setBy] = useState<Unlock['with']>(usual);
  const [text, setText] = useState('');
  const [error, setError] = useState<AppError | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [waitSeconds, wait] = useCountdown();
  const input = useRef<HTMLInputElement>(null);

  const attempt = async (how: Unlock): Promise<void> => {
    if (isBusy || waitSeconds > 0) return;
    setIsBusy(true);
    setError(null);
    try {
      await onUnlock(how);
    } catch (caught) {
      const failure = toAppError(caught);
      setError(failure);
      if (failure.code === 'keys/too-many-attempts') wait(Number(failure.data?.['seconds'] ?? 0));
      input.current?.select();
    }
    setIsBusy(false);
  };
  const submit = (): void => {
    if (by === 'keychain') void attempt({ with: by });
    else if (text !== '') {
      void attempt(by === 'passphrase' ? { with: by, passphrase: text } : { with: by, paperKey: text });
    }
  };
  // How long to wait is what the button counts down.
  const sentence = error?.code === 'keys/too-many-attempts' ? t('lock.tooFast') : error ? describe(error) : undefined;
  return (
    <div className={styles.form}>
      {by === 'passphrase' && (
        <PasswordField
          key="passphrase"
          label={t('lock.passphrase')}
          value={text}
          onChange={setText}
          onEnter={submit}
          error={sentence}
          inputRef={input}
          autoComplete="off"
          autoFocus
        />
      )}
      {by === 'paper-key' && (
        <TextArea
          key="paper-key"
          label={t('lock.paperKey')}
          description={t('lock.paperKeyHelp')}
          value={text}
          onChange={setText}
          onSubmit={submit}
          submitsOnEnter
          error={sentence}
          rows={3}
          autoComplete="off"
          spellCheck="false"
          autoFocus
        />
      )}
      {by === 'keychain' && sentence !== undefined && (
        <Banner tone="seal" isAlert>
          {sentence}
        </Banner>
      )}
      <Button
        kind="primary"
        size="large"
        isWide
        autoFocus={by === 'keychain'}
        isDisabled={(by !== 'keychain' && text === '') || waitSeconds > 0}
        isPending={isBusy}
        onPress={submit}
      >
        {waitSeconds > 0
          ? t('lock.wait', { seconds: waitSeconds })
          : isBusy
            ? words.opening
            : by === 'keychain'
              ? t('lock.useKeychain')
              : words.open}
      </Button>
      {hasKeychain && by === 'passphrase' && (
        <Button icon={<KeyRound />} isWide isDisabled={isBusy} onPress={() => void attempt({ with: 'keychain' })}>
          {t('lock.useKeychain')}
        </Button>
      )}
      <div className={styles.others}>
        {takesPaperKey && usual !== 'paper-key' && (
          <Button
            kind="quiet"
            size="small"
            isDisabled={isBusy}
            onPress={() => {
              setBy(by === 'paper-key' ? usual : 'paper-key');
              setText('');
              setError(null);
            }}
          >
            {by !== 'paper-key'
              ? t('lock.usePaperKey')
              : usual === 'keychain'
                ? t('lock.useKeychain')
                : t('lock.usePassphrase')}
          </Button>
        )}
        {children}
      </div>
    </div>
  );
}
