import { toEpochDay, type EpochDay } from '../calendar/day.ts';
import { foldText } from '../match/text.ts';
import type { Test } from './filter.ts';
import { daySpanOf } from './periods.ts';

/** Decides a test from what a field holds, as texts: numbers and days as they are written, several values one by one. */
export type TextsTest = (values: readonly string[]) => boolean;

/** Whether any of the texts of a field is what a condition asks for; `today` is what its days are counted from. */
export function textsTestOf(test: Test, today: EpochDay): TextsTest {
  switch (test.is) {
    case 'filled':
      return (values) => values.length > 0;
    case 'contains':
    case 'starts':
    case 'equals': {
      const holds = textTestOf(test);
      return (values) => values.some((value) => holds(foldText(value)));
    }
    case 'any':
      return (values) => values.some((value) => test.of.includes(value));
    case 'all':
      return (values) => test.of.every((each) => values.includes(each));
    case 'between':
      return (values) => values.some((value) => isBetween(test, Number(value)));
    case 'days':
    case 'period': {
      const { from, to } = daySpanOf(test, today);
      return (values) => values.some((value) => isDay(value) && toEpochDay(value) >= from && toEpochDay(value) <= to);
    }
    case 'yes':
      return (values) => values.includes('true');
  }
}

/** For one text, which must be folded (`foldText`). */
export function textTestOf({ is, text }: Extract<Test, { text: string }>): (folded: string) => boolean {
  const sought = foldText(text);
  switch (is) {
    case 'contains':
      return (folded) => folded.includes(sought);
    case 'starts':
      return (folded) => folded.startsWith(sought);
    case 'equals':
      return (folded) => folded === sought;
  }
}

/** Both ends count; a side that is not given is open. What is no number is nowhere. */
export function isBetween(
  { min, max }: { min?: number | undefined; max?: number | undefined },
  value: number,
): boolean {
  return !Number.isNaN(value) && (min === undefined || value >= min) && (max === undefined || value <= max);
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}/.test(text);
}
