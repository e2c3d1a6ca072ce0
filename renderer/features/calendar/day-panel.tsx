import { formatDayAndWeekday } from '#shared/i18n/format.ts';
import type { CalendarDay } from '../../engine/api.ts';
import { useToday } from '../../platform/clock.ts';
import { useLanguage, useT } from '../../platform/language.tsx';
import { SideColumn } from '../../ui/layout/side-column.tsx';
import styles from './calendar.module.css';
import { useDayFacts } from './day-facts.ts';
import { DayItems } from './day-items.tsx';

/** The chosen day in full. */
export function DayPanel({ day }: { day: CalendarDay }) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const { lunar, term, holiday } = useDayFacts()(day.day);
  const title = formatDayAndWeekday(language, day.day, today);
  return (
    <SideColumn label={title}>
      <h2 className={styles.panelTitle}>{title}</h2>
      <p className={styles.panelLunar}>{[lunar, term, holiday].filter(Boolean).join(' · ')}</p>
      {day.items.length === 0 ? <p className={styles.panelLunar}>{t('calendar.noItems')}</p> : <DayItems day={day} />}
    </SideColumn>
  );
}
