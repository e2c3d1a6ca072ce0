import type { ListLayout } from '#shared/domain/list-view/list-view.ts';
import { columnSpec, isShownAtFirst } from './columns.tsx';

/** The columns of the list from left to right, pinned ones first, hidden ones among them. */
export function orderedColumns(layout: ListLayout, ids: readonly string[]): string[] {
  const known = layout.order.filter((id) => ids.includes(id));
  const rest = ids.filter((id) => !known.includes(id));
  const all = [...known, ...rest];
  const pinned = layout.pinned.filter((id) => all.includes(id));
  return [...pinned, ...all.filter((id) => !pinned.includes(id))];
}

export function isColumnShown(layout: ListLayout, id: string): boolean {
  return id === 'name' || (layout.shown[id] ?? isShownAtFirst(id));
}

/** The column one place further among those that are shown, within its side of the pins. */
export function movedColumn(layout: ListLayout, ids: readonly string[], id: string, by: 1 | -1): Partial<ListLayout> {
  const shown = orderedColumns(layout, ids).filter((each) => isColumnShown(layout, each));
  const neighbour = shown[shown.indexOf(id) + by];
  if (neighbour === undefined) return {};
  return placedColumn(layout, ids, id, neighbour, by === 1 ? 'after' : 'before');
}

/** The column put before or behind another one; beside a pinned one it is pinned too. */
export function placedColumn(
  layout: ListLayout,
  ids: readonly string[],
  id: string,
  beside: string,
  side: 'before' | 'after',
): Partial<ListLayout> {
  if (id === beside) return {};
  const order = orderedColumns(layout, ids).filter((each) => each !== id);
  order.splice(order.indexOf(beside) + (side === 'after' ? 1 : 0), 0, id);
  const pinnedBefore = new Set(layout.pinned);
  if (pinnedBefore.has(beside)) pinnedBefore.add(id);
  else pinnedBefore.delete(id);
  return { order, pinned: order.filter((each) => pinnedBefore.has(each)) };
}

export function pinnedColumn(layout: ListLayout, id: string, isPinned: boolean): Partial<ListLayout> {
  const others = layout.pinned.filter((each) => each !== id);
  return { pinned: isPinned ? [...others, id] : others };
}

const narrowest = 56;
const widest = 640;

export function resizedColumn(layout: ListLayout, id: string, byPx: number): Partial<ListLayout> {
  return sizedColumn(layout, id, (layout.widths[id] ?? columnSpec(id).widthPx) + byPx);
}

export function sizedColumn(layout: ListLayout, id: string, width: number): Partial<ListLayout> {
  return { widths: { ...layout.widths, [id]: Math.min(widest, Math.max(narrowest, width)) } };
}
