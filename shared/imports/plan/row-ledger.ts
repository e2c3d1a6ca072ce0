import { assert } from '../../lib/assert.ts';
import type { Problem } from '../problems.ts';
import type { Counts, ImportEdit, Outcome, RowOutcome, SkipReason } from './plan.ts';

/** What the rows of one kind of table do. */
export interface KindPlan {
  edits: ImportEdit[];
  ledger: RowLedger;
  newCustomers: number;
}

/** Keeps for every row what became of it; each row is decided exactly once, so that the counts always add up. */
export class RowLedger {
  readonly #rows: (RowOutcome | undefined)[];
  readonly #lines: readonly number[];

  constructor(lines: readonly number[]) {
    this.#lines = lines;
    this.#rows = lines.map(() => undefined);
  }

  decide(
    row: number,
    outcome: Outcome,
    problems: Problem[],
    details: { reason?: SkipReason; recordId?: string } = {},
  ): void {
    const line = this.#lines[row];
    assert(line !== undefined && this.#rows[row] === undefined, `row ${row} is decided once`);
    this.#rows[row] = { line, outcome, problems, ...details };
  }

  isDecided(row: number): boolean {
    return this.#rows[row] !== undefined;
  }

  /** All rows. Throws when one was forgotten: the receipt would not add up. */
  close(): { rows: RowOutcome[]; counts: Counts } {
    const counts = { created: 0, updated: 0, skipped: 0, failed: 0 };
    const rows = this.#rows.map((row, index) => {
      assert(row, `row ${index} was decided`);
      counts[row.outcome]++;
      return row;
    });
    return { rows, counts };
  }
}
