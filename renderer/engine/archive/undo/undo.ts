import { finalReasons, systemReasons, type Change, type ChangeSet } from '#shared/changes/change-set.ts';
import type { Reason } from '#shared/changes/reasons.ts';
import { intoBin, invertChange, type LaterWork, type UndoConflict } from '#shared/changes/invert-change.ts';
import { isEqualValue } from '#shared/changes/record-content.ts';
import { moveRecord, splitMoves, type Move } from '#shared/changes/moves.ts';
import type { AnyRecord, CatalogueTable, DossierTable } from '#shared/domain/tables.ts';
import type { AuditEntry } from '../rows/audit.ts';
import { eachCustomer } from '../rows/by-customer.ts';
import type { DossierFile } from '../rows/dossier-file.ts';
import { followBack } from './follow-back.ts';
import { followMerged } from './follow-merged.ts';
import type { InvertContext } from './invert-context.ts';
import { checkWrittenSince, conflictOfMerge } from './merged-since.ts';
import { settleRestored } from './settle-restored.ts';

/** Whether the user may take this change set back, as far as its kind goes. */
export function isUndoableReason(reason: Reason): boolean {
  return reason !== 'undo' && reason !== 'redo' && !systemReasons.includes(reason) && !finalReasons.includes(reason);
}

/** The newest change set of the user that is not taken back. `entries` come newest first. */
export async function selectUndo(entries: AsyncIterable<AuditEntry>): Promise<AuditEntry | null> {
  for await (const entry of entries) if (isUndoableReason(entry.reason) && !entry.undone) return entry;
  return null;
}

/**
 * The undo that can be put back: the newest one that was not put back yet, provided that the user changed nothing since.
 * `entries` come newest first.
 */
export async function selectRedo(entries: AsyncIterable<AuditEntry>): Promise<AuditEntry | null> {
  let redone = 0;
  for await (const entry of entries) {
    if (entry.reason === 'redo') redone += 1;
    else if (entry.reason === 'undo') {
      if (redone === 0) return entry;
      redone -= 1;
    } else if (isUndoableReason(entry.reason)) return null;
  }
  return null;
}

export interface InvertedSet {
  changes: Change[];
  /** What was changed again since, or hangs on what would go. */
  conflicts: UndoConflict[];
}

/** What takes a whole set back, as far as `later` allows. */
export async function invertChangeSet(set: ChangeSet, context: InvertContext, later: LaterWork): Promise<InvertedSet> {
  const inverted: InvertedSet = { changes: [], conflicts: [] };
  const take = ({ changes, conflicts }: InvertedSet) => {
    for (const change of changes) inverted.changes.push(change);
    for (const conflict of conflicts) inverted.conflicts.push(conflict);
  };
  const { moves, others: told } = splitMoves(set.changes);
  const others = await followMerged(told, context);
  const byCustomer = Map.groupBy(others, (change) => change.customerId ?? '');
  const catalogueChanges = byCustomer.get('') ?? [];
  byCustomer.delete('');
  const load = (ids: readonly string[]) => context.load(ids);
  await eachCustomer(byCustomer, load, (_id, own, file) => {
    const find = ({ table, id }: Change) => file?.find(table as DossierTable, id) ?? null;
    take(withoutRemainder(file, invertAll(own, find, context.at, later), context.at, later));
    context.onInverted(own.length);
  });
  inverted.changes = await settleRestored(inverted.changes, context);
  take(await invertMoves(moves, context, later));
  await checkWrittenSince(set.changes, inverted.changes, context);
  take({ changes: await followBack(inverted.changes, context), conflicts: [] });
  const touched = new Set(byCustomer.keys());
  const isStillNeeded = ({ table, id, before }: Change) =>
    before === null && table === 'tag' && context.isTagInUse(id, touched);
  const find = ({ table, id }: Change) => context.catalogue.find(table as CatalogueTable, id);
  const own = catalogueChanges.filter((change) => !isStillNeeded(change));
  take(invertAll(own, find, context.at, later));
  return inverted;
}

