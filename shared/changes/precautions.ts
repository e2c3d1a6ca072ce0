import type { Reason } from './reasons.ts';

/** An import of more edits than this, or a deletion of more rows, is preceded by a verified snapshot. */
export const snapshotAboveImported = 500;
export const snapshotAboveDeleted = 50;

/** Deleting so many rows at once, or such a share of the customers, needs the user's word. */
const brakeRows = 50;
const brakePercent = 20;
/** In a young archive one customer is a large share and no mass. */
const fewestForShare = 5;

/** Of how many records of a table so many would go. */
export interface Deletion {
  count: number;
  total: number;
}

interface EditedRecord {
  table: string;
  after: unknown;
}

/**
 * The deletion that weighs most among the edits, for good or into the bin. Rows that go with their customer are no deletions of
 * their own; `counts` are the records per table as they are before.
 */
export function largestDeletion(
  edits: readonly EditedRecord[],
  counts: Readonly<Record<string, number>>,
): Deletion & { isMass: boolean } {
  const perTable = new Map<string, number>();
  for (const { table, after } of edits) {
    if (isGone(after)) perTable.set(table, (perTable.get(table) ?? 0) + 1);
  }
  let largest = { count: 0, total: 0, isMass: false };
  for (const [table, edited] of perTable) {
    const total = counts[table] ?? 0;
    // What comes in deleted takes nothing away: no more can go than there is.
    const count = Math.min(edited, total);
    const isShare = table === 'customer' && count >= fewestForShare && count * 100 >= total * brakePercent;
    const isMass = count >= brakeRows || isShare;
    if (Number(isMass) > Number(largest.isMass) || (isMass === largest.isMass && count > largest.count)) {
      largest = { count, total, isMass };
    }
  }
  return largest;
}

function isGone(after: unknown): boolean {
  return after === null || (typeof after === 'object' && 'deletedAt' in after && after.deletedAt !== undefined);
}

/** Whether a verified snapshot has to be there before these edits are written. */
export function needsSnapshot(reason: Reason, editCount: number, deletedCount: number): boolean {
  if (deletedCount > snapshotAboveDeleted) return true;
  return reason.startsWith('import/') && editCount > snapshotAboveImported;
}
