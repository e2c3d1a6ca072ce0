import { useState, type MouseEvent, type RefObject } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { CustomerRow } from '../../../engine/api.ts';
import { isTyping } from '../../../ui/theme/keyboard.ts';
import { RowMenu } from '../dialogs.ts';
import { useListState } from '../list-state.ts';
import type { ListDeeds } from '../list-deeds.ts';
import { customerCellId, customerLineId } from './customer-line.tsx';
import type { RowMenuOf } from './row-menu.tsx';
import type { GridPlace } from './use-grid-paste.ts';

interface RowMenus extends Omit<GridPlace, 'engine' | 'result'> {
  list: RefObject<HTMLElement | null>;
  /** Whose cells are taken in. */
  taken: ReadonlySet<CustomerId>;
  cellColumn: string | null;
  onActivate: (at: number, row: CustomerRow | undefined) => void;
  onColumnMenu: (column: string) => void;
  onOpen: (id: CustomerId, byKey: boolean) => void;
  onEdit: (row: CustomerRow, column: string) => void;
  onCopy: (areRows?: boolean) => void;
  deeds: ListDeeds;
}

/** The menus that the other button of the mouse opens in the list, and Shift+F10 or the menu key where the keyboard is. */
export function useRowMenu(menus: RowMenus) {
  const [menu, setMenu] = useState<(RowMenuOf & { rowAt: number }) | null>(null);
  const { list, active, cellColumn, columns, range, rowAt, selecting, slots, taken } = menus;

  const openByKey = () => {
    const row = rowAt(active);
    const id = cellColumn === null ? customerLineId(active) : customerCellId(active, cellColumn);
    const box = (document.getElementById(id) ?? list.current)?.getBoundingClientRect();
    if (row && box)
      setMenu({ row, rowAt: active, column: cellColumn, at: { x: box.left, y: box.bottom }, isByKey: true });
  };
  const openAt = (event: MouseEvent, target: Element) => {
    const heading = target.closest('[role=columnheader]')?.getAttribute('aria-colindex');
    const headed = columns[Number(heading ?? 0) - 2];
    if (headed !== undefined) {
      menus.onColumnMenu(headed);
      return;
    }
    const content = slots.at(Number(target.closest('[role=row]')?.getAttribute('aria-rowindex')) - 2);
    if (!('row' in content)) return;
    const row = rowAt(content.row);
    if (!row) return;
    const column = target.closest<HTMLElement>('[data-column]')?.dataset['column'] ?? null;
    const isTakenIn = column !== null && taken.has(row.id) && range.includes(column);
    if (!isTakenIn) {
      selecting.leave();
      menus.onActivate(content.row, row);
      useListState.getState().enterCell(column);
    }
    setMenu({ row, rowAt: content.row, column, at: { x: event.clientX, y: event.clientY }, isByKey: false });
  };
  const openMenu = (event: MouseEvent<HTMLElement>) => {
    const { target, button, currentTarget } = event;
    if (!(target instanceof Element) || !currentTarget.contains(target) || isTyping(target)) return;
    event.preventDefault();
    // Chromium's way to say that no button was pressed.
    if (button < 0) openByKey();
    else openAt(event, target);
  };
  return {
    openMenu,
    rowMenu: menu && (
      <RowMenu
        {...menu}
        list={list}
        deeds={menus.deeds}
        onClose={() => {
          setMenu(null);
        }}
        onOpen={() => {
          menus.onOpen(menu.row.id, false);
        }}
        onEdit={() => {
          if (menu.column !== null) menus.onEdit(menu.row, menu.column);
        }}
        onCopy={menus.onCopy}
        onToggle={() => {
          selecting.toggle(menu.rowAt, menu.row.id);
        }}
      />
    ),
  };
}
