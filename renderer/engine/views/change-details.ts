import type { Change } from '#shared/changes/change-set.ts';
import { describeChange } from '#shared/changes/describe-change.ts';
import { splitMoves } from '#shared/changes/moves.ts';
import { titleOf } from '#shared/changes/record-title.ts';
import type { AnyRecord, Table } from '#shared/domain/tables.ts';
import type { ChangeDetails, ChangedRecord, UndoPreview } from '../api.ts';
import type { InvertedSet } from '../archive/undo/undo.ts';
import type { Columns } from '../index/columns/columns.ts';
import type { Namer } from './name-values.ts';

/** More than this nobody reads in a list; the count says how many there are. */
export const recordsShown = 50;
const conflictsShown = 50;

/** What a change set did, in terms of people and fields. What Kebu noted by itself comes after what the user did. */
export function changeDetails(changes: readonly Change[], columns: Columns, name: Namer): ChangeDetails {
  const { moves, others } = splitMoves(changes);
  const moved = moves.map(({ leaving, arriving }) => ({ ...arriving, before: leaving.before, isMoved: true }));
  const own = [...others, ...moved].filter(({ table }) => table !== 'classChange');
  const shown: readonly (Change & { isMoved?: boolean })[] = own.length > 0 ? own : changes;
  const records = shown.slice(0, recordsShown).map((change): ChangedRecord => {
    const { table, id, customerId } = change;
    const record = change.after ?? change.before;
    const described = change.isMoved ? { deed: 'moved' as const, fields: [] } : inNames(change, name);
    return { table, recordId: id, ...nameOf(table, customerId, record, columns), ...described };
  });
  return { records, more: shown.length - records.length };
}

export function undoPreview({ changes, conflicts }: InvertedSet, columns: Columns, name: Namer): UndoPreview {
  return {
    changing: changes.length,
    conflicts: conflicts.slice(0, conflictsShown).map((conflict) => {
      const record = conflict.field === '*' ? ((conflict.now ?? conflict.back) as AnyRecord) : null;
      const { field, now, back } = conflict;
      const sides = record ? {} : { now: name(field, now), back: name(field, back) };
      return { ...conflict, ...sides, ...nameOf(conflict.table, conflict.customerId, record, columns) };
    }),
    moreConflicts: Math.max(0, conflicts.length - conflictsShown),
  };
}

/** What a change did, with people by their names. */
function inNames(change: Change, name: Namer): ReturnType<typeof describeChange> {
  const { deed, fields } = describeChange(change);
  return {
    deed,
    fields: fields.map(({ field, before, after }) => ({
      field,
      before: name(field, before),
      after: name(field, after),
    })),
  };
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
