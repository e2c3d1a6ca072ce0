import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  civilDayOfInstant,
  civilOf,
  epochDayOf,
  fromEpochDay,
  isoWeekday,
  toEpochDay,
  todayLocal,
} from '#shared/calendar/day.ts';

const days = fc.integer({ min: epochDayOf(1800, 1, 1), max: epochDayOf(2200, 12, 31) });

describe('day numbers', () => {
  it('are written as dates and read back', () => {
    fc.assert(
      fc.property(days, (day) => {
        const { year, month, day: monthDay } = civilOf(day);
        expect(toEpochDay(fromEpochDay(day))).toBe(day);
        expect(epochDayOf(year, month, monthDay)).toBe(day);
      }),
    );
  });

  it('are those of Date.UTC, months and days that carry over included', () => {
    const month = fc.integer({ min: -30, max: 30 });
    fc.assert(
      fc.property(fc.integer({ min: 1800, max: 2200 }), month, fc.integer({ min: -40, max: 400 }), (year, m, d) => {
        expect(epochDayOf(year, m, d)).toBe(Date.UTC(year, m - 1, d) / 86_400_000);
      }),
    );
  });

  it('read the day of a time', () => {
    expect(fromEpochDay(toEpochDay('2026-11-21T23:59'))).toBe('2026-11-21');
  });

  it('know the weekday', () => {
    expect(isoWeekday(toEpochDay('2026-11-21'))).toBe(6);
    expect(isoWeekday(toEpochDay('1949-10-01'))).toBe(6);
    expect(isoWeekday(toEpochDay('1970-01-05'))).toBe(1);
  });

  it('count across leap days and the summer times of 1986–1991', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2100-02-28', 1)).toBe('2100-03-01');
    expect(addDays('1986-05-03', 2)).toBe('1986-05-05');
    expect(addDays('1991-09-14', 1)).toBe('1991-09-15');
  });
});

describe('today', () => {
  it('is the day on the wall of the zone', () => {
    expect(todayLocal(new Date('2026-11-21T15:59:59Z'), 'Asia/Shanghai')).toBe('2026-11-21');
    expect(todayLocal(new Date('2026-11-21T16:00:00Z'), 'Asia/Shanghai')).toBe('2026-11-22');
    expect(todayLocal(new Date('2026-11-21T16:00:00Z'), 'America/New_York')).toBe('2026-11-21');
  });

  it('follows the summer time that China had', () => {
    expect(todayLocal(new Date('1988-07-01T15:30:00Z'), 'Asia/Shanghai')).toBe('1988-07-02');
  });

  it('takes the zone of this machine when none is given', () => {
    const noon = new Date(2026, 0, 5, 12);
    expect(todayLocal(noon)).toBe('2026-01-05');
  });

  it('of a machine time is the day in China', () => {
    expect(fromEpochDay(civilDayOfInstant('2026-11-21T16:00:00.000Z'))).toBe('2026-11-22');
    expect(fromEpochDay(civilDayOfInstant('2026-11-21T15:59:59.999Z'))).toBe('2026-11-21');
  });
});
