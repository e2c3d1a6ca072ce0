import type { RowTotals, StoreTotals } from '#shared/ipc/contract.ts';
import type { SealedTable } from '../../../db/tables.ts';

/** A sealed row, or what is left of it to count with. Its tag is the end of `box`. */
type Tagged = { readonly box: Uint8Array };

export const noTotals: StoreTotals = {
  dossiers: { rows: 0, tagSum: '0000000000000000', lastSeq: 0 },
  catalogue: { rows: 0, tagSum: '0000000000000000', lastSeq: 0 },
  audit: { rows: 0, tagSum: '0000000000000000', lastSeq: 0 },
};

const tables = ['dossiers', 'catalogue', 'audit'] as const satisfies readonly SealedTable[];

/** What the rows of each table amount to, kept by adding what is written and taking away what it replaces. */
export class RowTally {
  readonly #sums: Record<SealedTable, { rows: number; tagSum: bigint; lastSeq: number }>;

  constructor(totals: StoreTotals = noTotals) {
    const open = ({ rows, tagSum, lastSeq }: RowTotals) => ({ rows, tagSum: BigInt(`0x${tagSum}`), lastSeq });
    this.#sums = { dossiers: open(totals.dossiers), catalogue: open(totals.catalogue), audit: open(totals.audit) };
  }

  add(table: SealedTable, row: Tagged, seq: number): void {
    const sum = this.#sums[table];
    sum.rows += 1;
    sum.tagSum = BigInt.asUintN(64, sum.tagSum + tagOf(row));
    sum.lastSeq = Math.max(sum.lastSeq, seq);
  }

  remove(table: SealedTable, row: Tagged): void {
    const sum = this.#sums[table];
    sum.rows -= 1;
    sum.tagSum = BigInt.asUintN(64, sum.tagSum - tagOf(row));
  }

  totals(): StoreTotals {
    const close = (table: SealedTable): RowTotals => {
      const { rows, tagSum, lastSeq } = this.#sums[table];
      return { rows, tagSum: tagSum.toString(16).padStart(16, '0'), lastSeq };
    };
    return { dossiers: close('dossiers'), catalogue: close('catalogue'), audit: close('audit') };
  }
}

/** Whether rows that were found are those that were written. A table's newest row may have been removed since. */
export function areSameRows(found: StoreTotals, written: StoreTotals): boolean {
  return tables.every(
    (table) =>
      found[table].rows === written[table].rows &&
      found[table].tagSum === written[table].tagSum &&
      found[table].lastSeq <= written[table].lastSeq,
  );
}

function tagOf({ box }: Tagged): bigint {
  // A row that came back cut short or misshapen has no tag; it counts as another one than was written.
  if (!(box instanceof Uint8Array) || box.length < 8) return 0n;
  return new DataView(box.buffer, box.byteOffset + box.length - 8, 8).getBigUint64(0);
}
