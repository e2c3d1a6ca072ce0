import { useState, type ReactNode } from 'react';
import { AppFailure } from '#shared/errors/app-error.ts';
import { languages } from '#shared/i18n/catalogue.ts';
import type { Preferences } from '#shared/ipc/contract.ts';
import { settingsQuestion } from '../../display/archive-settings.ts';
import type { Question } from '../../engine/client/question.ts';
import { useQuestion } from '../../engine/client/use-engine-query.ts';
import { useDescribeError, useT } from '../../platform/language.tsx';
import { changePreferences, usePreferences } from '../../state/preferences.ts';
import { useSession } from '../../state/session.ts';
import { Banner } from '../../ui/feedback/banner.tsx';
import { SegmentedControl } from '../../ui/fields/segmented-control.tsx';
import { Select } from '../../ui/fields/select.tsx';
import { Section } from '../../ui/layout/section.tsx';
import { CheckDaysForm } from './check-days-form.tsx';
import { CurrencyForm } from './currency-form.tsx';
import { NewCustomerKeys } from './new-customer-keys.tsx';
import styles from './settings.module.css';
import { ShopForm } from './shop-form.tsx';

/** Each language by its own name, so that nobody has to read another one to find it. */
const languageNames = { 'zh-CN': '中文', en: 'English' } as const;
const themes = ['system', 'light', 'dark'] as const satisfies readonly Preferences['theme'][];
const densities = ['compact', 'normal', 'roomy'] as const satisfies readonly Preferences['density'][];
const textSizes = [90, 100, 110, 125, 150];
const lockMinutes = [0, 1, 5, 10, 30, 60];

/** What these ask first. */
export const generalQuestions: readonly Question[] = [settingsQuestion];

/** What concerns Kebu on this computer: its look, when it locks, whose it is. */
export function GeneralSettings() {
  const t = useT();
  const describe = useDescribeError();
  const preferences = usePreferences();
  const info = useSession((state) => state.info);
  const { data: stored } = useQuestion(settingsQuestion);
  const [problem, setProblem] = useState<string | null>(null);

  const change = async (patch: Partial<Preferences>) => {
    setProblem(null);
    try {
      await changePreferences(patch);
    } catch (error) {
      setProblem(error instanceof AppFailure ? describe(error.error) : t('settings.failed'));
    }
  };
  return (
    <>
      {problem !== null && (
        <Banner tone="seal" isAlert>
          {problem}
        </Banner>
      )}
      <Section title={t('settings.look')}>
        <div className={styles.rows}>
          <Row label={t('settings.language')}>
            <SegmentedControl
              label={t('settings.language')}
              value={preferences.language}
              onChange={(language) => void change({ language })}
              segments={languages.map((id) => ({ id, label: languageNames[id] }))}
            />
          </Row>
          <Row label={t('settings.theme')}>
            <SegmentedControl
              label={t('settings.theme')}
              value={preferences.theme}
              onChange={(theme) => void change({ theme })}
              segments={themes.map((id) => ({ id, label: t(`settings.theme.${id}`) }))}
            />
          </Row>
          <Row label={t('settings.textSize')}>
            <SegmentedControl
              label={t('settings.textSize')}
              value={String(preferences.textSizePercent)}
              onChange={(size) => void change({ textSizePercent: Number(size) })}
              segments={textSizes.map((size) => ({ id: String(size), label: `${String(size)}%` }))}
            />
          </Row>
          <Row label={t('settings.density')}>
            <SegmentedControl
              label={t('settings.density')}
              value={preferences.density}
              onChange={(density) => void change({ density })}
              segments={densities.map((id) => ({ id, label: t(`settings.density.${id}`) }))}
            />
          </Row>
        </div>
      </Section>
      {stored && <ShopForm stored={stored[0]} />}
      <CurrencyForm />
      <Section title={t('settings.lock')}>
        <div className={styles.rows}>
          <Row label={t('settings.autoLock')}>
            <Select
              label={t('settings.autoLock')}
              isLabelHidden
              value={String(preferences.autoLockMinutes)}
              onChange={(minutes) => void change({ autoLockMinutes: Number(minutes) })}
              options={lockMinutes.map((minutes) => ({
                id: String(minutes),
                label: minutes === 0 ? t('settings.autoLock.never') : t('settings.autoLock.minutes', { minutes }),
              }))}
            />
          </Row>
        </div>
      </Section>
      <Section title={t('settings.newKeys')} intro={t('settings.newKeys.intro')}>
        <NewCustomerKeys />
      </Section>
      {stored && <CheckDaysForm key={`checks-${String(stored[0]?.version ?? 0)}`} stored={stored[0]} />}
      <Section title={t('settings.about')}>
        <p>{t('settings.version', { version: info?.version ?? '' })}</p>
        <p className={styles.quiet}>{t('settings.offline')}</p>
        {info?.standIn === true && <p className={styles.quiet}>{t('settings.standIn')}</p>}
      </Section>
    </>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <span className={styles.label}>{label}</span>
      {children}
    </div>
  );
}
