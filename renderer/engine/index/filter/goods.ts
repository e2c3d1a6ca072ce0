import type { EpochDay } from '#shared/calendar/day.ts';
import type { Test } from '#shared/filter/filter.ts';
import { textTestOf } from '#shared/filter/test-texts.ts';
import { foldText } from '#shared/match/text.ts';
import { none } from '../columns/column-layout.ts';
import type { Columns } from '../columns/columns.ts';

interface Asked {
  test: Test;
  withinDays: number | undefined;
  columns: Columns;
  today: EpochDay;
}

type Predicate = (index: number) => boolean;

/** Whether a customer bought something, ever or in so many days up to today. */
export function goodsTest({ test, withinDays, columns, today }: Asked): Predicate {
  const { goods: names, lists } = columns;
  const [numbers, days] = [lists.goods.array(0), lists.goods.array(1)];
  const after = withinDays === undefined ? Number.NEGATIVE_INFINITY : today - withinDays;
  const bought =
    (isMeant: (number: number) => boolean): Predicate =>
    (index) => {
      const start = lists.goods.start(index);
      for (let at = start; at < start + lists.goods.count(index); at += 1) {
        if ((days[at] ?? none) > after && isMeant(numbers[at] ?? 0)) return true;
      }
      return false;
    };
  switch (test.is) {
    case 'filled':
      return bought(() => true);
    case 'any': {
      const meant = new Set(test.of.map((name) => names.find(name)));
      return bought((number) => meant.has(number));
    }
    case 'all': {
      const each = test.of.map((name) => names.find(name)).map((meant) => bought((number) => number === meant));
      return (index) => each.every((holds) => holds(index));
    }
    case 'contains':
    case 'starts':
    case 'equals': {
      const holds = textTestOf(test);
      const truth = Uint8Array.from(names.values, (name) => (holds(foldText(name)) ? 1 : 0));
      return bought((number) => truth[number] === 1);
    }
    case 'between':
    case 'days':
    case 'period':
    case 'yes':
      return () => false;
  }
}
