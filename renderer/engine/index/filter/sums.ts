import type { EpochDay } from '#shared/calendar/day.ts';
import type { SumField } from '#shared/filter/fields.ts';
import type { Columns } from '../columns/columns.ts';
import { none } from '../columns/column-layout.ts';

/** What happened in so many days up to and with today; all of it without `withinDays`. Valid until the columns change. */
export function sumOf(
  field: SumField,
  withinDays: number | undefined,
  { lists }: Columns,
  today: EpochDay,
): (index: number) => number {
  const after = withinDays === undefined ? Number.NEGATIVE_INFINITY : today - withinDays;
  if (field === 'amount') {
    const bought = fenAfter(lists.purchases, after, today);
    const corrected = fenAfter(lists.corrections, after, today);
    return (index) => bought(index) + corrected(index);
  }
  const list = lists[field];
  const days = list.array(0);
  // Days stand in order: the latest come last, and what lies before the span need not be looked at.
  return (index) => {
    const start = list.start(index);
    let count = 0;
    for (let at = start + list.count(index) - 1; at >= start; at -= 1) {
      const day = days[at] ?? none;
      if (day <= after) break;
      if (day <= today) count += 1;
    }
    return count;
  };
}

function fenAfter(list: Columns['lists']['purchases'], after: number, today: EpochDay): (index: number) => number {
  const [days, fen] = [list.array(0), list.array(1)];
  return (index) => {
    const start = list.start(index);
    let sum = 0;
    for (let at = start + list.count(index) - 1; at >= start; at -= 1) {
      const day = days[at] ?? none;
      if (day <= after) break;
      if (day <= today) sum += fen[at] ?? 0;
    }
    return sum;
  };
}
