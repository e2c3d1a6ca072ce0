import type { Table } from '../formats/table.ts';

/** A cell of a file that is to read otherwise: the line as the table tells it, the column from 0. */
export interface MendedCell {
  line: number;
  column: number;
  text: string;
}

/** The table with these cells; the one that is given stays as it is. A later cell wins over an earlier one in its place. */
export function mendCells(table: Table, mended: readonly MendedCell[]): Table {
  const rows = [...table.rows];
  for (const { line, column, text } of mended) {
    const at = table.lines.indexOf(line);
    const cells = rows[at];
    if (!cells) continue;
    const missing = Array.from({ length: Math.max(0, column + 1 - cells.length) }, () => '');
    rows[at] = [...cells, ...missing].with(column, text);
  }
  return { ...table, rows };
}
