import { fromEpochDay, toEpochDay } from '../calendar/day.ts';
import { lastDayOfLunarYear, lunarMonth, lunarOf } from '../calendar/lunar.ts';
import type { YearlyDate } from '../domain/customer/customer.ts';
import { makeDay, readDate, type DateOptions } from '../formats/values/dates.ts';
import { readYearlyDate } from '../formats/values/yearly-dates.ts';
import type { Language } from '../i18n/catalogue.ts';
import { sayYearlyDate } from '../i18n/say-yearly-date.ts';

/** Says that a day is meant in the Chinese calendar (RFC 9557). The day before it is the solar one. */
const lunarSuffix = '[u-ca=chinese]';

const stored = /^\d{4}-\d{2}-\d{2}(?:\[u-ca=chinese\])?$/;

type ReadDate = { value: string } | 'no-year' | 'unreadable';

export function isDateValue(value: unknown): value is string {
  return typeof value === 'string' && stored.test(value);
}

/**
 * A day as it is stored, under `value`: `2026-09-25` or `2026-09-25[u-ca=chinese]`, from any way to write it (`2026/9/25`, `农历2026年八月十五`).
 * `no-year` for a day of every year, which is an anniversary and no date.
 */
export function readDateValue(text: string, options: DateOptions): ReadDate {
  const yearly = readYearlyDate(text, options);
  if (yearly?.calendar === 'lunar') return yearly.year === undefined ? 'no-year' : ofLunar(yearly, yearly.year);
  const day = readDate(text, options);
  if (day !== undefined) return { value: day.slice(0, 10) };
  // In Chinese numerals: 二〇二四年一月五日.
  const written = yearly?.year === undefined ? undefined : makeDay(yearly.year, yearly.month, yearly.day);
  if (written !== undefined) return { value: written };
  return yearly ? 'no-year' : 'unreadable';
}

function ofLunar({ month, day, leap = false, lastDay }: YearlyDate, year: number): ReadDate {
  const last = lastDay ? lastDayOfLunarYear(year) : undefined;
  const found = lunarMonth(year, month, leap);
  const epochDay = last ?? (found && day <= found.days ? found.start + day - 1 : undefined);
  return epochDay === undefined ? 'unreadable' : { value: fromEpochDay(epochDay) + lunarSuffix };
}

/** As `readDateValue` reads it back. */
export function writeDateValue(value: string, language: Language = 'zh-CN'): string {
  const lunar = lunarPartsOf(value);
  return lunar ? sayYearlyDate(language, { calendar: 'lunar', ...lunar }) : value.slice(0, 10);
}

/** As it is shown: the solar day, with the lunar one where that is meant. */
export function sayDateValue(value: string, language: Language): string {
  const day = value.slice(0, 10);
  return value.endsWith(lunarSuffix) ? `${writeDateValue(value, language)} (${day})` : day;
}

function lunarPartsOf(value: string): { year: number; month: number; day: number; leap?: true } | null {
  if (!value.endsWith(lunarSuffix)) return null;
  const date = lunarOf(toEpochDay(value));
  if (!date) return null;
  const { year, month, day, leap } = date;
  return { year, month, day, ...(leap && { leap: true }) };
}
