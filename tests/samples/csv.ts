/** Rows as a spreadsheet saves them: CRLF between rows, quotes only where needed, line feeds inside cells. */
export function writeCsv(rows: readonly (readonly string[])[], lineEnd = '\r\n'): string {
  return rows.map((row) => row.map(quote).join(',') + lineEnd).join('');
}

function quote(cell: string): string {
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
