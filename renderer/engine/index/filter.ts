import type { EpochDay } from '#shared/calendar/day.ts';
import { assertNever } from '#shared/lib/assert.ts';
import type { Filter } from '../api.ts';
import type { Columns } from './columns.ts';
import { classColumn, lackBits, minutesPerDay, none } from './column-layout.ts';

export type Predicate = (index: number) => boolean;

/** What has to hold for a customer to stay in the list. The bin is left out unless a filter asks for it. */
export function predicatesOf(filters: readonly Filter[], columns: Columns, today: EpochDay): Predicate[] {
  const predicates = filters.map((filter) => {
    const holds = predicateOf(filter, columns, today);
    return filter.not ? (index: number) => !holds(index) : holds;
  });
  if (!filters.some((filter) => filter.type === 'deleted')) {
    predicates.unshift((index) => columns.numbers.deleted[index] === 0);
  }
  return predicates;
}

function predicateOf(filter: Filter, columns: Columns, today: EpochDay): Predicate {
  const { numbers } = columns;
  switch (filter.type) {
    case 'class': {
      const wanted = new Set(filter.classes.map((key) => columns.classes.find(key)));
      const column = numbers[classColumn(filter.dimension)];
      return (index) => wanted.has(column[index] ?? 0);
    }
    case 'tag': {
      const sets = columns.tagSets.values.map((set) => set.split('\n').includes(filter.tagId));
      return (index) => sets[numbers.tagSet[index] ?? 0] === true;
    }
    case 'contact-age': {
      // Somebody who was never reached has been waiting the longest.
      const before = today - filter.olderThanDays;
      return (index) => (numbers.lastContactDay[index] ?? none) < before;
    }
    case 'revenue':
      return (index) => (numbers.revenueFen[index] ?? 0) >= filter.minFen;
    case 'follow-up':
      return followUpPredicate(filter.due, columns, today);
    case 'missing': {
      const bit = lackBits[filter.field];
      return (index) => ((numbers.lacks[index] ?? 0) & bit) !== 0;
    }
    case 'deleted':
      return (index) => numbers.deleted[index] === 1;
    default:
      return assertNever(filter);
  }
}

function followUpPredicate(due: 'overdue' | 'today' | 'week' | 'none', columns: Columns, today: EpochDay): Predicate {
  const { numbers } = columns;
  const from = today * minutesPerDay;
  switch (due) {
    case 'none':
      return (index) => numbers.nextDueMin[index] === none;
    case 'overdue':
      return isOverdue(columns, today);
    case 'today':
      return (index) => hasDueWithin(columns, index, from, from + minutesPerDay);
    case 'week':
      return (index) => hasDueWithin(columns, index, from, from + 7 * minutesPerDay);
  }
}

/** Whether a customer's next step should have been done before today. */
export function isOverdue({ numbers }: Columns, today: EpochDay): Predicate {
  const from = today * minutesPerDay;
  return (index) => {
    const next = numbers.nextDueMin[index] ?? none;
    return next !== none && next < from;
  };
}

function hasDueWithin(columns: Columns, index: number, from: number, to: number): boolean {
  const { dues } = columns.lists;
  const minutes = dues.array(0);
  const start = dues.start(index);
  for (let at = start; at < start + dues.count(index); at += 1) {
    const minute = minutes[at] ?? none;
    if (minute >= from && minute < to) return true;
  }
  return false;
}
