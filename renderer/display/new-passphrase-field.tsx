import { findWeakness } from '#shared/crypto/passphrase.ts';
import { useT } from '../platform/language.tsx';
import { PasswordField } from '../ui/fields/password-field.tsx';
import type { TextFieldProps } from '../ui/fields/text-field.tsx';
import styles from './new-passphrase-field.module.css';

export interface NewPassphraseFieldProps
  extends Pick<TextFieldProps, 'label' | 'onChange' | 'onEnter' | 'error' | 'autoFocus'> {
  value: string;
}

/** Where a new passphrase is chosen, with advice as it is typed. */
export function NewPassphraseField({ value, ...rest }: NewPassphraseFieldProps) {
  const t = useT();
  const weakness = value === '' ? null : findWeakness(value);
  const isStrong = value !== '' && weakness === null;
  const advice = isStrong ? t('first.strong') : weakness ? t(`first.weak.${weakness}`) : t('first.passphraseHelp');
  return (
    <PasswordField
      {...rest}
      value={value}
      description={<span className={isStrong ? styles.good : undefined}>{advice}</span>}
      autoComplete="new-password"
    />
  );
}
