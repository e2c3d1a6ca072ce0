import type { Change } from '#shared/changes/change-set.ts';
import { describeChange } from '#shared/changes/describe-change.ts';
import { splitMoves } from '#shared/changes/moves.ts';
import { ownFieldIdOf } from '#shared/changes/record-content.ts';
import { titleOf } from '#shared/changes/record-title.ts';
import type { AnyRecord, Table } from '#shared/domain/tables.ts';
import { customKey } from '#shared/filter/fields.ts';
import type { ChangeDetails, ChangedRecord, UndoPreview } from '../api.ts';
import type { InvertedSet } from '../archive/undo.ts';
import type { Columns } from '../index/columns.ts';

/** More than this nobody reads in a list; the count says how many there are. */
export const recordsShown = 50;
const conflictsShown = 50;

/** What a change set did, in terms of people and fields. What Kebu noted by itself comes after what the user did. */
export function changeDetails(changes: readonly Change[], columns: Columns): ChangeDetails {
  const { moves, others } = splitMoves(changes);
  const moved = moves.map(({ leaving, arriving }) => ({ ...arriving, before: leaving.before, isMoved: true }));
  const own = [...others, ...moved].filter(({ table }) => table !== 'classChange');
  const shown: readonly (Change & { isMoved?: boolean })[] = own.length > 0 ? own : changes;
  const records = shown.slice(0, recordsShown).map((change): ChangedRecord => {
    const { table, id, customerId } = change;
    const record = change.after ?? change.before;
    const described = change.isMoved ? { deed: 'moved' as const, fields: [] } : inNames(change, columns);
    return { table, recordId: id, ...nameOf(table, customerId, record, columns), ...described };
  });
  return { records, more: shown.length - records.length };
}

export function undoPreview({ changes, conflicts }: InvertedSet, columns: Columns): UndoPreview {
  return {
    changing: changes.length,
    conflicts: conflicts.slice(0, conflictsShown).map((conflict) => {
      const record = conflict.field === '*' ? ((conflict.now ?? conflict.back) as AnyRecord) : null;
      const { field, now, back } = conflict;
      const sides = { now: withName(field, now, columns), back: withName(field, back, columns) };
      return { ...conflict, ...sides, ...nameOf(conflict.table, conflict.customerId, record, columns) };
    }),
    moreConflicts: Math.max(0, conflicts.length - conflictsShown),
  };
}

/** What a change did, with people by their names. */
function inNames(change: Change, columns: Columns): ReturnType<typeof describeChange> {
  const { deed, fields } = describeChange(change);
  return {
    deed,
    fields: fields.map(({ field, before, after }) => ({
      field,
      before: withName(field, before, columns),
      after: withName(field, after, columns),
    })),
  };
}

/** Of a field that means a customer, the name instead of the id. */
export function withName(field: string, value: unknown, columns: Columns): unknown {
  const fieldId = ownFieldIdOf(field);
  if (fieldId === null || typeof value !== 'string' || !columns.references.has(customKey(fieldId))) return value;
  return columns.nameOf(value) || value;
}

export function nameOf(
  table: Table,
  customerId: string | undefined,
  record: AnyRecord | null,
  columns: Columns,
): { customerName?: string; title: string } {
  const title = record === null ? '' : titleOf(record);
  if (customerId === undefined) return { title };
  const index = columns.indexOf(customerId);
  const known = index < 0 ? undefined : columns.texts.name.at(index);
  if (table === 'customer') return { customerName: known ?? title, title: '' };
  return { ...(known !== undefined && { customerName: known }), title };
}
