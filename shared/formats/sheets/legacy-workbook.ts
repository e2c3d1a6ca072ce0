import { AppFailure, failWith } from '../../errors/app-error.ts';
import type { Table } from '../table.ts';
import type { CellValue } from './cell-text.ts';
import { addRow, type Workbook } from './workbook.ts';

/**
 * Opens what the main reader does not know: `.xls`, `.xlsb`, `.ods`, and the HTML tables that web systems call `.xls`
 * (given as text). The reader is large and rarely needed, so it is loaded only here.
 */
export async function openLegacyWorkbook(content: Uint8Array | string): Promise<Workbook> {
  const { read, utils } = await import('@e965/xlsx');
  const options = { cellDates: true, UTC: true, dense: true, cellFormula: false, cellHTML: false } as const;
  const book = attempt(() =>
    typeof content === 'string'
      ? read(content, { ...options, type: 'string' })
      : read(content, { ...options, type: 'array' }),
  );
  return {
    sheets: book.SheetNames.map((name, index) => ({
      name,
      isHidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
    })),
    async *read(sheet) {
      const content = book.Sheets[book.SheetNames[sheet] ?? ''];
      if (!content?.['!ref']) return;
      const firstRow = utils.decode_range(content['!ref']).s.r;
      const rows = attempt(() =>
        utils.sheet_to_json<CellValue[]>(content, { header: 1, raw: true, blankrows: true, UTC: true }),
      );
      let batch: Table = { rows: [], lines: [] };
      for (const [index, values] of rows.entries()) {
        if (!addRow(batch, Array.from(values), firstRow + index + 1)) continue;
        yield batch;
        batch = { rows: [], lines: [] };
      }
      if (batch.rows.length > 0) yield batch;
    },
  };
}

function attempt<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && /password|encrypt/i.test(error.message)) failWith('import/encrypted');
    throw new AppFailure({ code: 'import/damaged' }, { cause: error });
  }
}
