import type { AnyRecord, Table } from '../domain/tables.ts';
import type { Change } from './change-set.ts';
import { takeBackPart } from './take-back-part.ts';
import { changedFields, fieldOf, isEqualValue, withField } from './record-content.ts';

/** What becomes of work that came after the change which is taken back: it stays, or it is taken back too. */
export type LaterWork = 'keep' | 'take-back';

/** One field that was changed again since; `*` when the whole record is in question. */
export interface UndoConflict {
  table: Table;
  recordId: string;
  customerId?: string | undefined;
  field: string;
  now: unknown;
  /** What taking the change back would put there. */
  back: unknown;
}

export interface Inversion {
  /** What takes the change back as far as `later` allows; `null` when nothing is left to do. */
  inverse: Change | null;
  conflicts: UndoConflict[];
}

/**
 * Takes a change back, given the record as it is now, by a three-way merge: fields that only the change touched become what
 * they were, fields that only later changes touched stay, and of a field of many values each is looked at by itself. What both touched is a conflict, which `later` decides; either way
 * both values stay in the history.
 *
 * A record that the change created and that was edited since goes into the bin instead of for good when it is taken back too.
 * One that is gone for good stays gone. `at` (UTC, ISO 8601) becomes `updatedAt`; the version keeps growing.
 */
export function invertChange(done: Change, current: AnyRecord | null, at: string, later: LaterWork): Inversion {
  // What is put back is not what the row of a file said.
  const { from: _row, ...change } = done;
  const { before, after } = change;
  if (!current) {
    if (!before) return { inverse: null, conflicts: [] };
    if (after) return { inverse: null, conflicts: [conflictOf(change, '*', undefined, before)] };
    return {
      inverse: { ...change, before: null, after: { ...before, version: before.version + 1, updatedAt: at } },
      conflicts: [],
    };
  }
  if (!before) return uncreate(change, current, at, later);
  if (!after) return { inverse: null, conflicts: [conflictOf(change, '*', current, before)] };
  return unedit(change, { before, after, current }, at, later);
}

interface Versions {
  before: AnyRecord;
  after: AnyRecord;
  current: AnyRecord;
}

function unedit(change: Change, { before, after, current }: Versions, at: string, later: LaterWork): Inversion {
  const conflicts: UndoConflict[] = [];
  let restored = current;
  for (const field of changedFields(before, after)) {
    const now = fieldOf(current, field);
    const back = fieldOf(before, field);
    if (isEqualValue(now, back)) continue;
    if (!isEqualValue(now, fieldOf(after, field))) {
      const part = takeBackPart(change.table, field, { before: back, after: fieldOf(after, field), now });
      if (part) {
        restored = withField(restored, field, part.value);
        continue;
      }
      conflicts.push(conflictOf(change, field, now, back));
      if (later === 'keep') continue;
    }
    restored = withField(restored, field, back);
  }
  const merged: AnyRecord = { ...restored, version: current.version + 1, updatedAt: at };
  const isChanged = changedFields(current, merged).length > 0;
  return { inverse: isChanged ? { ...change, before: current, after: merged } : null, conflicts };
}

function uncreate(change: Change, current: AnyRecord, at: string, later: LaterWork): Inversion {
  const isAsCreated = change.after !== null && changedFields(change.after, current).length === 0;
  if (isAsCreated) return { inverse: { ...change, before: current, after: null }, conflicts: [] };
  // It lies in the bin already: that is as good as never made, and can still be looked at.
  if (current.deletedAt) return { inverse: null, conflicts: [] };
  const inverse = later === 'keep' ? null : intoBin(change, current, at);
  return { inverse, conflicts: [conflictOf(change, '*', current, undefined)] };
}

/** The same record, deleted in a way that can be brought back. */
export function intoBin(change: Omit<Change, 'before' | 'after'>, current: AnyRecord, at: string): Change {
  const after = { ...current, version: current.version + 1, updatedAt: at, deletedAt: at };
  return { ...change, before: current, after };
}

function conflictOf({ table, id, customerId }: Change, field: string, now: unknown, back: unknown): UndoConflict {
  return { table, recordId: id, ...(customerId !== undefined && { customerId }), field, now, back };
}
