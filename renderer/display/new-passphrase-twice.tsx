import { useState } from 'react';
import { isStrongPassphrase } from '#shared/crypto/passphrase.ts';
import { useT } from '../platform/language.tsx';
import { PasswordField } from '../ui/fields/password-field.tsx';
import { NewPassphraseField } from './new-passphrase-field.tsx';

/** A new passphrase as it is typed twice. */
export function useNewPassphrase() {
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [differs, setDiffers] = useState(false);
  return {
    next,
    setNext,
    again,
    setAgain: (text: string) => {
      setAgain(text);
      setDiffers(false);
    },
    differs,
    isReady: isStrongPassphrase(next) && again !== '',
    /** Whether both are the same; where they are not, it is said beside them. */
    check: (): boolean => {
      setDiffers(again !== next);
      return again === next;
    },
  };
}

interface NewPassphraseTwiceProps {
  typed: ReturnType<typeof useNewPassphrase>;
  onEnter: () => void;
  autoFocus: boolean;
}

/** The boxes for it. */
export function NewPassphraseTwice({ typed, onEnter, autoFocus }: NewPassphraseTwiceProps) {
  const t = useT();
  return (
    <>
      <NewPassphraseField
        label={t('safety.passphrase.new')}
        value={typed.next}
        onChange={typed.setNext}
        onEnter={onEnter}
        autoFocus={autoFocus}
      />
      <PasswordField
        label={t('safety.passphrase.again')}
        value={typed.again}
        onChange={typed.setAgain}
        onEnter={onEnter}
        error={typed.differs ? t('safety.passphrase.differs') : undefined}
        autoComplete="new-password"
      />
    </>
  );
}
