import { Check, Lock, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { reportFailure } from '../../../display/report-failure.ts';
import { useEngine } from '../../../engine/client/engine-context.tsx';
import { useT } from '../../../platform/language.tsx';
import { callMain } from '../../../platform/main-api.ts';
import { lockArchive } from '../../../state/lock.ts';
import { refreshInfo, useSession } from '../../../state/session.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { Switch } from '../../../ui/fields/switch.tsx';
import styles from './keys-side.module.css';

/** What opens the archive, and the lock. */
export function KeysSide({ onPassphrase, onPaperKey }: { onPassphrase: () => void; onPaperKey: () => void }) {
  const t = useT();
  const engine = useEngine();
  const info = useSession((state) => state.info);
  if (!info) return null;
  const { hasPassphrase, paperKeyConfirmed } = info;
  return (
    <aside className={styles.side} aria-label={t('safety.keys')}>
      <Key
        title={t('safety.passphrase')}
        isGood={hasPassphrase}
        state={t(hasPassphrase ? 'safety.passphrase.set' : 'safety.passphrase.none')}
        action={
          <Button size="small" onPress={onPassphrase}>
            {t(hasPassphrase ? 'safety.passphrase.change' : 'safety.passphrase.choose')}
          </Button>
        }
      />
      <Key
        title={t('safety.paperKey')}
        isGood={paperKeyConfirmed}
        state={t(paperKeyConfirmed ? 'safety.paperKey.confirmed' : 'safety.paperKey.unconfirmed')}
        action={
          <Button size="small" onPress={onPaperKey}>
            {t('safety.paperKey.show')}
          </Button>
        }
      />
      <KeychainSwitch keychain={info.keychain} hasPassphrase={hasPassphrase} />
      <Button
        icon={<Lock />}
        keys="Mod+Shift+L"
        onPress={() => {
          lockArchive(engine).catch(reportFailure);
        }}
      >
        {t('safety.lock')}
      </Button>
      <section className={styles.note}>
        <h2 className={styles.title}>{t('safety.format')}</h2>
        <p className={styles.muted}>{t('safety.format.detail')}</p>
      </section>
    </aside>
  );
}

function Key({ title, state, isGood, action }: { title: string; state: string; isGood: boolean; action: ReactNode }) {
  const Icon = isGood ? Check : TriangleAlert;
  return (
    <section className={styles.key}>
      <h2 className={styles.title}>{title}</h2>
      <p className={isGood ? styles.good : styles.warn}>
        <Icon aria-hidden="true" />
        {state}
      </p>
      {action}
    </section>
  );
}

function KeychainSwitch({
  keychain,
  hasPassphrase,
}: {
  keychain: 'unavailable' | 'off' | 'on';
  hasPassphrase: boolean;
}) {
  const t = useT();
  const change = async (enabled: boolean): Promise<void> => {
    try {
      await callMain('keys/set-keychain', { enabled });
    } catch (error) {
      reportFailure(error);
    }
    await refreshInfo().catch(reportFailure);
  };
  const isNeeded = keychain === 'on' && !hasPassphrase;
  return (
    <section className={styles.keychain}>
      {keychain === 'unavailable' ? (
        <p className={styles.muted}>{t('safety.keychain.unavailable')}</p>
      ) : (
        <>
          <Switch isSelected={keychain === 'on'} isDisabled={isNeeded} onChange={(isOn) => void change(isOn)}>
            {t('safety.keychain')}
          </Switch>
          <p className={styles.muted}>{t(isNeeded ? 'safety.keychain.needed' : 'safety.keychain.detail')}</p>
        </>
      )}
    </section>
  );
}
