import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochDayOf, fromEpochDay, toEpochDay } from '#shared/calendar/day.ts';
import { lunarOf } from '#shared/calendar/lunar.ts';
import { nextOccurrence, occurrences, turnsOn } from '#shared/calendar/yearly.ts';
import type { YearlyDate } from '#shared/domain/customer/customer.ts';
import { describeOracle, readOracle } from '../../helpers/oracles.ts';

function on(date: YearlyDate, from: string, to: string): string[] {
  return occurrences(date, toEpochDay(from), toEpochDay(to)).map(fromEpochDay);
}

const lunar = (month: number, day: number, more: Partial<YearlyDate> = {}): YearlyDate => ({
  calendar: 'lunar',
  month,
  day,
  ...more,
});

describeOracle('lunar birthdays', () => {
  interface Case {
    name: string;
    month: number;
    day: number;
    leap: boolean;
    occurrences: Record<string, Record<string, string[]>>;
  }
  const oracle = JSON.parse(readOracle('lunar/lunar_birthday_cases.json')) as {
    cases: Case[];
    chuxi: Record<string, string>;
  };

  it.each(oracle.cases)('$name are kept on the right days', ({ month, day, leap, occurrences: series }) => {
    const date = lunar(month, day, { leap });
    const expected = Object.values(series).flatMap((each) => each['default(clamp,regular)'] ?? []);
    const last = expected.at(-1) ?? '';
    expect(expected.length).toBeGreaterThan(15);
    expect(on(date, expected[0] ?? '', last)).toEqual(expected);
  });

  it('on 除夕 are on the last day of the lunar year', () => {
    const expected = Object.values(oracle.chuxi);
    expect(on(lunar(12, 30, { lastDay: true }), expected[0] ?? '', expected.at(-1) ?? '')).toEqual(expected);
  });
});

describe('yearly dates', () => {
  it('in months 11 and 12 fall in the next solar year', () => {
    expect(on(lunar(12, 8), '2026-01-01', '2027-12-31')).toEqual(['2026-01-26', '2027-01-15']);
  });

  it('may fall twice in a solar year, or not at all', () => {
    expect(on(lunar(12, 1), '2023-01-01', '2023-12-31')).toEqual([]);
    expect(on(lunar(12, 1), '2024-01-01', '2024-12-31')).toEqual(['2024-01-11', '2024-12-31']);
  });

  it('on 29 February are kept on the 28th in other years', () => {
    const date: YearlyDate = { calendar: 'solar', month: 2, day: 29 };
    expect(on(date, '2023-01-01', '2025-12-31')).toEqual(['2023-02-28', '2024-02-29', '2025-02-28']);
  });

  it('count their first and last day in', () => {
    const date: YearlyDate = { calendar: 'solar', month: 11, day: 21 };
    expect(on(date, '2026-11-21', '2026-11-21')).toEqual(['2026-11-21']);
    expect(on(date, '2026-11-22', '2027-11-20')).toEqual([]);
    expect(on(date, '2026-12-28', '2026-12-27')).toEqual([]);
  });

  it('fall once in each year of their calendar, within 13 months of the last', () => {
    const dates = fc.record({
      calendar: fc.constantFrom('solar' as const, 'lunar' as const),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 30 }),
      leap: fc.boolean(),
    });
    fc.assert(
      fc.property(dates, fc.integer({ min: epochDayOf(1901, 3, 1), max: epochDayOf(2095, 1, 1) }), (date, from) => {
        const found = occurrences(date, from, from + 1500);
        expect(found.length).toBeGreaterThanOrEqual(3);
        const gaps = found.slice(1).map((day, index) => day - (found[index] ?? 0));
        for (const gap of gaps) {
          expect(gap).toBeGreaterThanOrEqual(353);
          expect(gap).toBeLessThanOrEqual(385);
        }
        expect(nextOccurrence(date, from)).toBe(found[0]);
        const first = lunarOf(found[0] ?? 0);
        if (date.calendar === 'lunar') expect([first?.month, first?.leap]).toEqual([date.month, false]);
      }),
    );
  });

  it('know how many years they complete, in their own calendar', () => {
    const born = lunar(12, 8, { year: 1990 });
    expect(turnsOn(born, toEpochDay('1991-01-23'))).toBe(0);
    expect(turnsOn(born, toEpochDay('2026-01-26'))).toBe(35);
    expect(turnsOn(lunar(12, 8), toEpochDay('2026-01-26'))).toBeUndefined();
    expect(turnsOn({ calendar: 'solar', year: 2030, month: 1, day: 1 }, toEpochDay('2026-01-01'))).toBeUndefined();
  });
});
