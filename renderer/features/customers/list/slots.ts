/** A grouped result as the virtualiser sees it: a heading before the rows of each group. */
export interface Slots {
  count: number;
  /** Slot of a row of the result. */
  slotOf(row: number): number;
  /** What lies in a slot: a row of the result, or the heading of a group. */
  at(slot: number): { row: number } | { group: number };
}

export function planSlots(total: number, groups: readonly { from: number; count: number }[]): Slots {
  if (groups.length === 0) return { count: total, slotOf: (row) => row, at: (slot) => ({ row: slot }) };
  const headings = groups.map((group, index) => group.from + index);
  /** Headings at or before a slot; binary search, since regions can be hundreds. */
  const headingsUpTo = (slot: number): number => {
    let low = 0;
    let high = headings.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((headings[middle] ?? Number.POSITIVE_INFINITY) <= slot) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    count: total + groups.length,
    slotOf: (row) => {
      let before = 0;
      for (const group of groups) {
        if (group.from > row) break;
        before += 1;
      }
      return row + before;
    },
    at: (slot) => {
      const before = headingsUpTo(slot);
      return headings[before - 1] === slot ? { group: before - 1 } : { row: slot - before };
    },
  };
}
