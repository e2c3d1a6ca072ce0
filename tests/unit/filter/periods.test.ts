import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromEpochDay, toEpochDay } from '#shared/calendar/day.ts';
import { periodUnits } from '#shared/filter/filter.ts';
import { closedSpanOf, daySpanOf } from '#shared/filter/periods.ts';
import { textsTestOf } from '#shared/filter/test-texts.ts';

const days = fc.integer({ min: toEpochDay('1890-01-01'), max: toEpochDay('2150-12-31') });

it('weeks, months, quarters and years hold today, follow each other without a gap, and begin where calendars say', () => {
  const unit = fc.constantFrom(...periodUnits);
  fc.assert(
    fc.property(unit, fc.integer({ min: -30, max: 30 }), days, (of, shift, today) => {
      const span = (by: number) => daySpanOf({ is: 'period', unit: of, shift: by }, today);
      const now = span(0);
      expect(now.from <= today && today <= now.to).toBe(true);
      expect(span(shift + 1).from).toBe(span(shift).to + 1);
      if (of === 'week') {
        expect(new Date(fromEpochDay(now.from)).getUTCDay()).toBe(1);
        expect(now.to - now.from).toBe(6);
      } else expect(fromEpochDay(now.from)).toMatch(/-01$/);
      if (of === 'year') expect(fromEpochDay(now.from)).toMatch(/-01-01$/);
      if (of === 'quarter') expect(fromEpochDay(now.from)).toMatch(/-(?:01|04|07|10)-01$/);
    }),
  );
});

it('a span without an end is looked at for a year, and for two at the most', () => {
  const today = toEpochDay('2026-03-01');
  const open = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
  expect(closedSpanOf({ from: today, to: open[1] }, today)).toEqual({ from: today, to: today + 365 });
  expect(closedSpanOf({ from: open[0], to: today }, today)).toEqual({ from: today - 365, to: today });
  expect(closedSpanOf({ from: today, to: today + 5_000 }, today)).toEqual({ from: today, to: today + 730 });
  expect(closedSpanOf({ from: today + 1, to: today }, today)).toBeNull();
});

it('what is no number lies in no span of numbers', () => {
  const holds = (min?: number, max?: number) => textsTestOf({ is: 'between', min, max }, 0);
  expect(holds()(['abc'])).toBe(false);
  expect(holds(1)(['abc', '2'])).toBe(true);
  expect(holds(undefined, 5)(['5', '6'])).toBe(true);
  expect(holds(undefined, 5)(['6'])).toBe(false);
});
