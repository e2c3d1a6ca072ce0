import { readCsvCell } from '../csv/csv-cell.ts';
import { neutralizeCell } from '../csv/write-csv.ts';
import { escapeHtml } from '../html/escape-html.ts';

/**
 * A block of cells as spreadsheets put it on the clipboard: tabs between cells, line feeds between rows. What they would run is
 * shown instead, as in a CSV.
 */
export function writeCells(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => quoted(neutralizeCell(cell))).join('\t')).join('\r\n');
}

function quoted(cell: string): string {
  return /["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Whether spreadsheets may calculate with the cells of each column; days are days to them in any column. */
type Calculates = readonly boolean[];

/**
 * How spreadsheets are told what a cell is: Excel and WPS by its style, LibreOffice by `sdnum` and `sdval`. Without either they
 * take `00123` for 123 and run what begins with `=`.
 */
function cellMarks(text: string, calculates: boolean): string {
  if (calculates && /^-?\d{1,15}(?:\.\d+)?$/.test(text)) return `sdval="${text}" sdnum="1033;"`;
  const serial = serialOf(text);
  if (serial === null) return `style="mso-number-format:'\\@'" sdnum="1033;0;@"`;
  return `style="mso-number-format:'yyyy\\-mm\\-dd'" sdval="${String(serial)}" sdnum="1033;0;YYYY-MM-DD"`;
}

/** A day as spreadsheets count them. All of them agree from March 1900 on; a day before is left a text. */
function serialOf(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const serial = Date.parse(text) / 86_400_000 + 25_569;
  return serial > 60 ? serial : null;
}

/** The same as a table. Lines of one cell stay in it where Excel would begin another row. */
function writeRowsAsHtml(rows: readonly (readonly string[])[], calculates: Calculates): string {
  return rows
    .map((row) => `<tr>${row.map((cell, at) => htmlCell(cell, calculates[at] === true)).join('')}</tr>`)
    .join('');
}

function htmlCell(text: string, calculates: boolean): string {
  const lines = escapeHtml(text).replaceAll('\n', '<br style="mso-data-placement:same-cell">');
  return `<td ${cellMarks(text, calculates)}>${lines}</td>`;
}

/** A block of cells that is written piece by piece, so that a large one does not hold up whoever writes it. */
export class WrittenCells {
  readonly #texts: string[] = [];
  readonly #tables: string[] = [];
  readonly #calculates: Calculates;
  #rows = 0;

  constructor(calculates: Calculates = []) {
    this.#calculates = calculates;
  }

  /** A line of headings, which is not counted among the rows. */
  head(cells: readonly string[]): void {
    this.#texts.unshift(writeCells([cells]));
    this.#tables.unshift(writeRowsAsHtml([cells], []));
  }

  add(rows: readonly (readonly string[])[]): void {
    if (rows.length === 0) return;
    this.#texts.push(writeCells(rows));
    this.#tables.push(writeRowsAsHtml(rows, this.#calculates));
    this.#rows += rows.length;
  }

  get rows(): number {
    return this.#rows;
  }

  asText(): string {
    return this.#texts.join('\r\n');
  }

  asHtml(): string {
    return `<meta charset="utf-8"><table>${this.#tables.join('')}</table>`;
  }
}

/** More cells than anybody means to paste into a list. */
export const mostCells = 200_000;

/**
 * Reads what `writeCells` and spreadsheets write; a quoted cell may hold tabs and line feeds. Rows may differ in length. `null` when
 * there are more than `mostCells`: a part of them would be less than was meant.
 */
export function readCells(text: string): string[][] | null {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  let cells = 0;
  while (at < text.length) {
    if (cells === mostCells) return null;
    const quotedEnd = text[at] === '"' ? endOfQuoted(text, at) : null;
    const end = quotedEnd ?? endOfPlain(text, at);
    row.push(readCsvCell(quotedEnd === null ? text.slice(at, end) : text.slice(at + 1, end - 1).replaceAll('""', '"')));
    cells += 1;
    if (text[end] === '\t') {
      at = end + 1;
      if (at === text.length) row.push('');
      continue;
    }
    rows.push(row);
    row = [];
    at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

function endOfPlain(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '\t' && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

/** Behind the closing quote; `null` when nothing closes it or something follows: then it is a plain sign. */
function endOfQuoted(text: string, from: number): number | null {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') {
      at += 1;
      continue;
    }
    const after = text[at + 1];
    return after === undefined || after === '\t' || after === '\n' || after === '\r' ? at + 1 : null;
  }
  return null;
}
