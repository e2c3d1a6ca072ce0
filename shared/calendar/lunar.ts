import { assert } from '../lib/assert.ts';
import type { EpochDay } from './day.ts';
import { FIRST_LUNAR_DAY, FIRST_LUNAR_YEAR, LUNAR_YEARS } from './lunar-table.ts';

/** A day of the Chinese calendar. `year` is the solar year in which the lunar year began. */
export interface LunarDate {
  year: number;
  /** 1–12; the leap month carries the number of the month before it. */
  month: number;
  leap: boolean;
  day: number;
  /** 29 or 30. */
  monthDays: number;
}

const DIGITS_PER_YEAR = 5;
const MEAN_MONTH_DAYS = 29.530588;

export const LAST_LUNAR_YEAR = FIRST_LUNAR_YEAR + LUNAR_YEARS.length / DIGITS_PER_YEAR - 1;

function yearBits(year: number): number {
  const from = (year - FIRST_LUNAR_YEAR) * DIGITS_PER_YEAR;
  return Number.parseInt(LUNAR_YEARS.slice(from, from + DIGITS_PER_YEAR), 16);
}

/** One entry per month in the order of time; `starts` has one more, the day after the table. */
const starts: number[] = [FIRST_LUNAR_DAY];
const years: number[] = [];
/** Month number, negative for a leap month. */
const months: number[] = [];
const firstMonthOfYear: number[] = [];

for (let year = FIRST_LUNAR_YEAR; year <= LAST_LUNAR_YEAR; year++) {
  const bits = yearBits(year);
  const leapMonth = bits & 0xf;
  firstMonthOfYear.push(years.length);
  const add = (month: number, long: boolean) => {
    starts.push(startOf(starts.length - 1) + (long ? 30 : 29));
    years.push(year);
    months.push(month);
  };
  for (let month = 1; month <= 12; month++) {
    add(month, ((bits >> (month + 4)) & 1) === 1);
    if (month === leapMonth) add(-month, ((bits >> 4) & 1) === 1);
  }
}
firstMonthOfYear.push(years.length);

function entry(list: readonly number[], index: number): number {
  const value = list[index];
  assert(value !== undefined, 'the lunar table covers this month');
  return value;
}

function startOf(index: number): EpochDay {
  return entry(starts, index);
}

export const FIRST_LUNAR_EPOCH_DAY = FIRST_LUNAR_DAY;
export const LAST_LUNAR_EPOCH_DAY = startOf(starts.length - 1) - 1;

/** The Chinese date of a day; undefined outside 1900-01-31 … 2101-01-28, where no official table exists. */
export function lunarOf(day: EpochDay): LunarDate | undefined {
  if (day < FIRST_LUNAR_EPOCH_DAY || day > LAST_LUNAR_EPOCH_DAY) return undefined;
  let index = Math.min(Math.floor((day - FIRST_LUNAR_DAY) / MEAN_MONTH_DAYS), years.length - 1);
  while (startOf(index) > day) index--;
  while (startOf(index + 1) <= day) index++;
  const month = entry(months, index);
  return {
    year: entry(years, index),
    month: Math.abs(month),
    leap: month < 0,
    day: day - startOf(index) + 1,
    monthDays: startOf(index + 1) - startOf(index),
  };
}

/** The month that is repeated in a lunar year, undefined when none is. */
export function leapMonthOf(year: number): number | undefined {
  if (year < FIRST_LUNAR_YEAR || year > LAST_LUNAR_YEAR) return undefined;
  return yearBits(year) & 0xf || undefined;
}

/** First day and length of a lunar month; undefined when the year has no such (leap) month or lies outside the table. */
export function lunarMonth(year: number, month: number, leap: boolean): { start: EpochDay; days: number } | undefined {
  if (year < FIRST_LUNAR_YEAR || year > LAST_LUNAR_YEAR || month < 1 || month > 12) return undefined;
  const leapMonth = yearBits(year) & 0xf;
  if (leap && month !== leapMonth) return undefined;
  const shift = leap || (leapMonth !== 0 && month > leapMonth) ? month : month - 1;
  const index = entry(firstMonthOfYear, year - FIRST_LUNAR_YEAR) + shift;
  return { start: startOf(index), days: startOf(index + 1) - startOf(index) };
}

/** 除夕, the last day of a lunar year; it falls in the next solar year. */
export function lastDayOfLunarYear(year: number): EpochDay | undefined {
  if (year < FIRST_LUNAR_YEAR || year > LAST_LUNAR_YEAR) return undefined;
  return startOf(entry(firstMonthOfYear, year - FIRST_LUNAR_YEAR + 1)) - 1;
}
