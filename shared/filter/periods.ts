import { civilOf, epochDayOf, toEpochDay, type EpochDay } from '../calendar/day.ts';
import type { DayPoint, PeriodUnit, Test } from './filter.ts';

export interface DaySpan {
  /** First and last day, both within; infinite where there is no limit. */
  from: number;
  to: number;
}

/** The days that a test on a day speaks of. */
export function daySpanOf(test: Extract<Test, { is: 'days' | 'period' }>, today: EpochDay): DaySpan {
  if (test.is === 'period') return periodOf(test.unit, test.shift, today);
  return {
    from: test.from ? dayOfPoint(test.from, today) : Number.NEGATIVE_INFINITY,
    to: test.to ? dayOfPoint(test.to, today) : Number.POSITIVE_INFINITY,
  };
}

function dayOfPoint(point: DayPoint, today: EpochDay): EpochDay {
  return 'on' in point ? toEpochDay(point.on) : today + point.inDays;
}

function periodOf(unit: PeriodUnit, shift: number, today: EpochDay): DaySpan {
  if (unit === 'week') {
    // 1970-01-01 was a Thursday; weeks begin on Monday (ISO 8601).
    const monday = today - ((((today + 3) % 7) + 7) % 7) + shift * 7;
    return { from: monday, to: monday + 6 };
  }
  const { year, month } = civilOf(today);
  const months = { month: 1, quarter: 3, year: 12 }[unit];
  const first = Math.floor((year * 12 + month - 1) / months) + shift;
  return { from: firstOfMonth(first * months), to: firstOfMonth((first + 1) * months) - 1 };
}

/** `months` since the beginning of the year 0. */
function firstOfMonth(months: number): EpochDay {
  return epochDayOf(0, months + 1, 1);
}

/** A birthday comes round every year: how far ahead of (or behind) an open end one looks. */
const openBirthdayDays = 365;

/** A span that ends, for what recurs; `null` when it is empty. */
export function closedSpanOf({ from, to }: DaySpan, today: EpochDay): DaySpan | null {
  const first = Number.isFinite(from) ? from : Math.min(today, to) - openBirthdayDays;
  const last = Math.min(Number.isFinite(to) ? to : Math.max(today, first) + openBirthdayDays, first + 730);
  return first > last ? null : { from: first, to: last };
}
