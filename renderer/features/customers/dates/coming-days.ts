import { fromEpochDay, toEpochDay } from '#shared/calendar/day.ts';
import { nextOccurrences } from '#shared/calendar/yearly.ts';
import type { LocalDate } from '#shared/domain/record.ts';
import type { YearlyDate } from '#shared/domain/customer/customer.ts';
import type { Language } from '#shared/i18n/catalogue.ts';
import { formatDay } from '#shared/i18n/format.ts';

/** When the day comes next; of a lunar one also the time after, since it falls on another solar day each year. */
export function comingDays(language: Language, date: YearlyDate, today: LocalDate): string[] {
  return nextOccurrences(date, toEpochDay(today), date.calendar === 'lunar' ? 2 : 1).map((day) =>
    formatDay(language, fromEpochDay(day), today),
  );
}
