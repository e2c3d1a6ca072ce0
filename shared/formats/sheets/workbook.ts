import { isBlankRow, type SheetInfo, type Table } from '../table.ts';
import { cellText, type CellValue } from './cell-text.ts';

export interface Workbook {
  sheets: SheetInfo[];
  /** Rows of a sheet by its position, in batches, so that a reader can report progress and stop between them. */
  read(sheet: number): AsyncGenerator<Table>;
}

const batchRows = 1000;

/** Adds a row unless it is blank; says whether the batch is full. */
export function addRow(batch: Table, values: readonly CellValue[], line: number): boolean {
  const cells = values.map(cellText);
  if (isBlankRow(cells)) return false;
  batch.rows.push(cells);
  batch.lines.push(line);
  return batch.rows.length >= batchRows;
}
