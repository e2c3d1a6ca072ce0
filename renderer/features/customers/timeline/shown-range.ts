import type { RowRange } from '../../../engine/api.ts';

/** At a press, or as the end of the shown ones comes near. */
export const moreRows = 60;
/** All that are shown are drawn with each step: beyond these the ones that were left behind go. */
const mostRows = 240;

/** What is shown next on the way down into the past. */
export function olderRange({ from, to }: RowRange): RowRange {
  const end = to + moreRows;
  return { from: Math.max(from, end - mostRows), to: end };
}

/** And on the way back. */
export function newerRange({ from, to }: RowRange): RowRange {
  const start = Math.max(0, from - moreRows);
  return { from: start, to: Math.min(to, start + mostRows) };
}
