import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { addDays } from '#shared/calendar/day.ts';
import type { LocalDate } from '#shared/domain/record.ts';
import { formatMonth } from '#shared/i18n/format.ts';
import type { CalendarDay } from '../../engine/api.ts';
import type { Question } from '../../engine/client/question.ts';
import { useEngineQuery } from '../../engine/client/use-engine-query.ts';
import { useToday } from '../../platform/clock.ts';
import { useLanguage, useT } from '../../platform/language.tsx';
import { workCalendar } from '../../platform/work-calendar.ts';
import { useArrival } from '../../state/navigation.ts';
import { Button } from '../../ui/actions/button.tsx';
import { IconButton } from '../../ui/actions/icon-button.tsx';
import { Banner } from '../../ui/feedback/banner.tsx';
import { SegmentedControl } from '../../ui/fields/segmented-control.tsx';
import { BesideColumn } from '../../ui/layout/side-column.tsx';
import { Screen } from '../../ui/layout/screen.tsx';
import { Agenda } from './agenda.tsx';
import styles from './calendar.module.css';
import { DayPanel } from './day-panel.tsx';
import { addMonths, monthGrid } from './month.ts';
import { MonthGrid } from './month-grid.tsx';

const agendaDays = 60;

function daysQuestion({ from, to }: { from: LocalDate; to: LocalDate }): Question<CalendarDay[]> {
  return { key: `calendar:${from}:${to}`, ask: (engine) => engine.calendar(from, to) };
}

/** What this screen asks first. */
export const calendarQuestions = (today: LocalDate): Question[] => [daysQuestion(monthGrid(today))];

/** Follow-ups, birthdays and contacts by day, with the lunar calendar and the official days off. */
export function CalendarScreen() {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const [view, setView] = useState<'month' | 'agenda'>('month');
  const [wantsFocus, setWantsFocus] = useState(false);
  const [day, setDay] = useState<LocalDate>(today);

  useArrival('calendar', (target) => {
    if (target.day) setDay(target.day);
  });

  const range = view === 'month' ? monthGrid(day) : { from: today, to: addDays(today, agendaDays) };
  const { key, ask } = daysQuestion(range);
  const { data: days } = useEngineQuery(key, ask, { keepsPrevious: true });
  const chosen = days?.find((candidate) => candidate.day === day);
  const isUnofficial = !workCalendar.official(Number(day.slice(0, 4)));

  return (
    <Screen
      title={t('calendar.title')}
      aside={view === 'month' ? formatMonth(language, day) : undefined}
      actions={
        <>
          {view === 'month' && (
            <>
              <IconButton
                label={t('calendar.previous')}
                icon={<ChevronLeft />}
                onPress={() => {
                  setDay(addMonths(day, -1));
                }}
              />
              <Button
                onPress={() => {
                  setDay(today);
                }}
              >
                {t('calendar.today')}
              </Button>
              <IconButton
                label={t('calendar.next')}
                icon={<ChevronRight />}
                onPress={() => {
                  setDay(addMonths(day, 1));
                }}
              />
            </>
          )}
          <SegmentedControl
            label={t('calendar.view')}
            value={view}
            onChange={setView}
            segments={[
              { id: 'month', label: t('calendar.month') },
              { id: 'agenda', label: t('calendar.agenda') },
            ]}
          />
        </>
      }
    >
      {view === 'agenda' ? (
        days && <Agenda days={days} />
      ) : (
        <BesideColumn column={chosen && <DayPanel day={chosen} />}>
          <div className={styles.main}>
            {isUnofficial && <Banner tone="info" title={t('calendar.unofficial', { year: day.slice(0, 4) })} />}
            {days && (
              <MonthGrid days={days} day={day} onChange={setDay} wantsFocus={wantsFocus} onWantFocus={setWantsFocus} />
            )}
          </div>
        </BesideColumn>
      )}
    </Screen>
  );
}
