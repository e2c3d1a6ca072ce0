import type { Slots } from '../list/slots.ts';

/** A cell of a result. */
export interface CellAt {
  at: number;
  column: string;
}

interface Point {
  clientX: number;
  clientY: number;
}

/** Where the rows of the list are seen, in pixels of the window. */
export interface DragFrame {
  /** Right of the columns that stay in place, while those behind them are not rolled back whole. */
  left: number;
  right: number;
  /** Below the header. */
  top: number;
  bottom: number;
  scrollTop: number;
  rowHeight: number;
  /** From left to right, those that stay in place first: they lie over the others. */
  columns: readonly { id: string; left: number; right: number }[];
}

/** The cell under the pointer, or the last one that is seen towards it; on the heading of a group that of the row before it. */
export function cellUnder({ clientX, clientY }: Point, frame: DragFrame, slots: Slots, from: CellAt): CellAt {
  const y = Math.min(Math.max(clientY, frame.top), frame.bottom - 1) - frame.top + frame.scrollTop;
  const slot = Math.min(Math.max(0, Math.floor(y / frame.rowHeight)), slots.count - 1);
  const x = Math.min(Math.max(clientX, frame.left), frame.right - 1);
  const column = frame.columns.find(({ left, right }) => left <= x && x < right);
  const outer = x < (frame.columns[0]?.left ?? 0) ? frame.columns[0] : frame.columns.at(-1);
  return { at: rowTowards(slot, slots, from.at), column: (column ?? outer)?.id ?? from.column };
}

function rowTowards(slot: number, slots: Slots, from: number): number {
  const start = slots.slotOf(from);
  const step = start < slot ? -1 : 1;
  for (let at = slot; at !== start; at += step) {
    const content = slots.at(at);
    if ('row' in content) return content.row;
  }
  return from;
}

const slowest = 0.2;
const fastest = 3;

/** How fast the list rolls while the pointer is beyond it, in pixels a millisecond: faster the farther it is. */
export function rollSpeed(at: number, from: number, to: number): number {
  const beyond = at < from ? at - from : Math.max(0, at - to);
  return beyond === 0 ? 0 : Math.sign(beyond) * Math.min(fastest, slowest + beyond ** 2 / 1000);
}
