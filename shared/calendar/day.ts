import type { LocalDate, LocalTime } from '../domain/record.ts';

/** A calendar day as the number of days since 1970-01-01. Has no time zone, so no clock change can move it. */
export type EpochDay = number;

export interface CivilDate {
  year: number;
  month: number;
  day: number;
}

const MS_PER_DAY = 86_400_000;

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index++) value = value * 10 + text.charCodeAt(index) - 48;
  return value;
}

/** The day number of a valid `YYYY-MM-DD` (a time behind it is ignored). */
export function toEpochDay(date: LocalTime): EpochDay {
  return epochDayOf(digits(date, 0, 4), digits(date, 5, 7), digits(date, 8, 10));
}

/** The inverse of `toEpochDay`: `2026-03-01`. For years from 0 to 9999. */
export function fromEpochDay(day: EpochDay): LocalDate {
  const { year, month, day: monthDay } = civilOf(day);
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${monthDay < 10 ? '0' : ''}${monthDay}`;
}

const DAYS_PER_ERA = 146_097;
/** Days from 0000-03-01, the start of an era of 400 years, to 1970-01-01. */
const EPOCH_SHIFT = 719_468;

/**
 * Months below 1 and above 12 and days outside the month carry over, as in `Date.UTC`, at a tenth of its time
 * (H. Hinnant, "chrono-compatible low-level date algorithms": years begin in March, so the leap day is their last).
 */
export function epochDayOf(year: number, month: number, day: number): EpochDay {
  const months = year * 12 + month - 3;
  const marchYear = Math.floor(months / 12);
  const monthsSinceMarch = months - marchYear * 12;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  const dayOfYear = Math.floor((153 * monthsSinceMarch + 2) / 5) + day - 1;
  return era * DAYS_PER_ERA + yearOfEra * 365 + leapDays + dayOfYear - EPOCH_SHIFT;
}

/** Year, month 1–12 and day 1–31 of the Gregorian calendar, back before 1582 too. Source: H. Hinnant, `civil_from_days`. */
export function civilOf(day: EpochDay): CivilDate {
  const shifted = day + EPOCH_SHIFT;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthsSinceMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthsSinceMarch < 10 ? monthsSinceMarch + 3 : monthsSinceMarch - 9;
  return {
    year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthsSinceMarch + 2) / 5) + 1,
  };
}

/** So many calendar days later, or earlier for fewer than 0; neither daylight saving nor zones have a part in it. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromEpochDay(toEpochDay(date) + days);
}

/** 1 Monday … 7 Sunday (ISO 8601). 1970-01-01 was a Thursday. */
export function isoWeekday(day: EpochDay): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** `month` is 1–12. */
export function daysInMonth(year: number, month: number): number {
  return epochDayOf(year, month + 1, 1) - epochDayOf(year, month, 1);
}

/** The calendar day on the wall of a time zone at a moment; without a zone, of this machine. */
export function todayLocal(now: Date, timeZone?: string): LocalDate {
  const parts = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    ...(timeZone === undefined ? {} : { timeZone }),
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(now);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** China has had no summer time since 1992; a machine time falls on the day of UTC+8. */
const CHINA_OFFSET_MS = 8 * 3_600_000;

/** The day on which a machine time (UTC) fell in China; for the little that is only known as one. */
export function civilDayOfInstant(instant: string): EpochDay {
  return Math.floor((Date.parse(instant) + CHINA_OFFSET_MS) / MS_PER_DAY);
}
