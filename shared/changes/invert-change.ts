import type { AnyRecord } from '../domain/tables.ts';
import type { Change } from './change-set.ts';
import { changedFields, fieldOf, isEqualValue } from './record-content.ts';

/**
 * What takes a change back, given the record as it is now. Later edits of other fields stay (three-way merge).
 *
 * `nothing`: the record is already as it was before. `conflict`: something that the change wrote was changed again since,
 * or the record was removed; taking it back would lose that.
 * `at` (UTC, ISO 8601) becomes `updatedAt`; the version keeps growing.
 */
export function invertChange(change: Change, current: AnyRecord | null, at: string): Change | 'nothing' | 'conflict' {
  const { before, after } = change;
  if (before === null) return uncreate(change, current);
  if (after === null) {
    if (current) return 'conflict';
    return { ...change, before: null, after: { ...before, version: before.version + 1, updatedAt: at } };
  }
  if (!current) return 'conflict';
  const restored: Record<string, unknown> = { ...current };
  for (const field of changedFields(before, after)) {
    if (!isEqualValue(fieldOf(current, field), fieldOf(after, field))) return 'conflict';
    const previous = fieldOf(before, field);
    if (previous === undefined) delete restored[field];
    else restored[field] = previous;
  }
  const merged = { ...restored, version: current.version + 1, updatedAt: at } as AnyRecord;
  return changedFields(current, merged).length === 0 ? 'nothing' : { ...change, before: current, after: merged };
}

function uncreate(change: Change, current: AnyRecord | null): Change | 'nothing' | 'conflict' {
  if (!current) return 'nothing';
  if (!change.after || changedFields(change.after, current).length > 0) return 'conflict';
  return { ...change, before: current, after: null };
}
