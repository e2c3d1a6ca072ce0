import { writeXlsxStream } from 'hucre/xlsx';

/** A number is one to calculate with; whatever else looks like one, phones and codes, is a text. */
export type SheetCell = string | number;

/** Excel shows no more characters of a cell, and calls a file with more damaged. */
const longestCell = 32_767;

/** One sheet as an .xlsx file, its headings in bold and in view while the rows are scrolled. Rows are taken as they come. */
export function writeWorkbook(
  sheetName: string,
  header: readonly string[],
  batches: AsyncIterable<readonly (readonly SheetCell[])[]>,
): ReadableStream<Uint8Array> {
  return writeXlsxStream(rowsOf(header, batches), {
    name: sheetName,
    columns: header.map((heading) => ({ width: Math.min(40, Math.max(12, heading.length * 2)) })),
    freezePane: { rows: 1 },
  });
}

async function* rowsOf(
  header: readonly string[],
  batches: AsyncIterable<readonly (readonly SheetCell[])[]>,
): AsyncGenerator<(SheetCell | null)[]> {
  yield [...header];
  for await (const rows of batches) for (const cells of rows) yield cells.map(asStored);
}

function asStored(cell: SheetCell): SheetCell | null {
  if (typeof cell === 'number') return cell;
  return cell === '' ? null : cell.slice(0, longestCell);
}
