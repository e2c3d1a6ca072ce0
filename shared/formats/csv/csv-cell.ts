import { restoreCell } from './write-csv.ts';

/** A cell of a CSV as it was meant: without the `="00123"` and the apostrophe that keep spreadsheets from changing it. */
export function readCsvCell(cell: string): string {
  const code = cell.charCodeAt(0);
  if (code === 0x27) return restoreCell(cell);
  return code === 0x3d ? (/^="([^"]*)"$/.exec(cell)?.[1] ?? cell) : cell;
}
