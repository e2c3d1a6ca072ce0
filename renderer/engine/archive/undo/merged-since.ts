import type { Change } from '#shared/changes/change-set.ts';
import type { UndoConflict } from '#shared/changes/invert-change.ts';
import { changedFields } from '#shared/changes/record-content.ts';
import type { Customer } from '#shared/domain/customer/customer.ts';
import { otherCustomerOf, type Relation } from '#shared/domain/relation/relation.ts';
import type { AnyRecord, DossierTable } from '#shared/domain/tables.ts';
import { failWith } from '#shared/errors/app-error.ts';
import { movesInMerge } from '#shared/merge/merge-fields.ts';
import type { InvertContext } from './invert-context.ts';

/** The customer was merged since: the card is another one's by now. */
export function conflictOfMerge(
  { table, id, customerId, before, after }: Change,
  current: AnyRecord | null,
): UndoConflict | null {
  if (table !== 'customer' || !isMerged(current) || isMerged(after)) return null;
  return {
    table,
    recordId: id,
    ...(customerId !== undefined && { customerId }),
    field: '*',
    now: current,
    back: before ?? undefined,
  };
}

/**
 * Whoever was taken out of another customer cannot go back by a mere step once they were written to: what is new would be left
 * behind with somebody who is not there any more. Throws `merge/written-since`.
 *
 * @param made what the taking apart did
 * @param changes what takes it back
 */
export async function checkWrittenSince(
  made: readonly Change[],
  changes: readonly Change[],
  { load, namersOf }: Pick<InvertContext, 'load' | 'namersOf'>,
): Promise<void> {
  const freed = new Map<string, Customer>();
  for (const { table, id, before, after } of made) {
    if (table === 'customer' && isMerged(before) && after !== null && !isMerged(after))
      freed.set(id, after as Customer);
  }
  if (freed.size === 0) return;
  const written = new Set(changes.map(({ table, id }) => `${table}/${id}`));
  const ids = new Set(freed.keys());
  for (const [holder, file] of await load([...new Set([...ids, ...namersOf(ids)])])) {
    for (const { table, record } of file.records()) {
      const isUntouched = !written.has(`${table}/${record.id}`);
      const isLater = ids.has(holder)
        ? isChangedCard(table, record, freed.get(holder)) || (isUntouched && goesAlong(table, record))
        : isUntouched && names(table, record, ids);
      const name = freed.get(holder)?.name ?? [...freed.values()][0]?.name ?? '';
      if (isLater) failWith('merge/written-since', { name });
    }
  }
}

function isChangedCard(table: DossierTable, record: AnyRecord, freed: Customer | undefined): boolean {
  return table === 'customer' && freed !== undefined && changedFields(freed, record).length > 0;
}

function goesAlong(table: DossierTable, { deletedAt }: AnyRecord): boolean {
  return movesInMerge.has(table) || (table === 'relation' && deletedAt === undefined);
}

function names(table: DossierTable, record: AnyRecord, ids: ReadonlySet<string>): boolean {
  if (table === 'relation') return record.deletedAt === undefined && ids.has(otherCustomerOf(record as Relation) ?? '');
  return table === 'customer' && ids.has((record as Customer).referrerId ?? '');
}

function isMerged(record: AnyRecord | null): boolean {
  return record !== null && (record as Customer).mergedInto !== undefined;
}
