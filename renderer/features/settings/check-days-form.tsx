import { useState } from 'react';
import { classesByDimension } from '#shared/domain/class-scheme/class-scheme.ts';
import { checkDaysOf, defaultCheckDays, type CheckDays } from '#shared/domain/settings/check-days.ts';
import type { Settings } from '#shared/domain/settings/settings.ts';
import { useEditSettings } from '../../display/archive-settings.ts';
import { useClassWord } from '../../display/class-word.tsx';
import { useT } from '../../platform/language.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { NumberField } from '../../ui/fields/number-field.tsx';
import { Section } from '../../ui/layout/section.tsx';
import styles from './settings.module.css';

const values = classesByDimension.value;

function isSame(a: CheckDays, b: CheckDays): boolean {
  return values.every((value) => a[value] === b[value]);
}

/** How often the details of the customers of each value class are to be checked. */
export function CheckDaysForm({ stored }: { stored: Settings | undefined }) {
  const t = useT();
  const word = useClassWord();
  const editSettings = useEditSettings();
  const current = checkDaysOf(stored);
  const [days, setDays] = useState(current);
  const save = () => editSettings(() => ({ checkDays: days }), t('settings.checksSaved'));
  return (
    <Section title={t('settings.checks')} intro={t('settings.checksHint')}>
      <div className={styles.tiers}>
        {values.map((value) => (
          <NumberField
            key={value}
            label={word('value', value)}
            unit={t('settings.checkUnit')}
            placeholder={t('settings.checksNever')}
            minValue={0}
            maxValue={3650}
            value={days[value] === 0 ? Number.NaN : days[value]}
            onChange={(next) => {
              setDays({ ...days, [value]: next === null || Number.isNaN(next) ? 0 : Math.round(next) });
            }}
          />
        ))}
      </div>
      <div className={styles.buttons}>
        {!isSame(days, defaultCheckDays) && (
          <Button
            onPress={() => {
              setDays(defaultCheckDays);
            }}
          >
            {t('classes.resetRules')}
          </Button>
        )}
        <Button isDisabled={isSame(days, current)} onPress={() => void save()}>
          {t('ui.save')}
        </Button>
      </div>
    </Section>
  );
}
