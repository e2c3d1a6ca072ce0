import type { KeyboardEvent } from 'react';
import { isComposing, isTyping } from '../../../ui/theme/keyboard.ts';

export interface CellKeys {
  columns: readonly string[];
  cellColumn: string | null;
  isEditing: boolean;
  hasActiveRow: boolean;
  hasSelection: boolean;
  onCell: (column: string | null, extendsRange?: boolean) => void;
  onEdit: () => void;
  /** Empties the cells that are taken in. */
  onClear: () => void;
  onStopEdit: () => void;
  onMenu: (column: string) => void;
  onCopy: () => void;
  onClearSelection: () => void;
}

/**
 * Left and right go through the cells of the active row, Home and End to its first and last, with Shift taking them in; Enter, F2 or
 * a digit types into one, Delete empties it, M or Alt with Down opens the menu of its column, Escape goes back to whole rows and then
 * forgets the selection. Returns whether the key was one of these.
 */
export function handleCellKey(event: KeyboardEvent, keys: CellKeys): boolean {
  if (isComposing(event) || isTyping(event.target)) return false;
  const action = actionOf(event, keys);
  if (!action) return false;
  if (action === typeInto) {
    // The digit itself goes into the cell, which takes the focus before it arrives, and is no shortcut of the window.
    event.stopPropagation();
    keys.onEdit();
    return true;
  }
  event.preventDefault();
  action();
  return true;
}

const typeInto = (): void => undefined;
/** What numbers, amounts and days begin with. Letters are keys of the list. */
const digit = /^[\d+\p{Sc}]$/u;

function menuOf({ columns, cellColumn, onMenu }: CellKeys): (() => void) | null {
  const column = cellColumn ?? columns[0];
  if (column === undefined) return null;
  return () => {
    onMenu(column);
  };
}

function actionOf(event: KeyboardEvent, keys: CellKeys): (() => void) | null {
  const { columns, cellColumn, hasActiveRow, hasSelection } = keys;
  const withMod = event.ctrlKey || event.metaKey;
  if (withMod && event.key.toLowerCase() === 'c' && (hasSelection || hasActiveRow)) return keys.onCopy;
  if (event.altKey && event.key === 'ArrowDown') return menuOf(keys);
  if (withMod || event.altKey) return null;
  const at = cellColumn === null ? -1 : columns.indexOf(cellColumn);
  switch (event.key) {
    case 'Escape':
      if (keys.isEditing) return keys.onStopEdit;
      if (cellColumn !== null) {
        return () => {
          keys.onCell(null);
        };
      }
      return hasSelection ? keys.onClearSelection : null;
    case 'ArrowRight':
      if (!hasActiveRow) return null;
      return () => {
        keys.onCell(columns[Math.min(columns.length - 1, at + 1)] ?? null, event.shiftKey && at >= 0);
      };
    case 'ArrowLeft':
      if (cellColumn === null) return null;
      if (event.shiftKey && at === 0) return () => undefined;
      return () => {
        keys.onCell(columns[at - 1] ?? null, event.shiftKey);
      };
    case 'Delete':
    case 'Backspace':
      return cellColumn === null || !hasActiveRow ? null : keys.onClear;
    case 'F2':
    case 'Enter':
      return cellColumn === null || !hasActiveRow ? null : keys.onEdit;
    case 'Home':
    case 'End':
      if (cellColumn === null) return null;
      return () => {
        keys.onCell(columns.at(event.key === 'Home' ? 0 : -1) ?? null, event.shiftKey);
      };
    case 'm':
      return menuOf(keys);
    default:
      return cellColumn !== null && hasActiveRow && digit.test(event.key) ? typeInto : null;
  }
}
