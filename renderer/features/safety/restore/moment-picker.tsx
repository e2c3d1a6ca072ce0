import { History } from 'lucide-react';
import { useState } from 'react';
import type { Moment } from '../../../engine/api.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { PressButton } from '../../../ui/actions/press-button.tsx';
import { DateField } from '../../../ui/fields/date-field.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { InstantText } from '../../../ui/text/date-text.tsx';
import { useKit } from '../../../ui/theme/kit-provider.tsx';
import styles from './restore-dialog.module.css';

const listed = 6;

/** A day and a time of the wall clock, or a change of the list. */
export function MomentPicker({ onPick }: { onPick: (moment: Moment) => void }) {
  const t = useT();
  const { formats } = useKit();
  const [day, setDay] = useState<string | null>(null);
  const [time, setTime] = useState('17:00');
  const earliest = useEngineQuery('earliestMoment', (engine) => engine.earliestMoment());
  const changes = useEngineQuery(`history:${String(listed)}`, (engine) => engine.history(listed));
  const at = day === null ? null : instantOf(day, time);
  const isTime = /^([01]?\d|2[0-3])[:：][0-5]\d$/.test(time);
  return (
    <section className={styles.moment}>
      <h3 className={styles.heading}>{t('trust.moment')}</h3>
      {earliest.data ? (
        <>
          <p className={styles.muted}>{t('trust.moment.intro', { when: formats.instant(earliest.data) })}</p>
          <div className={styles.momentFields}>
            <DateField label={t('trust.moment.day')} value={day} onChange={setDay} />
            <TextField
              label={t('trust.moment.time')}
              value={time}
              onChange={setTime}
              {...(isTime ? {} : { error: t('trust.moment.badTime') })}
            />
            <Button
              icon={<History />}
              isDisabled={at === null}
              onPress={() => {
                if (at !== null) onPick({ at });
              }}
            >
              {t('trust.moment.show')}
            </Button>
          </div>
          <p className={styles.muted}>{t('trust.moment.after')}</p>
          <ul className={styles.known}>
            {(changes.data ?? []).map(({ changeSetId, at: changedAt, reason, customer, seq }) => (
              <li key={changeSetId}>
                <PressButton
                  className={styles.choice}
                  onPress={() => {
                    onPick({ seq });
                  }}
                >
                  <InstantText at={changedAt} />
                  <span className={styles.muted}>{customer?.name ?? ''}</span>
                  <span className={styles.number}>{t(`reason.${reason}`)}</span>
                </PressButton>
              </li>
            ))}
          </ul>
        </>
      ) : (
        earliest.data === null && <p className={styles.muted}>{t('trust.moment.none')}</p>
      )}
    </section>
  );
}

/** UTC of the last millisecond of a minute as the wall clock here shows it; `null` for what is no time. */
function instantOf(day: string, time: string): string | null {
  const [hour = '', minute = ''] = time.split(/[:：]/);
  const moment = new Date(`${day}T${hour.padStart(2, '0')}:${minute}:59.999`);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}
