import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextOccurrences, occurrences } from '#shared/calendar/yearly.ts';
import { toEpochDay } from '#shared/calendar/day.ts';
import type { YearlyDate } from '#shared/domain/customer/customer.ts';
import { emptyYearlyInput, readYearlyInput, withText, yearlyInputOf } from '#shared/facts/yearly-input.ts';

const today = '2026-03-01';
const read = (part: Partial<typeof emptyYearlyInput>) => readYearlyInput({ ...emptyYearlyInput, ...part }, today);

describe('a day of every year as it is typed and ticked', () => {
  it('is of the calendar that was chosen, with or without its year', () => {
    expect(read({ text: '5-20' })).toEqual({ calendar: 'solar', month: 5, day: 20 });
    expect(read({ text: '2019-05-20' })).toEqual({ calendar: 'solar', year: 2019, month: 5, day: 20 });
    expect(read({ text: '8-15', calendar: 'lunar' })).toEqual({ calendar: 'lunar', month: 8, day: 15 });
    expect(read({ text: '1990-04-03', calendar: 'lunar', isLeap: true })).toEqual({
      calendar: 'lunar',
      year: 1990,
      month: 4,
      day: 3,
      leap: true,
    });
  });

  it('is the last day of the lunar year by a tick alone', () => {
    expect(read({ calendar: 'lunar', isLastDay: true })).toEqual({
      calendar: 'lunar',
      month: 12,
      day: 30,
      lastDay: true,
    });
    expect(read({ calendar: 'solar', isLastDay: true })).toBeNull();
  });

  it('is none while the text is none', () => {
    expect(read({ text: '不知道' })).toBeNull();
    expect(read({ text: ' ' })).toBeNull();
  });

  it('has its ticks set by words', () => {
    expect(withText(emptyYearlyInput, '农历闰四月初三', today)).toMatchObject({ calendar: 'lunar', isLeap: true });
    expect(withText(emptyYearlyInput, '除夕', today)).toMatchObject({ calendar: 'lunar', isLastDay: true });
    expect(withText({ ...emptyYearlyInput, calendar: 'lunar' }, '8-15', today)).toMatchObject({ calendar: 'lunar' });
  });

  const date: fc.Arbitrary<YearlyDate> = fc.oneof(
    fc.record(
      {
        calendar: fc.constant('solar' as const),
        year: fc.integer({ min: 1900, max: 2025 }),
        month: fc.integer({ min: 1, max: 12 }),
        day: fc.integer({ min: 1, max: 28 }),
      },
      { requiredKeys: ['calendar', 'month', 'day'] },
    ),
    fc.record(
      {
        calendar: fc.constant('lunar' as const),
        year: fc.integer({ min: 1901, max: 2025 }),
        month: fc.integer({ min: 1, max: 12 }),
        day: fc.integer({ min: 1, max: 29 }),
        leap: fc.constant(true),
      },
      { requiredKeys: ['calendar', 'month', 'day'] },
    ),
  );

  it('comes back the same when it is edited and nothing is changed', () => {
    fc.assert(
      fc.property(date, fc.constantFrom('zh-CN', 'en'), (kept, language) => {
        expect(readYearlyInput(yearlyInputOf(kept, language), today)).toEqual(kept);
      }),
    );
  });

  it('falls next on the first days of all on which it falls', () => {
    fc.assert(
      fc.property(date, (kept) => {
        const from = toEpochDay(today);
        expect(nextOccurrences(kept, from, 10)).toEqual(occurrences(kept, from, from + 366 * 12).slice(0, 10));
      }),
    );
  });
});
