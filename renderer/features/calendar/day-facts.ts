import { toEpochDay } from '#shared/calendar/day.ts';
import { lunarLabel } from '#shared/calendar/lunar-label.ts';
import { solarTermOf } from '#shared/calendar/solar-terms.ts';
import type { LocalDate } from '#shared/domain/record.ts';
import { useLanguage, useT } from '../../platform/language.tsx';
import { workCalendar } from '../../platform/work-calendar.ts';

export interface DayFacts {
  lunar: string;
  /** Empty when the day is no solar term. */
  term: string;
  /** Empty on ordinary days and weekends. */
  holiday: string;
  /** What the official schedule makes of the day. */
  mark: 'off' | 'makeup' | null;
}

/** What both calendars say of a day. */
export function useDayFacts(): (day: LocalDate) => DayFacts {
  const t = useT();
  const language = useLanguage();
  return (day) => {
    const epochDay = toEpochDay(day);
    const term = solarTermOf(epochDay);
    const holiday = workCalendar.holidayOf(epochDay);
    return {
      lunar: lunarLabel(epochDay, language),
      term: term ? t(`term.${term}`) : '',
      holiday: holiday ? t(`holiday.${holiday.name}`) : '',
      mark: holiday ? (holiday.off ? 'off' : 'makeup') : null,
    };
  };
}
