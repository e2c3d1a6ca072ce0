import { fieldOf, withField } from '../changes/record-content.ts';
import type { FieldHistoryEntry } from '../domain/dossier/dossier.ts';

/** Fields that are nothing without each other, or say the same in parts. */
const together: Readonly<Record<string, readonly string[]>> = {
  name: ['familyName', 'givenName'],
  kind: ['familyName', 'givenName'],
  lostReason: ['lostOn'],
  lostOn: ['lostReason'],
};

/**
 * The record with a field as it was before a change, and what belongs to the field as that was then.
 *
 * @param history of this record, the first change first
 */
export function withPutBack<D extends object>(
  draft: D,
  history: readonly FieldHistoryEntry[],
  { field, changeSetId }: Pick<FieldHistoryEntry, 'field' | 'changeSetId'>,
  earlier: unknown,
): D {
  const since = history.slice(history.findIndex((entry) => entry.changeSetId === changeSetId));
  let put = withField(draft, field, earlier);
  for (const other of together[field] ?? []) {
    const next = since.find((entry) => entry.field === other);
    put = withField(put, other, next ? next.before : fieldOf(put, other));
  }
  return put;
}
