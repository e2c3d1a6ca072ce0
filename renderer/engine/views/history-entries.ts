import type { HistoryEntry } from '../api.ts';
import type { AuditEntry } from '../archive/audit.ts';
import { isUndoableReason } from '../archive/undo.ts';
import type { Columns } from '../index/columns.ts';

/** The audit list in the words of the screens. What lies before `firstSeq` is no longer in the journal and stays as it is. */
export async function historyEntries(
  audit: AsyncIterable<AuditEntry>,
  columns: Columns,
  firstSeq: number,
  limit: number,
): Promise<HistoryEntry[]> {
  const entries: HistoryEntry[] = [];
  if (limit <= 0) return entries;
  for await (const { changeSetId, seq, at, reason, counts, customerId, undone, ...entry } of audit) {
    const name = customerId === undefined ? undefined : columns.texts.name[columns.indexOf(customerId)];
    entries.push({
      changeSetId,
      seq,
      at,
      reason,
      counts,
      ...(customerId !== undefined && name !== undefined ? { customer: { id: customerId, name } } : {}),
      undone,
      undoable: isUndoableReason(reason) && !undone && entry.firstSeq >= firstSeq,
    });
    if (entries.length >= limit) break;
  }
  return entries;
}
