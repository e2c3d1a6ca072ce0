import { tables, type Table } from '#shared/domain/tables.ts';
import type { Counts } from '#shared/ipc/contract.ts';

/** How many records of each table are here now and were then; tables that are empty in both are left out. */
export function compareCounts(now: Counts, then: Counts): { table: Table; now: number; backup: number }[] {
  return tables
    .map((table) => ({ table, now: now[table] ?? 0, backup: then[table] ?? 0 }))
    .filter((row) => row.now > 0 || row.backup > 0);
}
