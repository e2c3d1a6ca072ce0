import { useState } from 'react';
import { isStrongPassphrase } from '#shared/crypto/passphrase.ts';
import { NewPassphraseField } from '../../display/new-passphrase-field.tsx';
import { toAppError } from '../../display/report-failure.ts';
import { useDescribeError, useT } from '../../platform/language.tsx';
import { callMain } from '../../platform/main-api.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/actions/button.tsx';
import { Banner } from '../../ui/feedback/banner.tsx';
import { Checkbox } from '../../ui/fields/checkbox.tsx';
import type { Created } from './created.ts';
import styles from './steps.module.css';

/** A passphrase, or none where the computer's keychain can stand in for it. */
export function PassphraseStep({ onCreated }: { onCreated: (created: Created) => void }) {
  const t = useT();
  const describe = useDescribeError();
  const hasKeychain = useSession((state) => state.info !== null && state.info.keychain !== 'unavailable');
  const [passphrase, setPassphrase] = useState('');
  const [opensByItself, setOpensByItself] = useState(false);
  const [isSkipped, setIsSkipped] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  const isStrong = isStrongPassphrase(passphrase);
  const isReady = (isSkipped || isStrong) && !isBusy;
  const create = async (): Promise<void> => {
    if (!isReady) return;
    setIsBusy(true);
    setError(null);
    try {
      const made = await callMain('keys/create', { passphrase: isSkipped ? null : passphrase });
      if (isSkipped || opensByItself) await callMain('keys/set-keychain', { enabled: true });
      onCreated(made);
    } catch (caught) {
      setError(describe(toAppError(caught)));
      setIsBusy(false);
    }
  };

  return (
    <section className={styles.step}>
      <h2 className={styles.heading}>{t('first.protect')}</h2>
      {isSkipped ? (
        <Banner tone="warn">{t('first.skipWarning')}</Banner>
      ) : (
        <NewPassphraseField
          label={t('first.passphrase')}
          value={passphrase}
          onChange={setPassphrase}
          onEnter={() => void create()}
          autoFocus
        />
      )}
      {hasKeychain && (
        <div className={styles.choices}>
          {!isSkipped && (
            <Checkbox isSelected={opensByItself} onChange={setOpensByItself}>
              {t('first.keychain')}
            </Checkbox>
          )}
          <Checkbox isSelected={isSkipped} onChange={setIsSkipped}>
            {t('first.skip')}
          </Checkbox>
        </div>
      )}
      {error !== null && (
        <Banner tone="seal" isAlert>
          {error}
        </Banner>
      )}
      <Button
        kind="primary"
        size="large"
        isDisabled={!isReady && !isBusy}
        isPending={isBusy}
        onPress={() => void create()}
      >
        {isBusy ? t('first.creating') : t('first.create')}
      </Button>
    </section>
  );
}
