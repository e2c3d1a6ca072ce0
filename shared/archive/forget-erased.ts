import type { FieldHistoryEntry } from '../domain/dossier/dossier.ts';
import { otherCustomerOf } from '../domain/relation/relation.ts';
import { customerOf, type ContentEntry } from './content.ts';

/**
 * Whole dossiers without the erased: neither theirs, nor what others' dossiers say of them as relations or introducers, nor of whom
 * they were told apart, with
 * what the field history says of it.
 */
export function forgetErased<E extends ContentEntry>(
  entries: readonly E[],
  isErased: (customerId: string) => boolean,
): E[] {
  const left = new Set<string>();
  const kept = entries.filter((entry) => {
    if (isErased(customerOf(entry) ?? '')) return false;
    if (entry.table === 'distinctPair') return !entry.record.between.some(isErased);
    if (entry.table !== 'relation' || !isErased(otherCustomerOf(entry.record) ?? '')) return true;
    left.add(entry.record.id);
    return false;
  });
  return kept.map((entry): E => {
    if (entry.table === 'customer' && entry.record.referrerId !== undefined && isErased(entry.record.referrerId)) {
      const { referrerId: _erased, referral: _details, ...record } = entry.record;
      return { ...entry, record };
    }
    if (entry.table !== 'history' || left.size === 0) return entry;
    const isKept = ({ table, recordId }: FieldHistoryEntry) => table !== 'relation' || !left.has(recordId);
    return { ...entry, record: { ...entry.record, entries: entry.record.entries.filter(isKept) } };
  });
}
