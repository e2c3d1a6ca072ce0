import { useState } from 'react';
import { lunarText } from '#shared/calendar/lunar-label.ts';
import { daysBetween, formatDayAndWeekday, formatDue } from '#shared/i18n/format.ts';
import type { TodayView } from '../../engine/api.ts';
import { useLanguage, useT } from '../../platform/language.tsx';
import { navigate } from '../../state/navigation.ts';
import { NearView } from '../../ui/layout/near-view.tsx';
import { SideColumn, SideTitle } from '../../ui/layout/side-column.tsx';
import styles from './today.module.css';

/** As many as a tall window shows; more are drawn as the list is scrolled. */
const firstRows = 20;
const rowsMore = 12;

/** Birthdays in both calendars and what was done. */
export function TodaySide({ view }: { view: TodayView }) {
  const t = useT();
  const language = useLanguage();
  const [rows, setRows] = useState(firstRows);
  return (
    <SideColumn label={t('today.birthdays')}>
      <SideTitle>{t('today.birthdays')}</SideTitle>
      {view.birthdays.length === 0 && <p className={styles.muted}>{t('today.noBirthdays')}</p>}
      <ul className={styles.sideList}>
        {view.birthdays.slice(0, rows).map(({ customer, label, date, on, turns }) => (
          <li key={`${customer.id}-${label}-${on}`}>
            <button
              type="button"
              className={styles.sideButton}
              onClick={() => {
                navigate({ screen: 'customers', customerId: customer.id });
              }}
            >
              <span>
                {customer.name}{' '}
                {[
                  label,
                  date.calendar === 'lunar' ? t('time.lunar', { date: lunarText(date, language) }) : '',
                  turns === undefined ? '' : t('today.turns', { age: turns }),
                ]
                  .filter(Boolean)
                  .map((part, at, parts) => (
                    <span key={part} className={styles.sideDetail}>
                      {at < parts.length - 1 ? `${part} · ` : part}
                    </span>
                  ))}
              </span>
              <span className={styles.sideDay} data-today={on === view.today}>
                {daysBetween(view.today, on) < 2
                  ? formatDue(language, on, view.today)
                  : formatDayAndWeekday(language, on, view.today)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {view.birthdays.length > rows && (
        <NearView
          key={rows}
          onNear={() => {
            setRows(rows + rowsMore);
          }}
        />
      )}
      {view.checksDue > 0 && (
        <>
          <SideTitle>{t('today.checks')}</SideTitle>
          <button
            type="button"
            className={styles.sideButton}
            onClick={() => {
              navigate({ screen: 'check-up' });
            }}
          >
            <span>{t('today.checksDue', { count: view.checksDue })}</span>
            <span className={styles.sideDay} data-today>
              {t('today.checksStart')}
            </span>
          </button>
        </>
      )}
      <SideTitle>{t('today.finished')}</SideTitle>
      <p className={styles.finished}>
        <span>{t('today.finishedCounts', { today: view.doneToday, week: view.doneThisWeek })}</span>
        {view.onTimePercent !== null && view.doneThisWeek > 0 && (
          <span className={styles.good}>{t('today.onTime', { percent: view.onTimePercent })}</span>
        )}
      </p>
    </SideColumn>
  );
}
