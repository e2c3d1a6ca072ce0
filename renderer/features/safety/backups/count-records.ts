import type { Counts } from '#shared/ipc/contract.ts';

/** Records of all tables together. */
export function countRecords(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
