import type { CustomerId } from '../domain/customer/customer.ts';
import type { Relation, RelationEnd } from '../domain/relation/relation.ts';
import { inverseRole } from '../domain/relation/relation-role.ts';
import type { MergeWorld } from './merge-world.ts';

/**
 * Relations of one who becomes another are the other's from now on, from whichever side they are told. One with oneself, and one
 * that says nothing that another does not say, goes into the bin where it lies. Returns how many came along.
 */
export function settleRelations(world: MergeWorld, gone: CustomerId, into: CustomerId, at: string): number {
  const live = [...world.list('relation')].filter(({ record }) => record.deletedAt === undefined);
  const settled = new Map<string, Relation[]>();
  const concerned: Relation[] = [];
  for (const { record } of live) {
    if (names(record, gone)) concerned.push(record);
    else add(settled, record);
  }
  let carried = 0;
  for (const relation of concerned) {
    const moved = renamed(relation, gone, into);
    const twins = settled.get(keyOf(moved)) ?? [];
    if (isWithItself(moved) || twins.some((twin) => saysAsMuch(twin, moved))) {
      world.set('relation', relation.id, { ...relation, deletedAt: at });
      continue;
    }
    world.set('relation', relation.id, moved, moved.customerId);
    add(settled, moved);
    carried += 1;
  }
  return carried;
}

function names({ customerId, other }: Relation, id: CustomerId): boolean {
  return customerId === id || ('customerId' in other && other.customerId === id);
}

function renamed(relation: Relation, from: CustomerId, to: CustomerId): Relation {
  return betweenSurvivors(relation, (id) => (id === from ? to : id));
}

/** The relation between those whom its two ends turned out to be. */
export function betweenSurvivors(relation: Relation, survivorOf: (id: CustomerId) => string): Relation {
  const { customerId, other } = relation;
  const far: RelationEnd =
    'customerId' in other ? { ...other, customerId: survivorOf(other.customerId) as CustomerId } : other;
  return { ...relation, customerId: survivorOf(customerId) as CustomerId, other: far };
}

export function isWithItself({ customerId, contactId, other }: Relation): boolean {
  return 'customerId' in other && other.customerId === customerId && other.contactId === contactId;
}

function add(settled: Map<string, Relation[]>, relation: Relation): void {
  const key = keyOf(relation);
  const known = settled.get(key);
  if (known) known.push(relation);
  else settled.set(key, [relation]);
}

/** Who stands to whom and how, equal for both sides of one relation. */
function keyOf({ customerId, contactId, other, role }: Relation): string {
  const near = JSON.stringify([customerId, contactId ?? '']);
  const far = JSON.stringify('customerId' in other ? [other.customerId, other.contactId ?? ''] : [other.name]);
  return near < far ? `${near} ${far} ${role}` : `${far} ${near} ${inverseRole(role)}`;
}

/** Whether a relation that is kept says all that another one says. */
export function repeats(kept: Relation, other: Relation): boolean {
  return keyOf(kept) === keyOf(other) && saysAsMuch(kept, other);
}

function saysAsMuch(kept: Relation, other: Relation): boolean {
  return (['from', 'until', 'note'] as const).every(
    (field) => other[field] === undefined || other[field] === kept[field],
  );
}
