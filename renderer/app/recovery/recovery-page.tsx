import { useEffect, useState, type ReactNode } from 'react';
import { reportFailure } from '../../display/report-failure.ts';
import { useT } from '../../platform/language.tsx';
import { callMain } from '../../platform/main-api.ts';
import { Button } from '../../ui/actions/button.tsx';
import { Banner } from '../../ui/feedback/banner.tsx';
import { Section } from '../../ui/layout/section.tsx';
import { LanguageSwitch } from '../language-switch.tsx';
import { SaveJournal } from './save-journal.tsx';
import { RestorePanel } from '../restore/restore-panel.tsx';
import { Seal } from '../seal.tsx';
import styles from './recovery-screen.module.css';

interface RecoveryPageProps {
  title: string;
  /** What happened. */
  cause: string;
  /** What is safe. */
  facts: ReactNode;
  /** What can be done besides restoring and leaving: before them, and between them. */
  first: ReactNode;
  more?: ReactNode;
  /** Nothing else helps. */
  isRestoreBest?: boolean;
  /** Unless that is what comes first. */
  canQuit?: boolean;
}

/** What happened, what is safe, what to do; nothing is changed before a button is pressed. */
export function RecoveryPage({
  title,
  cause,
  facts,
  first,
  more,
  isRestoreBest = false,
  canQuit = true,
}: RecoveryPageProps) {
  const t = useT();
  const [isRestoring, setIsRestoring] = useState(false);
  useEffect(() => {
    document.title = t('app.name');
  }, [t]);
  return (
    <main className={styles.page}>
      <header className={styles.header}>
        <Seal />
        <h1 className={styles.title}>{title}</h1>
        <div className={styles.language}>
          <LanguageSwitch />
        </div>
      </header>
      <Banner tone="seal" isAlert>
        {cause}
      </Banner>
      <Section title={t('recovery.safe')}>{facts}</Section>
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
            {first}
            <Button
              kind={isRestoreBest ? 'primary' : 'normal'}
              onPress={() => {
                setIsRestoring(true);
              }}
            >
              {t('restore.title')}
            </Button>
            {more}
            <SaveJournal />
            {canQuit && (
              <Button
                kind="quiet"
                onPress={() => {
                  callMain('app/quit', {}).catch(reportFailure);
                }}
              >
                {t('recovery.quit')}
              </Button>
            )}
          </div>
        )}
      </Section>
    </main>
  );
}