/** Records go back to where they came from, with what was done to them since; one that is there no longer stays away. */
async function invertMoves(moves: readonly Move[], context: InvertContext, later: LaterWork): Promise<InvertedSet> {
  const inverted: InvertedSet = { changes: [], conflicts: [] };
  const byHolder = Map.groupBy(moves, ({ arriving }) => arriving.customerId ?? '');
  const load = (ids: readonly string[]) => context.load(ids);
  await eachCustomer(byHolder, load, (holder, own, file) => {
    for (const { leaving, arriving } of own) {
      const { table, id } = arriving;
      const current = file?.find(table as DossierTable, id);
      if (!file || !current) continue;
      const change = { table, id, customerId: holder, before: leaving.before, after: arriving.after };
      const { inverse, conflicts } = invertChange(change, current, context.at, later);
      inverted.conflicts.push(...conflicts);
      if (!inverse?.after) continue;
      const from = leaving.customerId ?? '';
      if (inverse.after.deletedAt !== undefined && context.survivorOf(from) === holder) {
        // Nothing goes into the dossier of one who was merged: the bin of whoever remains is its bin.
        inverted.changes.push(intoBin(change, current, context.at));
        continue;
      }
      const record = { table, id, before: current, history: file.historyOf(table as DossierTable, id) };
      inverted.changes.push(...moveRecord(record, holder, from, inverse.after));
    }
  });
  return inverted;
}

/** Backwards, so that a set which touched a record's dependants after the record is unwound in order. */
function invertAll(
  changes: readonly Change[],
  find: (change: Change) => AnyRecord | null,
  at: string,
  later: LaterWork,
): InvertedSet {
  const inverted: InvertedSet = { changes: [], conflicts: [] };
  for (const change of changes.toReversed()) {
    const current = asWritten(change, find(change));
    const merged = conflictOfMerge(change, current);
    if (merged) {
      inverted.conflicts.push(merged);
      continue;
    }
    const { inverse, conflicts } = invertChange(change, current, at, later);
    if (inverse) inverted.changes.push(inverse);
    inverted.conflicts.push(...conflicts);
  }
  return inverted;
}

/** The record as the change holds it already, where nobody changed it since: of very many it is not to be in memory twice. */
function asWritten({ after }: Change, current: AnyRecord | null): AnyRecord | null {
  return current && after && current.version === after.version && isEqualValue(current, after) ? after : current;
}

/**
 * When the customer goes for good, nothing may stay behind: what Kebu noted itself goes too. Where the user wrote something
 * since, the customer stays, or goes into the bin with everything.
 */
function withoutRemainder(
  file: DossierFile | undefined,
  inverted: InvertedSet,
  at: string,
  later: LaterWork,
): InvertedSet {
  const removal = inverted.changes.find(({ table, after }) => table === 'customer' && after === null);
  if (!file || !removal?.before) return inverted;
  const gone = new Set(inverted.changes.map((change) => `${change.table}/${change.id}`));
  const rest = [...file.records()].filter(({ table, record }) => !gone.has(`${table}/${record.id}`));
  const own = rest.find(({ table }) => table !== 'classChange');
  const { customerId } = file;
  if (!own) {
    const removals = rest.map(({ table, record }) => ({
      table,
      id: record.id,
      customerId,
      before: record,
      after: null,
    }));
    return { ...inverted, changes: [...inverted.changes, ...removals] };
  }
  const conflict = {
    table: removal.table,
    recordId: removal.id,
    customerId,
    field: '*',
    now: removal.before,
    back: undefined,
  };
  const kept =
    later === 'keep' ? inverted.changes.filter((change) => change !== removal) : [intoBin(removal, removal.before, at)];
  return { changes: kept, conflicts: [...inverted.conflicts, conflict] };
}
