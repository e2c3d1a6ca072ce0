import { writeCells, writeCellsAsHtml } from '#shared/formats/clipboard/cells.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { CustomerRow } from '../../../engine/api.ts';
import type { Engine } from '../../../engine/client-types.ts';
import { columnSpec, type CellWords } from './columns.tsx';

const atOnce = 2_000;

/** The rows of a result that are selected, in its order. */
export async function selectedRows(
  engine: Engine,
  token: string,
  total: number,
  selected: ReadonlySet<CustomerId>,
): Promise<CustomerRow[]> {
  const rows: CustomerRow[] = [];
  for (let from = 0; from < total && rows.length < selected.size; from += atOnce) {
    for (const row of await engine.rows(token, from, from + atOnce)) if (selected.has(row.id)) rows.push(row);
  }
  return rows;
}

/** Puts rows on the clipboard as a spreadsheet does, with a line of headings. */
export function copyRows(
  rows: readonly CustomerRow[],
  columns: readonly string[],
  labelOf: (id: string) => string,
  words: CellWords,
): boolean {
  const cells = rows.map((row) => columns.map((id) => columnSpec(id).text(row, words)));
  return copyCells([columns.map(labelOf), ...cells]);
}

/**
 * By the copy command and its event: Kebu refuses every permission, that of the clipboard too, and this needs none. The
 * command acts only when something is selected.
 */
export function copyCells(cells: readonly (readonly string[])[]): boolean {
  const focused = document.activeElement;
  const box = document.createElement('textarea');
  box.value = ' ';
  document.body.append(box);
  box.select();
  const fill = (event: ClipboardEvent) => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', writeCells(cells));
    event.clipboardData?.setData('text/html', writeCellsAsHtml(cells));
  };
  document.addEventListener('copy', fill, { once: true });
  const isCopied = document.execCommand('copy');
  document.removeEventListener('copy', fill);
  box.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return isCopied;
}
