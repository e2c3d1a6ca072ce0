import { addDays, epochDayOf, fromEpochDay, isoWeekday, toEpochDay } from '#shared/calendar/day.ts';
import type { LocalDate } from '#shared/domain/record.ts';

/** The six weeks that show a month, Monday first. */
export function monthGrid(day: LocalDate): { from: LocalDate; to: LocalDate } {
  const first = toEpochDay(`${day.slice(0, 7)}-01`);
  const from = first - (isoWeekday(first) - 1);
  return { from: fromEpochDay(from), to: fromEpochDay(from + 41) };
}

/** Days of one stretch in weeks from Monday; the places before the first of them and after the last are empty. */
export function weeksOf<T extends { day: LocalDate }>(days: readonly T[]): (T | null)[][] {
  const weeks: (T | null)[][] = [];
  for (const day of days) {
    const weekday = isoWeekday(toEpochDay(day.day));
    if (weekday === 1 || weeks.length === 0) weeks.push(Array.from({ length: 7 }, () => null));
    weeks.at(-1)?.splice(weekday - 1, 1, day);
  }
  return weeks;
}

/** The same day some months on; the last day of a shorter month. */
export function addMonths(day: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(index / 12), month: (index % 12) + 1 };
  const lastDay = epochDayOf(target.month === 12 ? target.year + 1 : target.year, (target.month % 12) + 1, 1) - 1;
  return fromEpochDay(Math.min(lastDay, epochDayOf(target.year, target.month, 1) + date - 1));
}

/** Where a key moves the chosen day; `null` for any other key. */
export function selectDayMove(key: string, day: LocalDate): LocalDate | null {
  const weekday = isoWeekday(toEpochDay(day));
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'Home':
      return addDays(day, 1 - weekday);
    case 'End':
      return addDays(day, 7 - weekday);
    case 'PageUp':
      return addMonths(day, -1);
    case 'PageDown':
      return addMonths(day, 1);
    default:
      return null;
  }
}
