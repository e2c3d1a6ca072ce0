import type { Change } from '../changes/change-set.ts';
import type { Attachment } from '../domain/attachment/attachment.ts';
import type { Contact } from '../domain/contact/contact.ts';
import type { Customer, CustomerId } from '../domain/customer/customer.ts';
import { inPairOrder, pairKey } from '../domain/distinct-pair/distinct-pair.ts';
import type { DossierTable } from '../domain/tables.ts';
import { withoutAnswered } from '../gaps/answers.ts';
import type { FactDecision, MergeChoices, MergeQuestion } from './decide-facts.ts';
import { mergeFacts } from './merge-facts.ts';
import { movesInMerge, type MergeFact } from './merge-fields.ts';
import { MergeWorld, type MergeMember, type Mentions } from './merge-world.ts';
import { settleRelations } from './settle-relations.ts';

export interface MergeInput {
  /** The survivor first; two or more. */
  members: readonly MergeMember[];
  mentions: Mentions;
  choices: MergeChoices;
  mayIntroduce: MergeQuestion['mayIntroduce'];
  /** The user's own fields whose values are ids of customers. */
  referenceFieldIds: readonly string[];
  /** UTC, ISO 8601. */
  at: string;
}

/** Records that come along, per table; those in the bin are not counted. */
export type Carried = Partial<Record<DossierTable, number>>;

export interface MergePlan {
  changes: Change[];
  decisions: FactDecision[];
  /** The survivor as it will be. */
  result: Customer;
  carried: Carried;
  /** Facts of which there is more than one record can hold; then nothing may be written. */
  tooMuch: MergeFact[];
}

/**
 * Makes one customer of several (domain.md §1.8). Everything of the others goes along to the survivor, whoever names them names
 * the survivor from now on, and each of them stays in the bin as a sign to where it went, with all that it was and what was done,
 * so that it can be taken apart again, one by one.
 */
export function planMerge(input: MergeInput): MergePlan {
  const { members, mentions, choices, at } = input;
  const world = worldOf(members, mentions);
  const [survivor, ...merged] = members.map(({ customer }) => customer);
  if (!survivor) throw new Error('Broken invariant: a merge has a survivor');
  const into = survivor.id;
  const carried: Carried = {};
  let facts = mergeFacts({ ...input, customers: [survivor], choices: {} });
  merged.forEach((leaving, index) => {
    const { id } = leaving;
    const gone = merged.slice(0, index + 1);
    const customers = [survivor, ...gone].map((customer) => readdressed(customer, gone, into, input.referenceFieldIds));
    facts = mergeFacts({ ...input, customers, choices: choicesAmong(choices, customers) });
    world.set('customer', into, facts.customer);
    for (const { table, record } of world.heldBy(id)) {
      if (!movesInMerge.has(table)) continue;
      const own = { ...record, customerId: into };
      world.set(table, record.id, table === 'contact' ? asOneOfMany(own as Contact, world) : own, into);
      if (!record.deletedAt) carried[table as DossierTable] = (carried[table as DossierTable] ?? 0) + 1;
    }
    world.set('customer', into, withoutAnswered(facts.customer, ...heldNow(world, into)));
    carried.relation = (carried.relation ?? 0) + settleRelations(world, id, into, at);
    settleReferences(world, leaving, into, input.referenceFieldIds);
    settlePairs(world, id, into, at);
    const records = world.takeTrace();
    const customer = world.get('customer', id);
    const mergeTrace = { at, records };
    world.set('customer', id, { ...customer, deletedAt: at, mergedInto: into, mergeTrace });
    world.takeTrace();
  });
  const { decisions, tooMuch } = facts;
  return { changes: world.changes(at), decisions, result: world.get('customer', into), carried, tooMuch };
}

function worldOf(members: readonly MergeMember[], mentions: Mentions): MergeWorld {
  const world = new MergeWorld();
  for (const { customer } of members) world.put('customer', customer, customer.id);
  for (const { customer, records } of members) {
    for (const { table, record, history } of records) world.put(table, record, customer.id, history);
  }
  for (const customer of mentions.customers) world.put('customer', customer, customer.id);
  for (const relation of mentions.relations) world.put('relation', relation, relation.customerId);
  for (const pair of mentions.pairs) world.put('distinctPair', pair);
  return world;
}

/** Contact persons and files outside the bin, as they lie with somebody by now. */
function heldNow(world: MergeWorld, id: CustomerId): [Contact[], Attachment[]] {
  const held = [...world.heldBy(id)].filter(({ record }) => record.deletedAt === undefined);
  const of = (table: DossierTable) => held.flatMap((each) => (each.table === table ? each.record : []));
  return [of('contact') as Contact[], of('attachment') as Attachment[]];
}

/** What was chosen of somebody who is not merged yet is decided by the policy until then. */
function choicesAmong(choices: MergeChoices, customers: readonly Customer[]): MergeChoices {
  const ids = new Set<string>(['all', ...customers.map(({ id }) => id)]);
  return Object.fromEntries(Object.entries(choices).filter(([, choice = '']) => ids.has(choice)));
}

/** A company has one contact person to turn to first: the survivor's. */
function asOneOfMany(contact: Contact, world: MergeWorld): Contact {
  if (!contact.primary || contact.deletedAt) return contact;
  const others = [...world.heldBy(contact.customerId)].filter(({ table }) => table === 'contact');
  if (!others.some(({ record }) => (record as Contact).primary && !record.deletedAt)) return contact;
  const { primary: _primary, ...rest } = contact;
  return rest;
}

/** Whoever was introduced by the merged one, or names it in an own field, names the survivor. */
function settleReferences(world: MergeWorld, gone: Customer, into: CustomerId, fieldIds: readonly string[]): void {
  for (const { record } of world.list('customer')) {
    if (record.id === gone.id || record.id === into) continue;
    const named = readdressed(record, [gone], into, fieldIds);
    world.set('customer', record.id, record.referrerId === gone.id ? { ...named, referrerId: into } : named);
  }
}

/** The customer with the survivor in the own fields that name somebody who is merged; the members name themselves no more. */
function readdressed(
  customer: Customer,
  gone: readonly Customer[],
  into: CustomerId,
  fieldIds: readonly string[],
): Customer {
  const isMember = customer.id === into || gone.includes(customer);
  const customFields = { ...customer.customFields };
  for (const id of fieldIds) {
    if (!gone.some((each) => each.id === customFields[id])) continue;
    if (isMember) delete customFields[id];
    else customFields[id] = into;
  }
  return { ...customer, customFields };
}

/** Two of whom it is known that they are two: the survivor is neither, but for itself. */
function settlePairs(world: MergeWorld, gone: CustomerId, into: CustomerId, at: string): void {
  const known = new Set(
    [...world.list('distinctPair')].flatMap(({ record: { between, deletedAt } }) =>
      deletedAt === undefined && !between.includes(gone) ? [pairKey(...between)] : [],
    ),
  );
  for (const { record } of world.list('distinctPair')) {
    const { between, deletedAt } = record;
    if (deletedAt !== undefined || !between.includes(gone)) continue;
    const other = between[0] === gone ? between[1] : between[0];
    const key = pairKey(into, other);
    const isNeedless = other === into || known.has(key);
    known.add(key);
    const after = isNeedless ? { ...record, deletedAt: at } : { ...record, between: inPairOrder(into, other) };
    world.set('distinctPair', record.id, after);
  }
}
