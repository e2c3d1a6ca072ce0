import type { Customer, CustomerId } from '#shared/domain/customer/customer.ts';
import { otherCustomerOf, type Relation } from '#shared/domain/relation/relation.ts';
import type { DossierTable } from '#shared/domain/tables.ts';
import { failWith } from '#shared/errors/app-error.ts';
import { customKey } from '#shared/filter/fields.ts';
import { mostMerged } from '#shared/merge/merge-fields.ts';
import { planMerge, type MergePlan } from '#shared/merge/plan-merge.ts';
import type { MergeMember, Mentions } from '#shared/merge/merge-world.ts';
import { changesOfTrace } from '#shared/merge/undo-trace.ts';
import type { Change } from '#shared/changes/change-set.ts';
import type { MergeOrder } from '../../api.ts';
import type { Columns } from '../../index/columns/columns.ts';
import { mayIntroduce, namedBy, survivorOf } from '../../index/relations/merged-customers.ts';
import { customersWith } from '../../index/filter/value-use.ts';
import type { Archive } from '../archive.ts';
import type { DossierFile } from '../rows/dossier-file.ts';

/**
 * Thinks a merge out with everything as it is now. Throws `archive/not-found` when one of them is gone or in the bin,
 * `merge/too-few` without two of them.
 */
export async function prepareMerge(
  archive: Archive,
  columns: Columns,
  { ids, survivor, choices }: MergeOrder,
  at: string,
): Promise<MergePlan & { customers: Customer[] }> {
  const wanted = inOrder(columns, ids, survivor);
  if (wanted.size < 2 || wanted.size > mostMerged) failWith('merge/number', { most: mostMerged });
  const referenceFieldIds = [...archive.catalogue.kept('customField')]
    .filter(({ type }) => type === 'reference')
    .map(({ id }) => id);
  const named = namedBy(columns, wanted);
  const referring = referenceFieldIds.flatMap((id) =>
    customersWith(columns, customKey(id), (value) => wanted.has(value as CustomerId)),
  );
  const others = new Set([...named.relations, ...named.introduced, ...referring]);
  for (const id of wanted) others.delete(id);
  const files = await archive.cabinet.load([...wanted, ...others]);
  const members = [...wanted].map((id) => memberOf(files.get(id)) ?? failWith('archive/not-found'));
  const mentions: Mentions = {
    relations: named.relations.flatMap((id) => (others.has(id) ? relationsTo(files.get(id), wanted) : [])),
    customers: [...others].flatMap((id) => customerOf(files.get(id)) ?? []),
    pairs: archive.catalogue.list('distinctPair').filter(({ between }) => between.some((id) => wanted.has(id))),
  };
  const plan = planMerge({
    members,
    mentions,
    choices,
    mayIntroduce: (id) => mayIntroduce(columns, wanted, id),
    referenceFieldIds,
    at,
  });
  return { ...plan, customers: members.map(({ customer }) => customer) };
}

/** The changes that made one customer of two, as far as they are still there to be taken back. Throws `archive/not-found`. */
export async function tracedChanges(archive: Archive, columns: Columns, id: CustomerId): Promise<Change[]> {
  const merged = customerOf((await archive.cabinet.load([id])).get(id));
  if (!merged?.mergedInto || !merged.mergeTrace) return failWith('archive/not-found');
  const { mergedInto } = merged;
  if (survivorOf(columns, mergedInto) !== mergedInto) failWith('merge/moved-on', { name: columns.nameOf(mergedInto) });
  // Whoever was related to them may have become another meanwhile.
  const placeOf = (holder: string) => survivorOf(columns, holder as CustomerId);
  const holders = merged.mergeTrace.records.flatMap(({ from, to }) => to ?? from ?? []);
  const files = await archive.cabinet.load([...new Set([...holders, ...holders.map(placeOf)])]);
  return changesOfTrace(merged, (table, recordId, holder) => {
    if (holder === undefined) {
      const record = table === 'distinctPair' ? archive.catalogue.find(table, recordId) : null;
      return record && { record, holder };
    }
    for (const place of [holder, placeOf(holder)]) {
      const record = files.get(place)?.find(table as DossierTable, recordId);
      if (record) return { record, holder: place };
    }
    return null;
  });
}

/** The one that stays first: the given one, or who is there the longest. */
function inOrder(columns: Columns, ids: readonly CustomerId[], survivor: CustomerId | null): Set<CustomerId> {
  const createdMs = (id: CustomerId) => columns.numbers.createdMs[columns.indexOf(id)] ?? 0;
  const oldestFirst = ids.toSorted((a, b) => createdMs(a) - createdMs(b) || (a < b ? -1 : 1));
  return new Set(survivor !== null && ids.includes(survivor) ? [survivor, ...oldestFirst] : oldestFirst);
}

function customerOf(file: DossierFile | undefined): Customer | null {
  return file ? (file.find('customer', file.customerId) as Customer | null) : null;
}

function memberOf(file: DossierFile | undefined): MergeMember | null {
  const customer = customerOf(file);
  if (!file || !customer || customer.deletedAt !== undefined) return null;
  const past = Map.groupBy(file.history(), ({ table, recordId }) => `${table}/${recordId}`);
  const records = [...file.records()].flatMap(({ table, record }) =>
    table === 'customer' ? [] : [{ table, record, history: past.get(`${table}/${record.id}`) ?? [] }],
  );
  return { customer, records };
}

function relationsTo(file: DossierFile | undefined, ids: ReadonlySet<string>): Relation[] {
  return [...(file?.records() ?? [])].flatMap(({ table, record }) => {
    const relation = record as Relation;
    return table === 'relation' && !record.deletedAt && ids.has(otherCustomerOf(relation) ?? '') ? [relation] : [];
  });
}
