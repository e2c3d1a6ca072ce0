import { useEffect, useState } from 'react';
import type { AppError } from '#shared/errors/app-error.ts';
import type { Output } from '#shared/ipc/contract.ts';
import { reportFailure } from '../../display/report-failure.ts';
import { useDescribeError, useT } from '../../platform/language.tsx';
import { callMain } from '../../platform/main-api.ts';
import { Button } from '../../ui/actions/button.tsx';
import { Banner } from '../../ui/feedback/banner.tsx';
import { Section } from '../../ui/layout/section.tsx';
import { LanguageSwitch } from '../language-switch.tsx';
import { RestorePanel } from '../restore/restore-panel.tsx';
import { Seal } from '../seal.tsx';
import styles from './recovery-screen.module.css';
import { SafeFacts } from './safe-facts.tsx';

interface Facts {
  journal: Output<'journal/status'> | null;
  backups: Output<'backup/status'> | null;
}

/** Every path that ends without an open archive ends here: what happened, what is safe, what to do. */
export function RecoveryScreen({ error }: { error: AppError }) {
  const t = useT();
  const describe = useDescribeError();
  const [facts, setFacts] = useState<Facts | null>(null);
  const [isRestoring, setIsRestoring] = useState(false);
  useEffect(() => {
    document.title = t('app.name');
  }, [t]);
  useEffect(() => {
    // Each may fail for the same reason that led here; what can be said is said.
    const ask = <T,>(answer: Promise<T>): Promise<T | null> => answer.catch(() => null);
    void Promise.all([ask(callMain('journal/status', {})), ask(callMain('backup/status', {}))]).then(
      ([journal, backups]) => {
        setFacts({ journal, backups });
        return undefined;
      },
    );
  }, []);
  return (
    <main className={styles.page}>
      <header className={styles.header}>
        <Seal />
        <h1 className={styles.title}>{t('recovery.title')}</h1>
        <div className={styles.language}>
          <LanguageSwitch />
        </div>
      </header>
      <Banner tone="seal" isAlert>
        {describe(error)}
      </Banner>
      <Section title={t('recovery.safe')}>{facts && <SafeFacts {...facts} />}</Section>
      <Section title={t('recovery.todo')}>
        {isRestoring ? (
          <div className={styles.restore}>
            <RestorePanel
              onLeave={() => {
                setIsRestoring(false);
              }}
            />
          </div>
        ) : (
          <div className={styles.buttons}>
            <Button
              kind="primary"
              onPress={() => {
                location.reload();
              }}
            >
              {t('ui.retry')}
            </Button>
            <Button
              onPress={() => {
                setIsRestoring(true);
              }}
            >
              {t('restore.title')}
            </Button>
            <Button
              kind="quiet"
              onPress={() => {
                callMain('app/quit', {}).catch(reportFailure);
              }}
            >
              {t('recovery.quit')}
            </Button>
          </div>
        )}
      </Section>
    </main>
  );
}
