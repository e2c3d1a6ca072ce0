import { tables, type Table } from '#shared/domain/tables.ts';
import type { Counts } from '#shared/ipc/contract.ts';

/** The tables of a count that hold something, in the order people think of them. */
export function listCounts(counts: Counts): { table: Table; count: number }[] {
  return tables.map((table) => ({ table, count: counts[table] ?? 0 })).filter(({ count }) => count > 0);
}
