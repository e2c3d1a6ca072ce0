import { Printer } from 'lucide-react';
import { useState } from 'react';
import { groupsOfPaperKey } from '#shared/crypto/paper-key.ts';
import { AppFailure } from '#shared/errors/app-error.ts';
import { formatDay } from '#shared/i18n/format.ts';
import { toAppError } from '../../display/report-failure.ts';
import { useToday } from '../../platform/clock.ts';
import { useDescribeError, useLanguage, useT } from '../../platform/language.tsx';
import { callMain } from '../../platform/main-api.ts';
import { Button } from '../../ui/actions/button.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { PaperKey } from '../../ui/paper/paper-key.tsx';
import { chooseTwo } from './choose-two.ts';
import type { Created } from './first-run.tsx';
import styles from './steps.module.css';

export interface PaperKeyStepProps {
  created: Created;
  onEnter: (isConfirmed: boolean) => Promise<void>;
}

/** Shows the paper key once and asks for two of its groups, read from the paper. */
export function PaperKeyStep({ created, onEnter }: PaperKeyStepProps) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const describe = useDescribeError();
  const groups = groupsOfPaperKey(created.paperKey);
  // The last group may be shorter and easier; it is not asked for.
  const [asked] = useState(() => chooseTwo(groups.length - 1, crypto.getRandomValues(new Uint32Array(2))));
  const [typed, setTyped] = useState<readonly [string, string]>(['', '']);
  const [error, setError] = useState<{ at: number; sentence: string } | null>(null);

  const confirm = async (): Promise<void> => {
    setError(null);
    try {
      await callMain('keys/confirm-paper-key', {
        groups: asked.map((index, at) => ({ index, text: typed[at] ?? '' })),
      });
      await onEnter(true);
    } catch (caught) {
      const group = caught instanceof AppFailure ? caught.error.data?.['group'] : undefined;
      setError({ at: group === asked[1] + 1 ? 1 : 0, sentence: describe(toAppError(caught)) });
    }
  };
  const isReady = typed.every((text) => text.trim() !== '');
  return (
    <section className={styles.step}>
      <h2 className={styles.heading}>{t('first.paperKey')}</h2>
      <p className={styles.muted}>{t('first.paperKeyIntro')}</p>
      <div className={styles.paper}>
        <PaperKey
          text={created.paperKey}
          groups={groups}
          qrLabel={t('paper.qr')}
          sheet={{
            title: t('paper.title'),
            instructions: t('paper.instructions'),
            footer: t('paper.made', { date: formatDay(language, today, '0000-01-01') }),
          }}
        />
      </div>
      <p>{t('first.confirm')}</p>
      <div className={styles.pair}>
        {asked.map((index, at) => (
          <TextField
            key={index}
            label={t('first.group', { index: index + 1 })}
            value={typed[at] ?? ''}
            onChange={(text) => {
              setTyped(at === 0 ? [text, typed[1]] : [typed[0], text]);
            }}
            onEnter={() => void confirm()}
            error={error?.at === at ? error.sentence : undefined}
            maxLength={8}
            autoComplete="off"
            spellCheck="false"
          />
        ))}
      </div>
      <div className={styles.buttons}>
        <Button kind="primary" size="large" isDisabled={!isReady} onPress={() => void confirm()}>
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
        <Button kind="quiet" onPress={() => void onEnter(false)}>
          {t('first.later')}
        </Button>
      </div>
    </section>
  );
}
