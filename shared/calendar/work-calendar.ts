import * as z from 'zod';
import { localDateSchema } from '../domain/record.ts';
import type { FollowUp } from '../domain/follow-up/follow-up.ts';
import { civilOf, isoWeekday, toEpochDay, type EpochDay } from './day.ts';
import { holidayNames, statutoryDays, type HolidayName } from './statutory-days.ts';

/** The State Council's notice for one year: days off and make-up workdays, as they lie in resources/holidays. */
export const holidayScheduleSchema = z.strictObject({
  year: z.int().min(1949).max(2200),
  source: z.string().max(300),
  notices: z.array(z.string().max(300)).max(20),
  days: z.array(z.strictObject({ date: localDateSchema, name: z.enum(holidayNames), off: z.boolean() })).max(366),
});
export type HolidaySchedule = z.infer<typeof holidayScheduleSchema>;

export interface Holiday {
  name: HolidayName;
  /** False on a make-up workday (调休上班). */
  off: boolean;
}

export type HolidayPolicy = NonNullable<FollowUp['holidayPolicy']>;

export interface WorkCalendar {
  holidayOf(day: EpochDay): Holiday | undefined;
  isWorkday(day: EpochDay): boolean;
  /** Whether the notice of that year is known. Otherwise only weekends and the days of the law count as off (调休未公布). */
  official(year: number): boolean;
  /** Moves a day off to the next or previous workday; `keep` and workdays stay. */
  rollToWorkday(day: EpochDay, policy: HolidayPolicy): EpochDay;
}

/**
 * A notice may set days at the end of the year before it (2018-12-31 stands in the notice for 2019): every date
 * is looked up first, and the law fills only the years without a notice.
 */
export function createWorkCalendar(schedules: readonly HolidaySchedule[]): WorkCalendar {
  const known = new Map<EpochDay, Holiday>();
  const noticeYears = new Set<number>();
  for (const schedule of schedules) {
    noticeYears.add(schedule.year);
    for (const { date, name, off } of schedule.days) known.set(toEpochDay(date), { name, off });
  }
  const byLaw = new Map<number, Map<EpochDay, HolidayName>>();

  function holidayOf(day: EpochDay): Holiday | undefined {
    const noticed = known.get(day);
    if (noticed) return noticed;
    const { year } = civilOf(day);
    if (noticeYears.has(year)) return undefined;
    let days = byLaw.get(year);
    if (!days) {
      days = statutoryDays(year);
      byLaw.set(year, days);
    }
    const name = days.get(day);
    return name && { name, off: true };
  }

  function isWorkday(day: EpochDay): boolean {
    const holiday = holidayOf(day);
    return holiday ? !holiday.off : isoWeekday(day) <= 5;
  }

  function rollToWorkday(day: EpochDay, policy: HolidayPolicy): EpochDay {
    if (policy === 'keep') return day;
    const step = policy === 'postpone' ? 1 : -1;
    let rolled = day;
    while (!isWorkday(rolled)) rolled += step;
    return rolled;
  }

  return { holidayOf, isWorkday, official: (year) => noticeYears.has(year), rollToWorkday };
}
