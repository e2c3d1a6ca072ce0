import Papa from 'papaparse';
import { failWith } from '../../errors/app-error.ts';
import { isBlankRow, type Table } from '../table.ts';

/** No row of an honest table is longer; a quote that is never closed swallows everything behind it. */
const longestRow = 4 * 1024 * 1024;

/** Reads a CSV text piece by piece; pieces may be cut anywhere. Rows come as soon as they are complete. */
export interface CsvReader {
  /** Throws AppFailure `import/unclosed-quote` with the line in which the quote was opened. */
  push(text: string): Table;
  end(): Table;
}

/**
 * RFC 4180 with the liberties that files take: CRLF, LF and CR mixed, ragged rows, blanks around quotes. Line ends inside
 * quotes become LF. Blank rows are left out but counted as lines.
 */
export function createCsvReader(delimiter: string, firstLine = 1): CsvReader {
  const parser = new Papa.Parser({ delimiter, newline: '\n' });
  let rest = '';
  let line = firstLine;
  // A row longer than a piece is not read again with every piece, but when the text has doubled.
  let parseFrom = 0;

  const parse = (isLast: boolean): Table => {
    const { data, errors, meta } = parser.parse(rest, 0, !isLast);
    const table: Table = { rows: [], lines: [] };
    const suspects = new Set(errors.filter((error) => error.code === 'InvalidQuotes').map((error) => error.row));
    const isUnclosed = errors.some((error) => error.code === 'MissingQuotes');
    data.forEach((cells, index) => {
      const isTail = isLast && index === data.length - 1;
      if (isUnclosed && isTail) failAtQuote(cells, line);
      let breaks = 0;
      for (const cell of cells) {
        const found = countBreaks(cell);
        // A quote inside the field that closed nothing, and lines swallowed: the field was never meant to begin there.
        if (found > 0 && suspects.has(index)) failWith('import/unclosed-quote', { line: line + breaks });
        breaks += found;
      }
      if (!isBlankRow(cells)) {
        table.rows.push(cells);
        table.lines.push(line);
      }
      line += breaks + 1;
    });
    rest = isLast ? '' : rest.slice(meta.cursor);
    parseFrom = data.length === 0 ? rest.length * 2 : 0;
    if (rest.length > longestRow) failWith('import/unclosed-quote', { line });
    return table;
  };

  let heldReturn = '';
  return {
    push(text) {
      // A CR at the end of a piece may be the first half of a CRLF.
      const whole = heldReturn + text;
      heldReturn = whole.endsWith('\r') ? '\r' : '';
      rest += (heldReturn ? whole.slice(0, -1) : whole).replace(/\r\n?/g, '\n');
      return rest.length < parseFrom ? { rows: [], lines: [] } : parse(false);
    },
    end() {
      if (heldReturn) rest += '\n';
      heldReturn = '';
      return rest === '' ? { rows: [], lines: [] } : parse(true);
    },
  };
}

/** The last cell of the row holds everything from the quote on; the cells before it may have lines of their own. */
function failAtQuote(cells: readonly string[], line: number): never {
  const before = cells.slice(0, -1).reduce((sum, cell) => sum + countBreaks(cell), 0);
  return failWith('import/unclosed-quote', { line: line + before });
}

function countBreaks(cell: string): number {
  let count = 0;
  for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count++;
  return count;
}
