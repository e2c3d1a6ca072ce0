import { fromEpochDay } from '#shared/calendar/day.ts';
import type { Customer } from '#shared/domain/customer/customer.ts';
import type { LocalDate } from '#shared/domain/record.ts';
import { roleRank, type RelationGroup } from '#shared/domain/relation/relation-role.ts';
import type { RelatedPerson, RelationEntry, RelationGroupView, RelationsView } from '../api.ts';
import { minutesPerDay, none } from '../index/columns/column-layout.ts';
import type { CustomerIndex } from '../index/customer-index.ts';
import { sumOf } from '../index/filter/sums.ts';
import type { RelationGraph } from '../index/relations/relation-graph.ts';
import { introducedRows, thanksOwed } from './introductions-view.ts';
import { peopleOf, type LoadDossiers } from './related-people.ts';

const mostMembers = 50;
const mostIntroduced = 20;

/** How a customer stands to others. `customer` is the index in the columns. */
export async function relationsView(
  index: CustomerIndex,
  customer: number,
  load: LoadDossiers,
): Promise<RelationsView> {
  const { columns, today } = index;
  const graph = index.relations.graph(today);
  const introductions = index.relations.introductions();
  const near = graph.nodesOf(customer);
  const ties = near.flatMap((node) => graph.tiesOf(node).map((tie) => ({ from: node, ...tie })));
  // Between two contact persons of this company the relation is met from both ends; it is one.
  const seen = new Set<string>();
  const shown = ties.filter(({ holder, at }) => {
    const key = `${holder}/${at}`;
    return !seen.has(key) && seen.add(key);
  });
  const groups = {
    household: graph.groupOf(customer, 'household', mostMembers),
    company: graph.groupOf(customer, 'company', mostMembers),
  };
  const nodes = [...near, ...ties.map(({ node }) => node), ...groups.household, ...groups.company];
  const people = await peopleOf(nodes, graph, columns, load);
  const records = new Map<number, ReturnType<typeof columns.relationsOf>>();
  const entries = shown.flatMap(({ from, node, role, isCurrent, holder, at }): RelationEntry[] => {
    const ofHolder = records.get(holder) ?? columns.relationsOf(holder);
    records.set(holder, ofHolder);
    const [record, other] = [ofHolder[at], people.get(node)];
    if (!record || !other) return [];
    return [{ record, near: from === customer ? null : (people.get(from) ?? null), other, role, isCurrent }];
  });
  entries.sort(
    (a, b) =>
      Number(b.isCurrent) - Number(a.isCurrent) ||
      Number(a.near !== null) - Number(b.near !== null) ||
      roleRank(a.role) - roleRank(b.role),
  );
  const brought = introductions.brought(customer, today);
  const children = introductions.childrenOf(customer);
  return {
    entries,
    household: groupView('household', groups.household, graph, index, people),
    company: groupView('company', groups.company, graph, index, people),
    introducedBy: await introducedBy(index, customer, load),
    introduced: { ...brought, rows: introducedRows(index, children).slice(0, mostIntroduced) },
    thanks: thanksOwed(index, customer),
  };
}

function groupView(
  group: RelationGroup,
  members: readonly number[],
  graph: RelationGraph,
  index: CustomerIndex,
  people: ReadonlyMap<number, RelatedPerson>,
): RelationGroupView | null {
  const [center = -1] = members;
  const count = graph.groupSize(center, group);
  if (count === 0) return null;
  const { columns, today } = index;
  const { numbers, lists } = columns;
  const everybody = members.length < count ? graph.groupOf(center, group) : members;
  const customers = everybody.filter((node) => node < columns.count);
  const totalOf = sumOf('amount', undefined, columns, today);
  const sum = (value: (customer: number) => number) => customers.reduce((all, customer) => all + value(customer), 0);
  const overdueOf = (customer: number) =>
    Array.from(lists.dues.list(customer, 0)).filter((minute) => minute < today * minutesPerDay).length;
  return {
    members: members.flatMap((node) => {
      const person = people.get(node);
      const isCustomer = node < columns.count;
      const lastContact = isCustomer ? dayOrNull(numbers.lastContactDay[node]) : null;
      return person ? [{ ...person, lastContact, totalFen: isCustomer ? totalOf(node) : 0 }] : [];
    }),
    count,
    revenueFen: sum((customer) => numbers.revenueFen[customer] ?? 0),
    totalFen: sum(totalOf),
    purchases: sum((customer) => numbers.purchases[customer] ?? 0),
    lastContact: dayOrNull(
      customers.reduce((last, each) => Math.max(last, numbers.lastContactDay[each] ?? none), none),
    ),
    openFollowUps: sum((customer) => lists.dues.count(customer)),
    overdueFollowUps: sum(overdueOf),
  };
}

async function introducedBy(
  { columns }: CustomerIndex,
  customer: number,
  load: LoadDossiers,
): Promise<RelationsView['introducedBy']> {
  const id = columns.idOf(customer);
  const own = (await load([id])).get(id)?.customer;
  if (!own || (own.referrerId === undefined && own.referral?.name === undefined)) return null;
  const { on, note } = own.referral ?? {};
  return { ...(await introducerOf(own, columns, load)), on, note };
}

async function introducerOf(
  { referrerId, referral }: Customer,
  columns: CustomerIndex['columns'],
  load: LoadDossiers,
): Promise<RelatedPerson> {
  const nobody = { customerId: null, contactId: null, detail: '', isInBin: false };
  const introducer = (await load(referrerId === undefined ? [] : [referrerId])).get(referrerId ?? '');
  if (!introducer) return { ...nobody, kind: 'name', name: referral?.name ?? '' };
  const { customer, contact } = introducer;
  const isInBin = columns.numbers.deleted[columns.indexOf(customer.id)] === 1;
  const person = contact.find((each) => each.id === referral?.contactId);
  const ends = { customerId: customer.id, isInBin };
  return person
    ? { ...ends, kind: 'contact', contactId: person.id, name: person.name, detail: customer.name }
    : { ...ends, kind: customer.kind, contactId: null, name: customer.name, detail: customer.organization ?? '' };
}

function dayOrNull(day: number | undefined): LocalDate | null {
  return day === undefined || day === none ? null : fromEpochDay(day);
}
