import type { CustomerId } from '../domain/customer/customer.ts';
import type { Table } from '../domain/tables.ts';
import type { Change } from './change-set.ts';
import { splitMoves } from './moves.ts';

export interface ChangeSummary {
  /** Changes per table. */
  counts: Partial<Record<Table, number>>;
  /** The one customer concerned; absent when there are several or none. */
  customerId?: CustomerId | undefined;
}

/** What a change set did, without its content: the light entry of the audit list. */
export function summarizeChanges(changes: readonly Change[]): ChangeSummary {
  const counts: ChangeSummary['counts'] = {};
  const customers = new Set<string>();
  const arrivals: ReadonlySet<Change> = new Set<Change>(splitMoves(changes).moves.map(({ arriving }) => arriving));
  for (const change of changes) {
    // A record that moved is one record.
    if (!arrivals.has(change)) counts[change.table] = (counts[change.table] ?? 0) + 1;
    if (change.customerId !== undefined && customers.size < 2) customers.add(change.customerId);
  }
  const [customerId] = customers;
  return customers.size === 1 ? { counts, customerId: customerId as CustomerId } : { counts };
}
