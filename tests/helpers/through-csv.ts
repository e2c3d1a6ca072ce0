import type { ExportColumn } from '../../shared/exports/export-column.ts';
import { readCsvCell } from '../../shared/formats/csv/csv-cell.ts';
import { createCsvReader } from '../../shared/formats/csv/read-csv.ts';
import { writeCsv } from '../../shared/formats/csv/write-csv.ts';

/** What an import reads in a file of these columns: the headings, then a row each. */
export function throughCsv<Row>(columns: readonly ExportColumn<Row>[], exported: readonly Row[]): string[][] {
  const rows = exported.map((each) => columns.map((column) => column.text(each)));
  const reader = createCsvReader(',');
  const first = reader.push(writeCsv([columns.map(({ header }) => header), ...rows]).slice(1));
  return [...first.rows, ...reader.end().rows].map((cells) => cells.map(readCsvCell));
}
