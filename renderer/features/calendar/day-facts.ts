import { toEpochDay, type EpochDay } from '#shared/calendar/day.ts';
import { lunarOf } from '#shared/calendar/lunar.ts';
import { lunarDayName, lunarLabel } from '#shared/calendar/lunar-label.ts';
import { solarTermOf } from '#shared/calendar/solar-terms.ts';
import type { LocalDate } from '#shared/domain/record.ts';
import type { Language } from '#shared/i18n/catalogue.ts';
import { useLanguage, useT } from '../../platform/language.tsx';
import { workCalendar } from '../../platform/work-calendar.ts';

export interface DayFacts {
  lunar: string;
  /** As a month sheet says it: the day alone, the month on its first day; in English only there, or it would be taken for a date. */
  lunarShort: string;
  /** Empty when the day is no solar term. */
  term: string;
  /** Empty on ordinary days and weekends. */
  holiday: string;
  /** What the official schedule makes of the day. */
  mark: 'off' | 'makeup' | null;
}

function shortLunar(day: EpochDay, language: Language, lunar: string): string {
  const date = lunarOf(day);
  if (language !== 'zh-CN') return date?.day === 1 ? lunar : '';
  return !date || date.day === 1 ? lunarLabel(day, language) : lunarDayName(date.day);
}

/** What both calendars say of a day. */
export function useDayFacts(): (day: LocalDate) => DayFacts {
  const t = useT();
  const language = useLanguage();
  return (day) => {
    const epochDay = toEpochDay(day);
    const term = solarTermOf(epochDay);
    const holiday = workCalendar.holidayOf(epochDay);
    const lunar = t('time.lunar', { date: lunarLabel(epochDay, language) });
    return {
      lunar,
      lunarShort: shortLunar(epochDay, language, lunar),
      term: term ? t(`term.${term}`) : '',
      holiday: holiday ? t(`holiday.${holiday.name}`) : '',
      mark: holiday ? (holiday.off ? 'off' : 'makeup') : null,
    };
  };
}
