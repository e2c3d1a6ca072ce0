import { ArchiveRestore } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Currency } from '#shared/money/currency.ts';
import { CurrencyPick, useLikelyCurrency } from '../../display/currency-pick.tsx';
import { useT } from '../../platform/language.tsx';
import { navigate, type Target } from '../../state/navigation.ts';
import { refreshInfo } from '../../state/session.ts';
import { Button } from '../../ui/actions/button.tsx';
import { LanguageSwitch } from '../language-switch.tsx';
import { RestorePanel } from '../restore/restore-panel.tsx';
import { Seal } from '../seal.tsx';
import { openArchive } from '../session/session.ts';
import type { Created } from './created.ts';
import { DoorChoice, type Door } from './door-choice.tsx';
import styles from './first-run.module.css';
import { PaperKeyStep } from './paper-key-step.tsx';
import { PassphraseStep } from './passphrase-step.tsx';

/** Where each door leads once the archive is open. */
const targets: Record<Door, Target> = {
  import: { screen: 'data', intent: 'import' },
  practice: { screen: 'data', intent: 'practice' },
  'first-customer': { screen: 'customers', intent: 'new' },
};

/** The first page: how to start on the left, how to lock it on the right; nothing else to understand. */
export function FirstRun() {
  const t = useT();
  const [door, setDoor] = useState<Door>('import');
  const [created, setCreated] = useState<Created | null>(null);
  const [isRestoring, setIsRestoring] = useState(false);
  const likely = useLikelyCurrency();
  const [chosen, setChosen] = useState<Currency | null>(null);
  const currency = chosen ?? likely;
  useEffect(() => {
    document.title = t('app.name');
  }, [t]);

  const enter = async (): Promise<void> => {
    if (!created) return;
    await refreshInfo();
    navigate(targets[door]);
    await openArchive(created.opened, currency);
  };

  return (
    <main className={styles.page}>
      <header className={styles.header}>
        <Seal />
        <div>
          <h1 className={styles.title}>
            {t('app.name')} <span>{t('first.title')}</span>
          </h1>
          <p className={styles.promise}>{t('first.promise')}</p>
        </div>
        <div className={styles.language}>
          <LanguageSwitch />
        </div>
      </header>
      {isRestoring ? (
        <section className={styles.restore} aria-label={t('restore.title')}>
          <h2 className={styles.heading}>{t('restore.title')}</h2>
          <RestorePanel
            onLeave={() => {
              setIsRestoring(false);
            }}
          />
        </section>
      ) : (
        <div className={styles.columns}>
          <section>
            <DoorChoice value={door} onChange={setDoor} />
            <CurrencyPick value={currency} likely={likely} onChange={setChosen} />
            {!created && (
              <Button
                kind="quiet"
                edge="start"
                icon={<ArchiveRestore />}
                onPress={() => {
                  setIsRestoring(true);
                }}
              >
                {t('first.restore')}
              </Button>
            )}
          </section>
          {created ? <PaperKeyStep created={created} onEnter={enter} /> : <PassphraseStep onCreated={setCreated} />}
        </div>
      )}
    </main>
  );
}
