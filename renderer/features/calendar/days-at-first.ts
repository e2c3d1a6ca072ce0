import type { CalendarDay } from '../../engine/api.ts';

/** More than a tall window shows. */
const rowsAtFirst = 40;

/** How many of these days are drawn at once; two months may hold thousands of entries. */
export function daysAtFirst(days: readonly Pick<CalendarDay, 'items'>[]): number {
  let rows = 0;
  const end = days.findIndex(({ items }) => {
    const isBeyond = rows >= rowsAtFirst;
    rows += items.length;
    return isBeyond;
  });
  return end < 0 ? days.length : end;
}
