import { isShortened } from '../values/lost-values.ts';
import { mostCells, readCells } from './cells.ts';
import { readHtmlTable, type TableCell } from './html-table.ts';

/** What was copied, as programs put it on the clipboard. */
export interface Copied {
  text: string;
  html: string;
}

/**
 * The cells that were copied. Their text counts, and the table beside it, where there is one, for what the text lost: the digits of a
 * number that was shown as `1.38E+10`, the lines of a cell, and which columns were hidden. `null` when there are too many.
 */
export function readClipboard({ text, html }: Copied): string[][] | null {
  const rows = readCells(text);
  if (rows === null) return null;
  const table = html === '' ? null : readHtmlTable(html, mostCells);
  if (table === null || table.length === 0) return rows;
  const [shown, written] = [extentOf(table.map((row) => row.map((cell) => cell.text))), extentOf(rows)];
  if (shown.rows !== written.rows || shown.columns > written.columns) return rows;
  if (shown.columns < written.columns) return table.map((row) => row.slice(0, shown.columns).map(textOf));
  return rows.map((row, y) => row.map((cell, x) => withLost(cell, table[y]?.[x])));
}

/** Without the empty rows and columns at its end. */
function extentOf(rows: readonly (readonly string[])[]): { rows: number; columns: number } {
  const widths = rows.map((row) => row.findLastIndex((cell) => cell.trim() !== '') + 1);
  return { rows: widths.findLastIndex((width) => width > 0) + 1, columns: Math.max(0, ...widths) };
}

function textOf({ text, value }: TableCell): string {
  return value !== undefined && isShortened(text) ? value : text;
}

function withLost(cell: string, shown: TableCell | undefined): string {
  if (!shown) return cell;
  if (isShortened(cell.trim())) return shown.value ?? cell;
  const isOfLines = shown.text.includes('\n') && !cell.includes('\n');
  return isOfLines && oneLine(shown.text) === oneLine(cell) ? shown.text : cell;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
