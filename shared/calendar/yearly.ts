import type { YearlyDate } from '../domain/customer/customer.ts';
import { civilOf, daysInMonth, epochDayOf, type EpochDay } from './day.ts';
import { lastDayOfLunarYear, lunarMonth, lunarOf } from './lunar.ts';

/**
 * The day of a yearly date in one year of its own calendar; undefined outside the lunar table.
 * A day that the month lacks moves to its last day: 29 February → 28th, 三十 → 廿九. A birthday in a leap
 * month is kept in the regular month of the same number, every year alike.
 */
function dayInYear(date: YearlyDate, year: number): EpochDay | undefined {
  if (date.calendar === 'solar') {
    return epochDayOf(year, date.month, Math.min(date.day, daysInMonth(year, date.month)));
  }
  if (date.lastDay) return lastDayOfLunarYear(year);
  const month = lunarMonth(year, date.month, false);
  return month && month.start + Math.min(date.day, month.days) - 1;
}

/** Years of the date's own calendar that can fall on a day: the lunar year begins in January or February. */
function yearAt(date: YearlyDate, day: EpochDay): number {
  const year = civilOf(day).year;
  return date.calendar === 'solar' ? year : (lunarOf(day)?.year ?? year);
}

/**
 * The days on which a yearly date (birthday, anniversary) falls from `from` to `to`, both included, in order.
 * Exactly one per year of its calendar, so a lunar date may fall twice in a solar year or not at all.
 */
export function occurrences(date: YearlyDate, from: EpochDay, to: EpochDay): EpochDay[] {
  const days: EpochDay[] = [];
  for (let year = yearAt(date, from); year <= yearAt(date, to); year++) {
    const day = dayInYear(date, year);
    if (day !== undefined && day >= from && day <= to) days.push(day);
  }
  return days;
}

/** The first occurrence on or after a day. */
export function nextOccurrence(date: YearlyDate, from: EpochDay): EpochDay | undefined {
  return occurrences(date, from, from + 800)[0];
}

/** The next so many days on which a yearly date falls, the first on or after `from`; fewer at the end of the lunar table. */
export function nextOccurrences(date: YearlyDate, from: EpochDay, count: number): EpochDay[] {
  const days: EpochDay[] = [];
  for (let day = nextOccurrence(date, from); day !== undefined && days.length < count; ) {
    days.push(day);
    day = nextOccurrence(date, day + 1);
  }
  return days;
}

/** How many years are completed on an occurrence, counted in the date's own calendar; undefined without a year of birth. */
export function turnsOn(date: YearlyDate, occurrence: EpochDay): number | undefined {
  if (date.year === undefined) return undefined;
  const turns = yearAt(date, occurrence) - date.year;
  return turns >= 0 ? turns : undefined;
}
