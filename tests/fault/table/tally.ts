/** `quick`: a few points of everything, for every run of the tests. `whole`: every point. `long`: hours, if need be. */
export type Depth = 'quick' | 'whole' | 'long';

/** One line of the table. */
export interface FaultRow {
  fault: string;
  /** How often the fault was let happen, each time at another place. */
  points: number;
  /** Changes that were acknowledged before it. */
  acknowledged: number;
  /** Those of them that were gone afterwards. A control must lose some, or it proves nothing. */
  lost: number;
  /** Whatever else was not as it has to be: a change twice or in half, a message missing, a damage believed. */
  wrong: readonly string[];
  isControl?: boolean;
  /** Why it could not be tried on this machine. */
  skipped?: string;
}

/** Counts what becomes of one fault. */
export class Tally {
  readonly #fault: string;
  #points = 0;
  #acknowledged = 0;
  #lost = 0;
  readonly #wrong: string[] = [];

  constructor(fault: string) {
    this.#fault = fault;
  }

  /** A fault happened; of these acknowledged changes the ones in `found` are there. */
  judge(where: string, acknowledged: readonly string[], found: readonly string[]): void {
    this.#points += 1;
    this.#acknowledged += acknowledged.length;
    const there = new Set(found);
    const gone = acknowledged.filter((change) => !there.has(change));
    this.#lost += gone.length;
    if (gone.length > 0)
      this.complain(
        where,
        `lost ${gone
          .slice(0, 3)
          .map((change) => change.slice(0, 20))
          .join(', ')}`,
      );
    if (there.size !== found.length) this.complain(where, 'a change is there twice');
  }

  complain(where: string, what: string): void {
    this.#wrong.push(`${where}: ${what}`);
  }

  expect(where: string, isSo: boolean, what: string): void {
    if (!isSo) this.complain(where, what);
  }

  row(): FaultRow {
    const [fault, points, acknowledged, lost] = [this.#fault, this.#points, this.#acknowledged, this.#lost];
    return { fault, points, acknowledged, lost, wrong: this.#wrong };
  }

  /** A line that must show a loss: the same fault without the protection. */
  control(): FaultRow {
    return { ...this.row(), wrong: [], isControl: true };
  }
}

export function skippedRow(fault: string, why: string): FaultRow {
  return { fault, points: 0, acknowledged: 0, lost: 0, wrong: [], skipped: why };
}

export function isPassed(row: FaultRow): boolean {
  if (row.skipped !== undefined) return true;
  if (row.isControl) return row.lost > 0;
  return row.points > 0 && row.lost === 0 && row.wrong.length === 0;
}

export function tableOf(rows: readonly FaultRow[]): string {
  const head = ['fault', 'points', 'acknowledged', 'lost', ''];
  const lines = rows.map((row) => {
    if (row.skipped !== undefined) return [row.fault, '-', '-', '-', `SKIPPED: ${row.skipped}`];
    const verdict = row.isControl ? (isPassed(row) ? 'lost, as it must' : 'CONTROL LOST NOTHING') : '';
    const problem = isPassed(row) || row.isControl ? '' : `FAILED: ${row.wrong[0] ?? 'no point was tried'}`;
    const numbers = [row.points, row.acknowledged, row.lost].map((number) => number.toLocaleString('en'));
    return [row.fault, ...numbers, verdict || problem];
  });
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map((line) => line[column]?.length ?? 0)));
  const draw = (line: readonly string[]) =>
    line
      .map((cell, column) =>
        column === 0 || column === 4 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [draw(head), draw(widths.map((width) => '-'.repeat(width))), ...lines.map(draw)].join('\n');
}
