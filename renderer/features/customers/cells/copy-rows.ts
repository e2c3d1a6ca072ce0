import { writeCells, writeCellsAsHtml } from '#shared/formats/clipboard/cells.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { CustomerRow } from '../../../engine/api.ts';
import type { Engine } from '../../../engine/client-types.ts';
import { putOnClipboard } from '../clipboard.ts';
import type { CellWords } from '../columns/column-spec.tsx';
import { columnSpec } from '../columns/columns.tsx';

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

export function copyCells(cells: readonly (readonly string[])[]): boolean {
  return putOnClipboard((data) => {
    data.setData('text/plain', writeCells(cells));
    data.setData('text/html', writeCellsAsHtml(cells));
  });
}
