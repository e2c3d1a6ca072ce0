import { writeXlsxStream } from 'hucre/xlsx';

/** A number is one to calculate with; whatever else looks like one, phones and codes, is a text. */
export type SheetCell = string | number;

/** Excel shows no more characters of a cell, and calls a file with more damaged. */
const longestCell = 32_767;

type Batches = AsyncIterable<readonly (readonly SheetCell[])[]>;

/** One sheet as an .xlsx file, its headings in bold and in view while the rows are scrolled. Rows are taken as they come. */
export async function writeWorkbook(
  sheetName: string,
  header: readonly string[],
  batches: Batches,
): Promise<ReadableStream<Uint8Array>> {
  const iterator = batches[Symbol.asyncIterator]();
  const first = await iterator.next();
  const known = first.done === true ? [] : first.value;
  const all = (async function* all() {
    yield known;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  })();
  return writeXlsxStream(rowsOf(header, all), {
    name: sheetName,
    columns: header.map((heading, column) => ({ width: widthOf(heading, known, column) })),
    freezePane: { rows: 1 },
  });
}

const [narrowest, widest] = [9, 40];
const looked = 200;

/** In characters of Latin text, as Excel counts: what the heading and the first rows need; Chinese characters take two. */
function widthOf(heading: string, rows: readonly (readonly SheetCell[])[], column: number): number {
  let width = narrowest;
  for (const text of [heading, ...rows.slice(0, looked).map((cells) => String(cells[column] ?? ''))]) {
    const [line = ''] = text.split('\n');
    width = Math.max(width, line.length + (line.match(/[\u2e80-\uffef]/gu)?.length ?? 0) + 2);
    if (width >= widest) return widest;
  }
  return width;
}

async function* rowsOf(header: readonly string[], batches: Batches): AsyncGenerator<(SheetCell | null)[]> {
  yield [...header];
  for await (const rows of batches) for (const cells of rows) yield cells.map(asStored);
}

function asStored(cell: SheetCell): SheetCell | null {
  if (typeof cell === 'number') return cell;
  return cell === '' ? null : cell.slice(0, longestCell);
}
