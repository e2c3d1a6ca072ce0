import { foldText } from '../match/text.ts';
import { guessMapping, scoreHeader } from './mapping.ts';
import { importKinds, type ImportKind, type Target } from './fields.ts';

/** Rows above this one may be titles and remarks; the header stands within them. */
const searchedRows = 20;
/** A header must at least have one telling name; a lone 备注 may be anything. */
const leastScore = 1;

export interface FoundHeader {
  /** Position in the rows given, not the line of the file. */
  row: number;
  kind: ImportKind;
  score: number;
}

/**
 * The row among the first that names most columns of one kind of table; `undefined` when none does. `ownLabels` are what the
 * archive's own fields are called.
 */
export function findHeader(
  rows: readonly (readonly string[])[],
  ownLabels: readonly string[] = [],
): FoundHeader | undefined {
  const own = new Set(ownLabels.map(foldText));
  let best: FoundHeader | undefined;
  rows.slice(0, searchedRows).forEach((cells, row) => {
    for (const kind of importKinds) {
      const score = scoreHeader(kind, cells, own);
      if (score >= leastScore && score > (best?.score ?? 0)) best = { row, kind, score };
    }
  });
  return best;
}

export interface Layout {
  kind: ImportKind;
  /** Position of the header among the rows; -1 when the table has none. */
  headerRow: number;
  header: string[];
  targets: Target[];
}

/**
 * Column names and targets for a header row; without one (-1) columns are named A, B, C … `ownLabels` are what the archive's own
 * fields are called.
 */
export function layOut(
  rows: readonly (readonly string[])[],
  headerRow: number,
  kind: ImportKind,
  ownLabels: readonly string[] = [],
): Layout {
  const samples = rows.slice(headerRow + 1, headerRow + 101);
  const width = Math.max(rows[headerRow]?.length ?? 0, commonWidth(samples));
  const header = Array.from(
    { length: width },
    (_, column) => (rows[headerRow]?.[column] ?? '').trim() || letters(column),
  );
  return { kind, headerRow, header, targets: guessMapping(kind, header, samples, ownLabels) };
}

/** The width that a fifth of the rows reach: columns without a name count, a single row cut wrongly does not. */
function commonWidth(rows: readonly (readonly string[])[]): number {
  const widths = rows.map((cells) => cells.length).sort((a, b) => b - a);
  return widths[Math.floor(widths.length / 5)] ?? 0;
}

function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}
