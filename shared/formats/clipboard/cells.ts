import { escapeHtml } from '../html/escape-html.ts';

/** A block of cells as spreadsheets put it on the clipboard: tabs between cells, line feeds between rows. */
export function writeCells(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join('\t')).join('\r\n');
}

function quoted(cell: string): string {
  return /["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** The same as a table, for programs that keep what looks like a number as text only there. */
function writeRowsAsHtml(rows: readonly (readonly string[])[]): string {
  const cells = rows.map(
    (row) =>
      `<tr>${row.map((cell) => `<td style="mso-number-format:'\\@'">${escapeHtml(cell).replaceAll('\n', '<br>')}</td>`).join('')}</tr>`,
  );
  return cells.join('');
}

/** A block of cells that is written piece by piece, so that a large one does not hold up whoever writes it. */
export class WrittenCells {
  readonly #texts: string[] = [];
  readonly #tables: string[] = [];
  #rows = 0;

  /** A line of headings, which is not counted among the rows. */
  head(cells: readonly string[]): void {
    this.#texts.unshift(writeCells([cells]));
    this.#tables.unshift(writeRowsAsHtml([cells]));
  }

  add(rows: readonly (readonly string[])[]): void {
    if (rows.length === 0) return;
    this.#texts.push(writeCells(rows));
    this.#tables.push(writeRowsAsHtml(rows));
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
    row.push(quotedEnd === null ? text.slice(at, end) : text.slice(at + 1, end - 1).replaceAll('""', '"'));
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
