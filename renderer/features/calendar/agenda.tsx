import { formatDay, formatDayAndWeekday } from '#shared/i18n/format.ts';
import type { CalendarDay } from '../../engine/api.ts';
import { useToday } from '../../platform/clock.ts';
import { useLanguage, useT } from '../../platform/language.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import styles from './calendar.module.css';
import { useDayFacts } from './day-facts.ts';
import { DayItems } from './day-items.tsx';

/** What comes, day by day. */
export function Agenda({ days }: { days: readonly CalendarDay[] }) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const factsOf = useDayFacts();
  const sayFacts = (day: string) => [factsOf(day).lunar, factsOf(day).holiday].filter(Boolean).join(' · ');
  const busy = days.filter((day) => day.items.length > 0);
  if (busy.length === 0) return <EmptyState title={t('calendar.noAgenda')} />;
  return (
    <>
      {busy.map((day) => (
        <section key={day.day} className={styles.agendaDay} aria-label={formatDay(language, day.day, today)}>
          <h2 className={styles.agendaHead}>
            {formatDayAndWeekday(language, day.day, today)}
            <span className={styles.panelLunar}>{sayFacts(day.day)}</span>
          </h2>
          <DayItems items={day.items} />
        </section>
      ))}
    </>
  );
}
