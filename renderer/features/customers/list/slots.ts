/** A grouped result as the virtualiser sees it: a heading before the rows of each group, no rows where it is folded. */
export interface Slots {
  count: number;
  /** Slot of a row of the result; of a row in a folded group that of its heading. */
  slotOf(row: number): number;
  /** What lies in a slot: a row of the result, or the heading of a group. */
  at(slot: number): { row: number } | { group: number };
  /** The row, or when its group is folded the nearest shown one in this direction; `null` when there is none. */
  shownRow(row: number, direction: 1 | -1): number | null;
  groupOf(row: number): number;
  /** Slot of the heading of a group. */
  slotOfGroup(group: number): number;
  isFolded(group: number): boolean;
}

interface Group {
  from: number;
  count: number;
}

export function planSlots(
  total: number,
  groups: readonly Group[],
  isFolded: (group: number) => boolean = () => false,
): Slots {
  if (groups.length === 0) return ungrouped(total);
  const headings: number[] = [];
  let count = 0;
  groups.forEach((group, index) => {
    headings.push(count);
    count += 1 + (isFolded(index) ? 0 : group.count);
  });
  const froms = groups.map((group) => group.from);
  const groupOf = (row: number): number => lastUpTo(froms, row);
  return {
    count,
    groupOf,
    slotOfGroup: (group) => headings[group] ?? 0,
    isFolded,
    slotOf: (row) => {
      const group = groupOf(row);
      const heading = headings[group] ?? 0;
      return isFolded(group) ? heading : heading + 1 + row - (froms[group] ?? 0);
    },
    at: (slot) => {
      const group = lastUpTo(headings, slot);
      const heading = headings[group] ?? 0;
      return heading === slot ? { group } : { row: (froms[group] ?? 0) + slot - heading - 1 };
    },
    shownRow: (row, direction) => {
      let group = groupOf(row);
      if (!isFolded(group)) return row;
      while (group >= 0 && group < groups.length && isFolded(group)) group += direction;
      const shown = groups[group];
      if (!shown) return null;
      return direction === 1 ? shown.from : shown.from + shown.count - 1;
    },
  };
}

function ungrouped(total: number): Slots {
  return {
    count: total,
    slotOf: (row) => row,
    at: (slot) => ({ row: slot }),
    shownRow: (row) => row,
    groupOf: () => 0,
    slotOfGroup: () => 0,
    isFolded: () => false,
  };
}

/** Place of the last number that is not above a limit; binary search, since regions can be hundreds. */
function lastUpTo(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? Number.POSITIVE_INFINITY) <= limit) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** Where the list has to stand for a line to be in view: where it stands, when it is already. */
export function offsetToReveal(
  topPx: number,
  heightPx: number,
  { offsetPx, viewPx }: { offsetPx: number; viewPx: number },
): number {
  return Math.min(topPx, Math.max(offsetPx, topPx + heightPx - viewPx));
}
