import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoWeekday, toEpochDay } from '#shared/calendar/day.ts';
import { addMonths, monthGrid, selectDayMove, weeksOf } from '../../renderer/features/calendar/month.ts';

const days = fc.integer({ min: -20_000, max: 40_000 }).map((offset) => addDays('1970-01-01', offset));

describe('the month grid', () => {
  it('starts on a Monday, ends on a Sunday and shows the whole month', () => {
    fc.assert(
      fc.property(days, (day) => {
        const { from, to } = monthGrid(day);
        expect([isoWeekday(toEpochDay(from)), isoWeekday(toEpochDay(to))]).toEqual([1, 7]);
        const first = `${day.slice(0, 7)}-01`;
        expect(from <= first && to >= addDays(addMonths(first, 1), -1)).toBe(true);
      }),
    );
  });

  it('keeps to the last day of a shorter month', () => {
    expect(addMonths('2027-01-31', 1)).toBe('2027-02-28');
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
    expect(addMonths('2026-12-31', 2)).toBe('2027-02-28');
  });

  it('puts a stretch of days into weeks, each day under its weekday', () => {
    fc.assert(
      fc.property(days, fc.nat(70), (first, length) => {
        const stretch = Array.from({ length }, (_, offset) => ({ day: addDays(first, offset) }));
        const weeks = weeksOf(stretch);
        expect(weeks.flat().filter(Boolean)).toEqual(stretch);
        for (const week of weeks) {
          expect(week).toHaveLength(7);
          week.forEach((day, at) => {
            if (day) expect(isoWeekday(toEpochDay(day.day))).toBe(at + 1);
          });
        }
      }),
    );
  });

  it('moves by day, week and month with the keys', () => {
    expect(selectDayMove('ArrowRight', '2026-11-30')).toBe('2026-12-01');
    expect(selectDayMove('ArrowUp', '2026-11-03')).toBe('2026-10-27');
    expect(selectDayMove('Home', '2026-11-21')).toBe('2026-11-16');
    expect(selectDayMove('End', '2026-11-21')).toBe('2026-11-22');
    expect(selectDayMove('x', '2026-11-21')).toBeNull();
  });
});
