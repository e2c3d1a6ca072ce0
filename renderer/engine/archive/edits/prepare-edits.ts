import { changeSetSchema, type Change, type ChangeSet } from '#shared/changes/change-set.ts';
import { changedFields, withoutUndefined } from '#shared/changes/record-content.ts';
import { isDossierTable, type AnyRecord, type CatalogueTable, type DossierTable } from '#shared/domain/tables.ts';
import { failWith } from '#shared/errors/app-error.ts';
import type { Edit } from '../../api.ts';
import { eachCustomer } from '../rows/by-customer.ts';
import type { Catalogue } from '../rows/catalogue.ts';
import type { DossierFile } from '../rows/dossier-file.ts';
import { Pace } from '../work-queue.ts';

/** What is asked of a dossier that is edited. */
export type RecordFinder = Pick<DossierFile, 'find'>;

export interface EditContext {
  load(customerIds: readonly string[]): Promise<ReadonlyMap<string, RecordFinder>>;
  catalogue: Catalogue;
  /** UTC, ISO 8601. */
  at: string;
  /** A customer code that is not taken, for customers that come without one. */
  nextCode(): string;
}

const validatedAtOnce = 50;

/**
 * Turns what a screen wants into changes: finds each record as it is, refuses what was changed meanwhile, raises versions and
 * sets times. Edits that change nothing are left out. Throws `archive/conflict`, `archive/not-found`, `archive/invalid-record`.
 */
export async function prepareChanges(edits: readonly Edit[], context: EditContext): Promise<Change[]> {
  const byCustomer = Map.groupBy(edits, (edit) => (isDossierTable(edit.table) ? customerIdOf(edit) : ''));
  const catalogueEdits = byCustomer.get('') ?? [];
  byCustomer.delete('');
  const find = (edit: Edit) => context.catalogue.find(edit.table as CatalogueTable, edit.id);
  const changes = changesOf(catalogueEdits, find, undefined, context);

  const load = (ids: readonly string[]) => context.load(ids);
  await eachCustomer(byCustomer, load, (id, own, file) => {
    const made = changesOf(own, (edit) => file?.find(edit.table as DossierTable, edit.id) ?? null, id, context);
    const isKnown = file?.find('customer', id) ?? made.some((change) => change.table === 'customer' && change.after);
    if (!isKnown) failWith('archive/not-found');
    for (const change of made) changes.push(change);
  });
  return changes;
}

function customerIdOf(edit: Edit): string {
  if (edit.table === 'customer') return edit.id;
  const { after } = edit;
  if (after && 'customerId' in after) return after.customerId;
  return edit.customerId ?? failWith('archive/not-found');
}

function changesOf(
  edits: readonly Edit[],
  find: (edit: Edit) => AnyRecord | null,
  customerId: string | undefined,
  context: EditContext,
): Change[] {
  const changes = new Map<string, Change>();
  for (const edit of edits) {
    const key = `${edit.table}/${edit.id}`;
    const before = changes.has(key) ? (changes.get(key)?.before ?? null) : find(edit);
    const current = changes.get(key)?.after ?? before;
    if (edit.seen !== undefined && before?.version !== edit.seen) {
      failWith(before ? 'archive/conflict' : 'archive/not-found');
    }
    const after = afterOf(edit, before, current, context);
    if (current && changedFields(current, after).length === 0) continue;
    const from = edit.from ?? changes.get(key)?.from;
    changes.set(key, { table: edit.table, id: edit.id, customerId, before, after, ...(from && { from }) });
  }
  return [...changes.values()];
}

function afterOf(edit: Edit, before: AnyRecord | null, current: AnyRecord | null, context: EditContext): AnyRecord {
  const { at } = context;
  const base = { version: (before?.version ?? 0) + 1, createdAt: before?.createdAt ?? at, updatedAt: at };
  if (edit.after === null) {
    if (!current) return failWith('archive/not-found');
    return { ...current, ...base, deletedAt: current.deletedAt ?? at };
  }
  if (edit.after.id !== edit.id) failWith('archive/invalid-record', { field: 'id' });
  const draft = withoutUndefined(edit.after);
  if (edit.table === 'customer' && 'code' in draft && draft.code === '') {
    const kept = current && 'code' in current ? current.code : context.nextCode();
    return { ...draft, code: kept, ...base };
  }
  return { ...draft, ...base };
}

/** Checks every record of a set against its schema, slice by slice. Throws `archive/invalid-record`, and what `goOn` throws. */
export async function validateChangeSet(set: ChangeSet, goOn: () => void): Promise<void> {
  const { changes, ...head } = set;
  const pace = new Pace();
  for (let start = 0; start < changes.length; start += validatedAtOnce) {
    await pace.step();
    goOn();
    const slice = changes.slice(start, start + validatedAtOnce);
    const parsed = changeSetSchema.safeParse({ ...head, changes: slice });
    if (!parsed.success) {
      const path = parsed.error.issues[0]?.path ?? [];
      const field = path.filter((step) => typeof step === 'string' && step !== 'changes').join('.');
      failWith('archive/invalid-record', { field });
    }
  }
}
