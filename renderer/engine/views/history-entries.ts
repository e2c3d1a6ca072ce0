import type { Reason } from '#shared/changes/reasons.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { HistoryEntry } from '../api.ts';
import type { AuditEntry } from '../archive/rows/audit.ts';
import { isUndoableReason } from '../archive/undo/undo.ts';
import type { Columns } from '../index/columns/columns.ts';

/** What is asked of the list: one of these reasons, or something done to one of these customers (positions in the columns). */
export interface AskedOf {
  reasons: ReadonlySet<Reason>;
  customers: ReadonlySet<number>;
}

/** The audit list in the words of the screens. What lies before `firstSeq` is no longer in the journal and stays as it is. */
export async function historyEntries(
  audit: AsyncIterable<AuditEntry>,
  columns: Columns,
  firstSeq: number,
  limit: number,
  find: (changeSetId: string) => Promise<AuditEntry | null>,
  asked?: AskedOf,
): Promise<HistoryEntry[]> {
  const entries: HistoryEntry[] = [];
  if (limit <= 0) return entries;
  for await (const { changeSetId, seq, at, reason, counts, customerId, one, target, undone, ...entry } of audit) {
    const index = customerId === undefined ? -1 : columns.indexOf(customerId);
    if (asked && !asked.reasons.has(reason) && !asked.customers.has(index)) continue;
    const taken = target === undefined ? null : await find(target);
    entries.push({
      changeSetId,
      seq,
      at,
      reason,
      counts,
      customer: namedCustomer(columns, customerId),
      ...(one && { one }),
      ...(taken && { target: { reason: taken.reason, one: taken.one } }),
      undone,
      undoable: isUndoableReason(reason) && !undone && entry.firstSeq >= firstSeq,
    });
    if (entries.length >= limit) break;
  }
  return entries;
}

/** Whom a change was about, if it was one who is still there. */
export function namedCustomer(columns: Columns, id: CustomerId | undefined): HistoryEntry['customer'] {
  const index = id === undefined ? -1 : columns.indexOf(id);
  return id === undefined || index < 0 ? undefined : { id, name: columns.texts.name.at(index) };
}
