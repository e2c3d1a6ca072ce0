import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { epochDayOf, fromEpochDay, toEpochDay } from '#shared/calendar/day.ts';
import { holidayScheduleSchema } from '#shared/calendar/work-calendar.ts';
import { statutoryDays } from '#shared/calendar/statutory-days.ts';
import { workCalendar as calendar } from '../../../renderer/platform/work-calendar.ts';
import { noOracles, readOracle } from '../../helpers/oracles.ts';

const folder = resolve(import.meta.dirname, '../../../resources/holidays');
const schedules = readdirSync(folder).map((name) =>
  holidayScheduleSchema.parse(JSON.parse(readFileSync(resolve(folder, name), 'utf8'))),
);

function workdays(year: number): number {
  let count = 0;
  for (let day = epochDayOf(year, 1, 1); day < epochDayOf(year + 1, 1, 1); day++) if (calendar.isWorkday(day)) count++;
  return count;
}

describe('official schedules', () => {
  it('are there for 2016–2026', () => {
    expect(schedules.map((each) => each.year)).toEqual([
      2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026,
    ]);
    expect(schedules.every((each) => calendar.official(each.year))).toBe(true);
    expect(calendar.official(2027)).toBe(false);
  });

  it('give the workdays of 2024, 2025 and 2026', () => {
    expect([workdays(2024), workdays(2025), workdays(2026)]).toEqual([251, 248, 248]);
  });

  it('count days that the notice for the next year sets', () => {
    expect(calendar.isWorkday(toEpochDay('2018-12-29'))).toBe(true);
    expect(calendar.isWorkday(toEpochDay('2018-12-31'))).toBe(false);
    expect(calendar.isWorkday(toEpochDay('2022-12-31'))).toBe(false);
  });

  it('make some Sundays workdays', () => {
    const day = toEpochDay('2025-01-26');
    expect(calendar.holidayOf(day)).toEqual({ name: 'spring-festival', off: false });
    expect(calendar.isWorkday(day)).toBe(true);
  });

  it.skipIf(noOracles('holiday schedules'))('say of every day what NateScarlet/holiday-cn says', () => {
    const zh = {
      'new-year': '元旦',
      'spring-festival': '春节',
      qingming: '清明节',
      'labour-day': '劳动节',
      'dragon-boat': '端午节',
      'mid-autumn': '中秋节',
      'national-day': '国庆节',
      'mid-autumn-national-day': '中秋节、国庆节',
    };
    for (const { year } of schedules) {
      const oracle = JSON.parse(readOracle(`holidays/holiday-cn-${year}.json`)) as {
        days: { name: string; date: string; isOffDay: boolean }[];
      };
      for (const { name, date, isOffDay } of oracle.days) {
        const found = calendar.holidayOf(toEpochDay(date));
        expect(found?.off, date).toBe(isOffDay);
        expect(found && zh[found.name], date).toBe(name.replace('国庆节、中秋节', '中秋节、国庆节'));
      }
      const noticed = new Set(schedules.flatMap((each) => each.days.map((day) => day.date)));
      for (let day = epochDayOf(year, 1, 1); day < epochDayOf(year + 1, 1, 1); day++) {
        if (!noticed.has(fromEpochDay(day))) expect(calendar.holidayOf(day), fromEpochDay(day)).toBeUndefined();
      }
    }
  });

  it('refuse a file that is none', () => {
    expect(holidayScheduleSchema.safeParse({ year: 2027, days: [] }).success).toBe(false);
    const day = { date: '2027-02-30', name: 'new-year', off: true };
    expect(holidayScheduleSchema.safeParse({ year: 2027, source: '', notices: [], days: [day] }).success).toBe(false);
  });
});

describe('a year without a notice', () => {
  const off = (year: number) => [...statutoryDays(year)].map(([day, name]) => `${fromEpochDay(day)} ${name}`).sort();

  it('has the thirteen days of the law as of 2025', () => {
    expect(off(2027)).toEqual([
      '2027-01-01 new-year',
      '2027-02-05 spring-festival',
      '2027-02-06 spring-festival',
      '2027-02-07 spring-festival',
      '2027-02-08 spring-festival',
      '2027-04-05 qingming',
      '2027-05-01 labour-day',
      '2027-05-02 labour-day',
      '2027-06-09 dragon-boat',
      '2027-09-15 mid-autumn',
      '2027-10-01 national-day',
      '2027-10-02 national-day',
      '2027-10-03 national-day',
    ]);
    expect(calendar.holidayOf(toEpochDay('2027-02-05'))).toEqual({ name: 'spring-festival', off: true });
    expect(calendar.isWorkday(toEpochDay('2027-02-09'))).toBe(true);
    expect(calendar.isWorkday(toEpochDay('2027-02-13'))).toBe(false);
  });

  it('had fewer days under the older laws', () => {
    expect([1990, 2000, 2010, 2015, 2024, 2025, 2026].map((year) => off(year).length)).toEqual([
      7, 10, 11, 11, 11, 13, 13,
    ]);
  });

  it('gives one day the names of both festivals that fall on it', () => {
    expect(off(2020)).toContain('2020-10-01 mid-autumn-national-day');
  });

  it('are all days off in the years whose notice is known', () => {
    for (const { year } of schedules) {
      for (const day of statutoryDays(year).keys()) expect(calendar.isWorkday(day), fromEpochDay(day)).toBe(false);
    }
  });
});

describe('rolling off a day off', () => {
  const roll = (date: string, policy: 'postpone' | 'advance' | 'keep') =>
    fromEpochDay(calendar.rollToWorkday(toEpochDay(date), policy));

  it('goes to the next or the last workday, or stays', () => {
    expect(roll('2026-02-17', 'postpone')).toBe('2026-02-24');
    expect(roll('2026-02-17', 'advance')).toBe('2026-02-14');
    expect(roll('2026-02-17', 'keep')).toBe('2026-02-17');
    expect(roll('2026-10-03', 'postpone')).toBe('2026-10-08');
  });

  it('leaves workdays where they are, make-up Sundays among them', () => {
    expect(roll('2026-11-20', 'postpone')).toBe('2026-11-20');
    expect(roll('2026-02-28', 'postpone')).toBe('2026-02-28');
  });
});
