/**
 * What a spreadsheet would run: `=…`, and `+ - @` unless a phone or a negative number follows; in full width too, as
 * Excel takes those for the same in East Asian settings. Apostrophes before it count, so that undoing is exact.
 */
const runnable = /^'*(?:[=＝]|[+\-@＋－＠](?![\d\s()-]*$)|[\t\r\n])/;

/** A leading apostrophe makes a spreadsheet show a cell instead of running it. Undone by `restoreCell`. */
export function neutralizeCell(cell: string): string {
  return runnable.test(cell) ? `'${cell}` : cell;
}

/** Takes off the apostrophe that `writeCsv` put on, and no other. */
export function restoreCell(cell: string): string {
  return cell.startsWith("'") && runnable.test(cell.slice(1)) ? cell.slice(1) : cell;
}

/**
 * A table as CSV that Excel, WPS and Numbers open by double click: UTF-8 with byte-order mark, comma, CRLF; cells that
 * a spreadsheet would run as formulas are shown as text.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${writeCsvLines(rows)}`;
}

/** Further lines of such a file. */
export function writeCsvLines(rows: readonly (readonly string[])[]): string {
  return `${rows.map((cells) => cells.map(writeCell).join(',')).join('\r\n')}\r\n`;
}

function writeCell(cell: string): string {
  const safe = neutralizeCell(cell);
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
