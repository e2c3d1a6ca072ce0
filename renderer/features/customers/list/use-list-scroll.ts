import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef } from 'react';
import type { QueryResult } from '../../../engine/api.ts';
import { useRowHeightPx } from '../../../state/preferences.ts';
import { customerCellId } from './customer-line.tsx';
import { useListState } from '../list-state.ts';
import { offsetToReveal, planSlots, type Slots } from './slots.ts';

interface Scrolled {
  slots: Slots;
  /** The list goes to its top when it changes. */
  question: string;
  /** The row that stays in view; -1 when there is none. */
  active: number;
  /** The group whose heading the keyboard is on, and which stays in view instead. */
  activeGroup: number | null;
  /** The column that is scrolled into view when it becomes the active one. */
  cellColumn: string | null;
}

/** More than one notch of a wheel moves the list by, and no more: each costs as much as one that is seen. */
const overscanRows = 3;

/** Which rows and headings stand where. */
export function useSlots(result: QueryResult): Slots {
  const collapsedGroups = useListState((state) => state.collapsedGroups);
  return useMemo(
    () =>
      planSlots(result.total, result.groups, (group) => collapsedGroups.includes(result.groups[group]?.class ?? '')),
    [result, collapsedGroups],
  );
}

/** What of the list is in view. */
export function useListScroll({ slots, question, active, activeGroup, cellColumn }: Scrolled) {
  const scroller = useRef<HTMLDivElement>(null);
  const density = useListState((state) => state.layout.density);
  const rowHeight = useRowHeightPx(density);
  /** The header lies over the first rows and is as high as a compact one. */
  const headerHeight = useRowHeightPx('compact');

  const virtualizer = useVirtualizer({
    count: slots.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: overscanRows,
  });
  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, rowHeight]);
  const shownQuestion = useRef(question);
  useLayoutEffect(() => {
    // Where the list stands is known; asking the element would lay out the page in between.
    if (question !== shownQuestion.current && (virtualizer.scrollOffset ?? 0) > 0) virtualizer.scrollToOffset(0);
    shownQuestion.current = question;
  }, [virtualizer, question]);
  useLayoutEffect(() => {
    const element = scroller.current;
    const slot = activeGroup !== null ? slots.slotOfGroup(activeGroup) : active < 0 ? null : slots.slotOf(active);
    if (slot === null || !element) return;
    // What the virtualiser knows is not asked of the element, which would lay out the page.
    const offsetPx = virtualizer.scrollOffset ?? element.scrollTop;
    const viewPx = (virtualizer.scrollRect?.height || element.clientHeight) - headerHeight;
    const to = offsetToReveal(slot * rowHeight, rowHeight, { offsetPx, viewPx });
    if (to !== offsetPx) element.scrollTop = to;
  }, [virtualizer, slots, active, activeGroup, rowHeight, headerHeight]);
  // Sideways; only on the way to another column, since going up and down stays in it.
  const revealColumn = useEffectEvent((column: string) => {
    document.getElementById(customerCellId(active, column))?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  useEffect(() => {
    if (cellColumn !== null) revealColumn(cellColumn);
  }, [cellColumn]);
  const focusList = useCallback(() => {
    scroller.current?.focus({ preventScroll: true });
  }, []);
  return { scroller, focusList, virtualizer, rowHeight };
}
