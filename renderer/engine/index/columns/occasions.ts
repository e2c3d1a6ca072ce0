import type { YearlyDate } from '#shared/domain/customer/customer.ts';
import { civilOf, daysInMonth, type EpochDay } from '#shared/calendar/day.ts';
import { lastDayOfLunarYear, lunarMonth, lunarOf } from '#shared/calendar/lunar.ts';
import { occasionKinds } from './column-layout.ts';
import type { Figures } from './figures.ts';
import type { Interner } from './interner.ts';

/** What stands side by side of each occasion in its column. */
export function listsOfOccasions(occasions: Figures['occasions'], labels: Interner): number[][] {
  return [
    occasions.map(({ date }) => packYearlyDate(date)),
    occasions.map(({ label }) => labels.numberOf(label)),
    occasions.map(({ kind }) => occasionKinds.indexOf(kind)),
  ];
}

/** A yearly date in 32 bits: day 5 | month 4 | lunar 1 | leap 1 | last day of the lunar year 1 | year 12, 0 when unknown. */
export function packYearlyDate(date: YearlyDate): number {
  const flags = (date.calendar === 'lunar' ? 1 : 0) | (date.leap ? 2 : 0) | (date.lastDay ? 4 : 0);
  return (date.day | (date.month << 5) | (flags << 9) | ((date.year ?? 0) << 12)) >>> 0;
}

export function unpackYearlyDate(packed: number): YearlyDate {
  const year = packed >>> 12;
  const flags = (packed >>> 9) & 7;
  return {
    calendar: flags & 1 ? 'lunar' : 'solar',
    ...(year ? { year } : {}),
    month: (packed >>> 5) & 15,
    day: packed & 31,
    ...(flags & 2 ? { leap: true } : {}),
    ...(flags & 4 ? { lastDay: true } : {}),
  };
}

/** The bits that decide on which days of a year a date falls. A birthday in a leap month is kept in the regular one. */
const keyMask = 0x3ff;
const keys = keyMask + 2;
const lastDayKey = keyMask + 1;

function keyOf(packed: number): number {
  return packed & (1 << 11) ? lastDayKey : packed & keyMask;
}

/**
 * The days of a span by the dates that fall on them, so that the birthdays of a month among all customers are found in one
 * pass over their packed dates. Agrees with `occurrences` of shared/calendar.
 */
export function createOccasionFinder(from: EpochDay, to: EpochDay): (packed: number) => readonly EpochDay[] {
  const daysOf: EpochDay[][] = Array.from({ length: keys }, () => []);
  const add = (calendar: 0 | 1, month: number, day: number, on: EpochDay) => {
    daysOf[day | (month << 5) | (calendar << 9)]?.push(on);
  };
  for (let on = from; on <= to; on += 1) {
    const { year, month, day } = civilOf(on);
    const last = daysInMonth(year, month);
    add(0, month, day, on);
    // A day that the month lacks is kept on its last one.
    if (day === last) for (let missing = last + 1; missing <= 31; missing += 1) add(0, month, missing, on);
    const lunar = lunarOf(on);
    if (!lunar) continue;
    if (lastDayOfLunarYear(lunar.year) === on) daysOf[lastDayKey]?.push(on);
    if (lunar.leap) continue;
    add(1, lunar.month, lunar.day, on);
    const days = lunarMonth(lunar.year, lunar.month, false)?.days ?? 30;
    if (lunar.day === days) for (let missing = days + 1; missing <= 31; missing += 1) add(1, lunar.month, missing, on);
  }
  return (packed) => daysOf[keyOf(packed)] ?? [];
}
