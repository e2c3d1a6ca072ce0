import type { KeyboardEvent } from 'react';
import { isComposing, isTyping } from '../theme/keyboard.ts';

export interface GridKeys {
  rowCount: number;
  /** Active position, -1 when there is none. */
  active: number;
  /** Rows that fit into the window, for Page Up and Page Down. */
  pageRows: number;
  /** The active row moved; `extends` when Shift was held, to stretch the selection. */
  onMove: (to: number, extendsSelection: boolean) => void;
  /** Enter. */
  onOpen: (at: number) => void;
  /** Space. */
  onToggle?: (at: number) => void;
  /** Ctrl or ⌘ with A. */
  onSelectAll?: () => void;
}

/** Where a key moves the active row; `null` for any other key. */
export function selectGridMove(key: string, active: number, rowCount: number, pageRows: number): number | null {
  if (rowCount === 0) return null;
  const last = rowCount - 1;
  const targets: Record<string, number> = {
    ArrowDown: active + 1,
    j: active + 1,
    ArrowUp: active - 1,
    k: active - 1,
    PageDown: active + pageRows,
    PageUp: active - pageRows,
    Home: 0,
    End: last,
  };
  const target = targets[key];
  return target === undefined ? null : Math.min(last, Math.max(0, target));
}

/** With Ctrl or ⌘ too, which is what spreadsheets take where Home and End alone go through the cells of a row. */
const ends: ReadonlySet<string> = new Set(['Home', 'End']);

/** Arrow keys, J and K, Page, Home, End, Enter, Space and Ctrl+A for a Grid. */
export function useGridKeys(keys: GridKeys): (event: KeyboardEvent) => void {
  return (event) => {
    if (isComposing(event) || isTyping(event.target)) return;
    const { active, rowCount, pageRows } = keys;
    const withMod = event.ctrlKey || event.metaKey;
    if (withMod && event.key.toLowerCase() === 'a' && keys.onSelectAll) {
      event.preventDefault();
      keys.onSelectAll();
      return;
    }
    if (event.altKey || (withMod && !ends.has(event.key))) return;
    if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      keys.onOpen(active);
      return;
    }
    if (event.key === ' ' && active >= 0 && keys.onToggle) {
      event.preventDefault();
      keys.onToggle(active);
      return;
    }
    const target = selectGridMove(event.key, active, rowCount, pageRows);
    if (target !== null) {
      event.preventDefault();
      keys.onMove(target, event.shiftKey);
    }
  };
}
