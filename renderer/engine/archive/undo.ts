import { finalReasons, systemReasons, type Change, type ChangeSet, type Reason } from '#shared/changes/change-set.ts';
import { invertChange } from '#shared/changes/invert-change.ts';
import type { CatalogueTable, DossierTable } from '#shared/domain/tables.ts';
import { failWith } from '#shared/errors/app-error.ts';
import type { AuditEntry } from './audit.ts';
import { eachCustomer } from './by-customer.ts';
import type { Catalogue } from './catalogue.ts';
import type { DossierFile } from './dossier-file.ts';

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

export interface InvertContext {
  load(customerIds: readonly string[]): Promise<Map<string, DossierFile>>;
  catalogue: Catalogue;
  /** UTC, ISO 8601. */
  at: string;
  /** Whether customers outside the set still bear this tag; then the tag stays. */
  isTagInUse(tagId: string, besides: ReadonlySet<string>): boolean;
}

/** The changes that take a whole set back. Throws `archive/undo-conflict` when that would lose something written later. */
export async function invertChangeSet(set: ChangeSet, context: InvertContext): Promise<Change[]> {
  const inverse: Change[] = [];
  const byCustomer = Map.groupBy(set.changes, (change) => change.customerId ?? '');
  const catalogueChanges = byCustomer.get('') ?? [];
  byCustomer.delete('');
  const load = (ids: readonly string[]) => context.load(ids);
  await eachCustomer(byCustomer, load, (_id, own, file) => {
    // Backwards, so that a set which touched a record's dependants after the record is unwound in order.
    const taken = own
      .toReversed()
      .flatMap((change) =>
        accept(invertChange(change, file?.find(change.table as DossierTable, change.id) ?? null, context.at)),
      );
    for (const change of [...taken, ...withoutRemainder(file, taken)]) inverse.push(change);
  });
  const touched = new Set(byCustomer.keys());
  for (const change of catalogueChanges.toReversed()) {
    const wasCreated = change.before === null;
    if (wasCreated && change.table === 'tag' && context.isTagInUse(change.id, touched)) continue;
    inverse.push(
      ...accept(invertChange(change, context.catalogue.find(change.table as CatalogueTable, change.id), context.at)),
    );
  }
  return inverse;
}

function accept(inverted: Change | 'nothing' | 'conflict'): Change[] {
  if (inverted === 'conflict') return failWith('archive/undo-conflict');
  return inverted === 'nothing' ? [] : [inverted];
}

/**
 * When the customer goes for good, nothing may stay behind: what Kebu noted itself goes too, what the user wrote since is a
 * conflict.
 */
function withoutRemainder(file: DossierFile | undefined, taken: readonly Change[]): Change[] {
  const removesCustomer = taken.some((change) => change.table === 'customer' && change.after === null);
  if (!file || !removesCustomer) return [];
  const gone = new Set(taken.map((change) => `${change.table}/${change.id}`));
  const rest: Change[] = [];
  for (const { table, record } of file.records()) {
    if (gone.has(`${table}/${record.id}`)) continue;
    if (table !== 'classChange') failWith('archive/undo-conflict');
    rest.push({ table, id: record.id, customerId: file.customerId, before: record, after: null });
  }
  return rest;
}
