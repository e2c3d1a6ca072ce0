import type { Workbook } from '#shared/formats/sheets/workbook.ts';
import type { Table } from '#shared/formats/table.ts';
import { findHeader } from '#shared/imports/find-header.ts';

/** Sheets looked into to find the one that is a list; further ones can be chosen by hand. */
const searchedSheets = 12;

/** The sheet whose header is the surest; the first visible one when none has any. */
export async function chooseSheet(workbook: Workbook): Promise<number> {
  const visible = workbook.sheets.flatMap((sheet, index) => (sheet.isHidden ? [] : [index]));
  const candidates = (visible.length > 0 ? visible : [0]).slice(0, searchedSheets);
  if (candidates.length === 1) return candidates[0] ?? 0;
  let best = { sheet: candidates[0] ?? 0, score: 0 };
  for (const sheet of candidates) {
    for await (const batch of workbook.read(sheet)) {
      const score = findHeader(batch.rows)?.score ?? 0;
      if (score > best.score) best = { sheet, score };
      break;
    }
  }
  return best.sheet;
}

export async function readSheet(
  workbook: Workbook,
  sheet: number,
  onRows: (rows: number) => Promise<void>,
): Promise<Table> {
  const table: Table = { rows: [], lines: [] };
  for await (const batch of workbook.read(sheet)) {
    for (const [index, cells] of batch.rows.entries()) {
      table.rows.push(cells);
      table.lines.push(batch.lines[index] ?? 0);
    }
    await onRows(table.rows.length);
  }
  return table;
}
