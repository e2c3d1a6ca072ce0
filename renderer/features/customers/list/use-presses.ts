import {
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
} from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { CustomerRow } from '../../../engine/api.ts';
import { isTyping } from '../../../ui/theme/keyboard.ts';
import { dragCells } from '../cells/drag-cells.ts';
import type { DragFrame } from '../cells/drag-place.ts';
import { onSecondPress } from '../cells/second-press.ts';
import { columnSpec } from '../columns/columns.tsx';
import { useListState } from '../list-state.ts';
import type { PressKind } from './customer-line.tsx';
import type { Slots } from './slots.ts';
import type { Anchor, Selecting } from './use-selection.ts';

interface Pressed {
  scroller: RefObject<HTMLDivElement | null>;
  rowHeight: number;
  slots: Slots;
  columns: readonly string[];
  /** Those that stay in place. */
  pins: Readonly<Record<string, number>>;
  active: number;
  rowAt: (at: number) => CustomerRow | undefined;
  anchorAt: (at: number) => Anchor;
  selecting: Selecting;
  onActivate: (at: number, row: CustomerRow | undefined) => void;
  onOpen: (id: CustomerId, byKey: boolean) => void;
  onEdit: (row: CustomerRow, column: string) => void;
}

/** What the pointer does in the list: opens, selects, types into a cell by a double press, takes cells in by dragging over them. */
export function usePresses(pressed: Pressed) {
  const latest = useRef(pressed);
  useLayoutEffect(() => {
    latest.current = pressed;
  });
  /** Whose cell was the first while cells are dragged over. */
  const [draggedFrom, setDraggedFrom] = useState<CustomerId | null>(null);

  const press = useCallback(
    (kind: PressKind, at: number, row: CustomerRow | undefined, column: string | null, event?: MouseEvent) => {
      if (!row) return;
      const { active, anchorAt, selecting, onActivate, onOpen } = latest.current;
      const { openId, open, enterCell } = useListState.getState();
      const from = anchorAt(active);
      onActivate(at, row);
      if (kind === 'toggle') selecting.toggle(at, row.id);
      else if (kind === 'extend') {
        selecting.extend(at, from);
        if (from.isCell && column !== null) enterCell(column, true);
      } else {
        selecting.leave();
        enterCell(null);
        onOpen(row.id, false);
        if (column === null || !event) return;
        onSecondPress(event.nativeEvent, () => {
          // The card that the first press opened was not meant, and the list lies as it did again.
          if (openId === null && columnSpec(column).fact !== undefined) open(null);
          enterCell(column);
          latest.current.onEdit(row, column);
        });
      }
    },
    [],
  );

  const startDrag = useCallback(({ nativeEvent: event }: PointerEvent) => {
    const { target } = event;
    const isPlain = !(event.shiftKey || event.ctrlKey || event.metaKey || event.altKey);
    if (!isPlain || event.button !== 0 || event.pointerType === 'touch') return;
    if (!(target instanceof HTMLElement) || isTyping(target)) return;
    const { slots, rowAt, scroller } = latest.current;
    const column = target.closest<HTMLElement>('[data-column]')?.dataset['column'];
    const content = slots.at(Number(target.closest('[role=row]')?.getAttribute('aria-rowindex')) - 2);
    const list = scroller.current;
    if (column === undefined || !('row' in content) || !list) return;
    const from = { at: content.row, column };
    const first = rowAt(from.at);
    if (!first) return;
    const { cellColumn, cellAnchor, takeCells } = useListState.getState();
    const { active: activeBefore } = latest.current;
    let undo: (() => void) | null = null;
    dragCells(event, from, {
      scroller: list,
      lie: () => ({ frame: frameOf(list, latest.current, column), slots: latest.current.slots }),
      onTake: (to) => {
        const { selecting, onActivate } = latest.current;
        if (undo === null) {
          undo = selecting.keep();
          // What is dragged over is meant instead of what was selected.
          selecting.clear();
          setDraggedFrom(first.id);
          onActivate(from.at, first);
        }
        takeCells(from.column, to.column);
        if (to.at === from.at) selecting.leave();
        else selecting.extend(to.at, { at: from.at, id: first.id, isCell: true });
      },
      onEnd: (to) => {
        const { onActivate, rowAt: rowNow } = latest.current;
        setDraggedFrom(null);
        takeCells(to.column, from.column);
        onActivate(to.at, rowNow(to.at));
      },
      onCancel: () => {
        const { onActivate, rowAt: rowNow } = latest.current;
        setDraggedFrom(null);
        undo?.();
        takeCells(cellColumn, cellAnchor);
        onActivate(activeBefore, rowNow(activeBefore));
      },
    });
  }, []);
  return { press, startDrag, draggedFrom };
}

/** How the list lies on the screen: the header tells, which is there whichever rows are drawn. */
function frameOf(list: HTMLElement, { rowHeight, columns, pins }: Pressed, from: string): DragFrame {
  const box = list.getBoundingClientRect();
  const [boxes, ...headings] = Array.from(list.querySelectorAll('[role=columnheader]'), (heading) =>
    heading.getBoundingClientRect(),
  );
  const places = columns.map((id, at) => {
    const { left = 0, right = 0 } = headings[at] ?? {};
    return { id, left, right };
  });
  const isHeldBack = pins[from] === undefined && list.scrollLeft > 0;
  const inPlace = places.findLast(({ id }) => pins[id] !== undefined) ?? boxes;
  return {
    left: isHeldBack && inPlace ? inPlace.right : box.left,
    right: box.left + list.clientWidth,
    top: boxes?.bottom ?? box.top,
    bottom: box.top + list.clientHeight,
    scrollTop: list.scrollTop,
    rowHeight,
    columns: places,
  };
}
