import { useEffect } from 'react';
import { UnlockForm } from '../../display/unlock-form.tsx';
import { useT } from '../../platform/language.tsx';
import { useSession } from '../../state/session.ts';
import { BackupAtTheDoor } from './backup-at-the-door.tsx';
import { LanguageSwitch } from '../language-switch.tsx';
import { Seal } from '../seal.tsx';
import { unlock } from '../session/session.ts';
import styles from './lock-screen.module.css';

export function LockScreen() {
  const t = useT();
  const info = useSession((state) => state.info);
  useEffect(() => {
    document.title = t('app.name');
  }, [t]);
  return (
    <main className={styles.lock}>
      <div className={styles.card}>
        <Seal isLarge />
        <h1 className={styles.title}>{t('lock.title')}</h1>
        <UnlockForm
          onUnlock={unlock}
          words={{ open: t('lock.open'), opening: t('lock.opening') }}
          hasPassphrase={info?.hasPassphrase ?? true}
          hasKeychain={info?.keychain === 'on'}
        />
        <BackupAtTheDoor />
      </div>
      <footer className={styles.foot}>
        <LanguageSwitch />
        <span>{info?.version}</span>
      </footer>
    </main>
  );
}
