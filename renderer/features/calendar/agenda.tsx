import { useRef, useState } from 'react';
import type { LocalDate } from '#shared/domain/record.ts';
import { formatDayAndWeekday } from '#shared/i18n/format.ts';
import type { CalendarDay } from '../../engine/api.ts';
import { useToday } from '../../platform/clock.ts';
import { useLanguage, useT } from '../../platform/language.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { scrollToTop } from '../../ui/layout/scroll-to.ts';
import { AgendaMonths } from './agenda-months.tsx';
import { BesideColumn, SideColumn } from '../../ui/layout/side-column.tsx';
import styles from './calendar.module.css';
import { useDayFacts } from './day-facts.ts';
import { DayItems, DayItemsNearView } from './day-items.tsx';
import { daysAtFirst } from './days-at-first.ts';

/** What comes, day by day, and beside it how much each day holds. */
export function Agenda({ days }: { days: readonly CalendarDay[] }) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const factsOf = useDayFacts();
  const [day, setDay] = useState<LocalDate>(today);
  const list = useRef<HTMLDivElement>(null);
  const busy = days.filter(({ items }) => items.length > 0);
  const show = (wanted: LocalDate) => {
    setDay(wanted);
    const shown = busy.find((candidate) => candidate.day >= wanted) ?? busy.at(-1);
    const section = list.current?.querySelector(`[data-day="${shown?.day ?? ''}"]`);
    if (section) scrollToTop(section);
  };
  // Fixed when the agenda is opened: a day that was drawn is not taken away when something is done above it.
  const [drawn] = useState(() => daysAtFirst(busy));
  if (busy.length === 0) return <EmptyState title={t('calendar.noAgenda')} />;
  return (
    <BesideColumn
      column={
        <SideColumn label={t('calendar.load')}>
          <AgendaMonths days={days} day={day} onChange={show} />
        </SideColumn>
      }
    >
      <div className={styles.agenda} ref={list}>
        {busy.map((each, at) => {
          const title = formatDayAndWeekday(language, each.day, today);
          const { lunar, term, holiday } = factsOf(each.day);
          return (
            <section key={each.day} data-day={each.day} className={styles.agendaDay} aria-label={title}>
              <header className={styles.agendaHead}>
                <h2 data-today={each.day === today}>{title}</h2>
                <p className={styles.panelLunar}>{[lunar, term, holiday].filter(Boolean).join(' · ')}</p>
              </header>
              {at < drawn ? <DayItems day={each} /> : <DayItemsNearView day={each} />}
            </section>
          );
        })}
      </div>
    </BesideColumn>
  );
}
