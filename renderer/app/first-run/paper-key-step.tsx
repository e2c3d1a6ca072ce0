import { Printer } from 'lucide-react';
import { PaperKeyFields, usePaperKeyCheck } from '../../display/paper-key-check.tsx';
import { PaperKeySheet } from '../../display/paper-key-sheet.tsx';
import { useT } from '../../platform/language.tsx';
import { Button } from '../../ui/actions/button.tsx';
import type { Created } from './created.ts';
import styles from './steps.module.css';

export interface PaperKeyStepProps {
  created: Created;
  onEnter: () => Promise<void>;
}

/** Shows the paper key once and asks for two of its groups, read from the paper. */
export function PaperKeyStep({ created, onEnter }: PaperKeyStepProps) {
  const t = useT();
  const check = usePaperKeyCheck(created.paperKey);
  const confirm = async (): Promise<void> => {
    if (await check.confirm()) await onEnter();
  };
  return (
    <section className={styles.step}>
      <h2 className={styles.heading}>{t('first.paperKey')}</h2>
      <p className={styles.muted}>{t('first.paperKeyIntro')}</p>
      <PaperKeySheet paperKey={created.paperKey} />
      <p>{t('first.confirm')}</p>
      <PaperKeyFields check={check} onEnter={() => void confirm()} />
      <div className={styles.buttons}>
        <Button kind="primary" size="large" isDisabled={!check.isReady} onPress={() => void confirm()}>
          {t('first.finish')}
        </Button>
        <Button
          icon={<Printer />}
          onPress={() => {
            window.print();
          }}
        >
          {t('paper.print')}
        </Button>
        <Button kind="quiet" onPress={() => void onEnter()}>
          {t('first.later')}
        </Button>
      </div>
    </section>
  );
}
