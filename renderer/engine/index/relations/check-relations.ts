import type { Change } from '#shared/changes/change-set.ts';
import type { Customer } from '#shared/domain/customer/customer.ts';
import type { Relation } from '#shared/domain/relation/relation.ts';
import { otherCustomerOf } from '#shared/domain/relation/relation.ts';
import { failWith } from '#shared/errors/app-error.ts';
import type { CustomerIndex } from '../customer-index.ts';

/**
 * What no write may do, whichever way it comes: relate somebody to themselves or to nobody, let introductions run in a circle,
 * or take away for good whom others still speak of. Throws `archive/related-to-self`, `archive/related-to-nobody`,
 * `archive/introduced-in-circle`, `archive/undo-conflict`.
 */
export function checkRelations(changes: readonly Change[], index: CustomerIndex): void {
  const customers = new Map<string, Customer | null>();
  const relations = new Map<string, Relation | null>();
  for (const { table, id, after } of changes) {
    if (table === 'customer') customers.set(id, after as Customer | null);
    else if (table === 'relation') relations.set(id, after as Relation | null);
  }
  for (const change of changes) {
    if (change.table === 'relation') checkEnds(change, customers, index);
    else if (change.table === 'customer') checkIntroducer(change, customers, index);
  }
  const gone = [...customers].flatMap(([id, after]) => (after ? [] : [index.columns.indexOf(id)]));
  if (gone.length > 0) checkGone(gone, customers, relations, index);
}

type Customers = ReadonlyMap<string, Customer | null>;

function isThere(id: string, customers: Customers, { columns }: CustomerIndex): boolean {
  const written = customers.get(id);
  return written === undefined ? columns.isAlive(columns.indexOf(id)) : written !== null;
}

function checkEnds({ before, after }: Change, customers: Customers, index: CustomerIndex): void {
  const [was, relation] = [before as Relation | null, after as Relation | null];
  if (!relation || relation.deletedAt !== undefined) return;
  const { customerId, contactId, other } = relation;
  if (!('customerId' in other)) return;
  if (other.customerId === customerId && other.contactId === contactId) failWith('archive/related-to-self');
  if (was && !was.deletedAt && otherCustomerOf(was) === other.customerId) return;
  if (!isThere(other.customerId, customers, index)) failWith('archive/related-to-nobody');
}

function checkIntroducer({ id, before, after }: Change, customers: Customers, index: CustomerIndex): void {
  const introducer = (after as Customer | null)?.referrerId;
  if (introducer === undefined || introducer === (before as Customer | null)?.referrerId) return;
  if (introducer === id) failWith('archive/related-to-self');
  if (!isThere(introducer, customers, index)) failWith('archive/related-to-nobody');
  const seen = new Set<string>();
  for (let at: string | null = introducer; at !== null && !seen.has(at); at = introducerOf(at, customers, index)) {
    if (at === id) failWith('archive/introduced-in-circle');
    seen.add(at);
  }
}

/** As it is once the changes are written. */
function introducerOf(id: string, customers: Customers, { columns }: CustomerIndex): string | null {
  const written = customers.get(id);
  if (written !== undefined) return written?.referrerId ?? null;
  const end = columns.numbers.referrer[columns.indexOf(id)] ?? 0;
  return end === 0 ? null : columns.ends.valueOf(end);
}

function checkGone(
  gone: readonly number[],
  customers: Customers,
  relations: ReadonlyMap<string, Relation | null>,
  index: CustomerIndex,
): void {
  const { columns } = index;
  const graph = index.relations.graph(index.today);
  const introductions = index.relations.introductions();
  for (const customer of gone) {
    if (customer < 0) continue;
    const id = columns.idOf(customer);
    for (const child of introductions.childrenOf(customer)) {
      const written = customers.get(columns.idOf(child));
      if (written === undefined || written?.referrerId === id) failWith('archive/undo-conflict');
    }
    for (const tie of graph.nodesOf(customer).flatMap((node) => graph.tiesOf(node))) {
      if (customers.get(columns.idOf(tie.holder)) === null) continue;
      const record = columns.relationsOf(tie.holder)[tie.at];
      const written = record && relations.get(record.id);
      if (written === undefined || (written && otherCustomerOf(written) === id)) failWith('archive/undo-conflict');
    }
  }
}
