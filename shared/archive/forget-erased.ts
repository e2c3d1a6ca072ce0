import { historyWithoutMentions, wasIntroducedBy, withoutMentions } from '../changes/forget-mentions.ts';
import type { FieldHistoryEntry } from '../domain/dossier/dossier.ts';
import { otherCustomerOf } from '../domain/relation/relation.ts';
import { customerOf, type ContentEntry } from './content.ts';

/**
 * Whole dossiers without the erased: neither theirs, nor what others' dossiers say of them as relations, introducers or values of
 * a field, nor of whom they were told apart, with what the field history says of it.
 */
export function forgetErased<E extends ContentEntry>(
  entries: readonly E[],
  isErased: (customerId: string) => boolean,
): E[] {
  const left = new Set<string>();
  const introduced = new Set<string>();
  const kept = entries.filter((entry) => {
    if (isErased(customerOf(entry) ?? '')) return false;
    if (entry.table === 'customer' && isErased(entry.record.referrerId ?? '')) introduced.add(entry.record.id);
    if (entry.table === 'history' && wasIntroducedBy(entry.record.entries, isErased))
      introduced.add(customerOf(entry) ?? '');
    if (entry.table === 'distinctPair') return !entry.record.between.some(isErased);
    if (entry.table !== 'relation' || !isErased(otherCustomerOf(entry.record) ?? '')) return true;
    left.add(entry.record.id);
    return false;
  });
  return kept.map((entry): E => {
    if (entry.table === 'customer') return { ...entry, record: withoutMentions(entry.record, isErased) };
    if (entry.table !== 'history') return entry;
    const isKept = ({ table, recordId }: FieldHistoryEntry) => table !== 'relation' || !left.has(recordId);
    const kept = entry.record.entries.filter(isKept);
    const rest = historyWithoutMentions(kept, isErased, introduced.has(customerOf(entry) ?? ''));
    return { ...entry, record: { ...entry.record, entries: [...rest] } };
  });
}
