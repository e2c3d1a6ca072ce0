import {
  groupOfRole,
  inverseRole,
  type RelationGroup,
  type RelationRole,
} from '#shared/domain/relation/relation-role.ts';
import type { EpochDay } from '#shared/calendar/day.ts';
import { none } from '../columns/column-layout.ts';
import type { Columns } from '../columns/columns.ts';
import { readEndKey } from '../columns/relation-lists.ts';
import { UnionFind } from './union-find.ts';

/** A relation as one of its ends sees it. */
export interface Tie {
  /** The node at the other end. */
  node: number;
  /** What the other end is to this one. */
  role: RelationRole;
  isCurrent: boolean;
  /** In whose dossier it lies, and at which place of its relations. */
  holder: number;
  at: number;
}

/** Who a node is: a customer, a contact person of one, or a name in a relation of one. */
export interface RelationNode {
  /** Index of the customer; of the one whose relation it is for a mere name. */
  customer: number;
  contactId: string | null;
  /** Place of the relation that holds the name; `null` for others. */
  nameAt: number | null;
}

/** Ends of relations by their number in `ends`: the customer, and the contact person if it is one. Kept from graph to graph. */
export class EndPlaces {
  readonly #columns: Columns;
  #customers = new Int32Array(0);
  readonly #contactIds = new Map<number, string>();

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  /** Index of the customer of an end, alive or not; -1 while there is none. */
  customerOf(end: number): number {
    const unknown = -2;
    if (end >= this.#customers.length) {
      const larger = new Int32Array(Math.max(64, Math.ceil(this.#columns.ends.values.length * 1.5))).fill(unknown);
      larger.set(this.#customers);
      this.#customers = larger;
    }
    const known = this.#customers[end] ?? unknown;
    if (known !== unknown) return known;
    const { customerId, contactId } = readEndKey(this.#columns.ends.valueOf(end));
    if (contactId !== null) this.#contactIds.set(end, contactId);
    const customer = this.#columns.indexOf(customerId);
    // Whoever is not there yet may still come.
    if (customer >= 0) this.#customers[end] = customer;
    return customer;
  }

  contactIdOf(end: number): string | null {
    return this.#contactIds.get(end) ?? null;
  }
}

/**
 * Everybody who is related to somebody, connected from both sides: nodes are the customers by their indexes, then the contact
 * persons and the mere names that relations speak of. Made of the columns as a whole, in a few milliseconds.
 */
export class RelationGraph {
  readonly #columns: Columns;
  readonly #others: RelationNode[] = [];
  readonly #contacts = new Map<number, number[]>();
  readonly #roles: RelationRole[];
  readonly #inverses: RelationRole[];
  readonly #groupOf: (RelationGroup | null)[];
  readonly #unions: Record<RelationGroup, UnionFind>;
  /** One of each per relation: both nodes, the role of the far one, in whose dossier it lies and at which place. */
  readonly #near: number[] = [];
  readonly #far: number[] = [];
  readonly #role: number[] = [];
  readonly #isOver: boolean[] = [];
  readonly #holder: number[] = [];
  readonly #at: number[] = [];
  /** The relations of node `i` stand in `#edges` from `#starts[i]` on: twice their number, one more when seen from the far end. */
  readonly #starts: Uint32Array;
  readonly #edges: Uint32Array;

  constructor(
    columns: Columns,
    places: EndPlaces,
    groupOfKind: (kindId: string) => RelationGroup | undefined,
    today: EpochDay,
  ) {
    this.#columns = columns;
    this.#roles = [...columns.roles.values];
    this.#inverses = this.#roles.map(inverseRole);
    this.#groupOf = this.#roles.map((role) => groupOfRole(role, groupOfKind));
    this.#read(places, today);
    const nodes = columns.count + this.#others.length;
    [this.#starts, this.#edges] = standingBeside(nodes, this.#near, this.#far);
    this.#unions = { household: new UnionFind(nodes), company: new UnionFind(nodes) };
    for (let edge = 0; edge < this.#near.length; edge += 1) {
      const group = this.#groupOf[this.#role[edge] ?? 0];
      if (group && this.#binds(edge)) this.#unions[group].unite(this.#near[edge] ?? 0, this.#far[edge] ?? 0);
    }
  }

  nodeOf(node: number): RelationNode {
    return this.#others[node - this.#columns.count] ?? { customer: node, contactId: null, nameAt: null };
  }

  /** The customer and those of its contact persons who are related to anybody. */
  nodesOf(customer: number): number[] {
    return [customer, ...(this.#contacts.get(customer) ?? [])];
  }

  tiesOf(node: number): Tie[] {
    const ties: Tie[] = [];
    for (let at = this.#starts[node] ?? 0; at < (this.#starts[node + 1] ?? 0); at += 1) {
      const seen = this.#edges[at] ?? 0;
      const edge = seen >>> 1;
      ties.push({
        node: ((seen & 1) === 1 ? this.#near[edge] : this.#far[edge]) ?? 0,
        role: this.#roleFrom(seen),
        isCurrent: this.#isOver[edge] === false,
        holder: this.#holder[edge] ?? 0,
        at: this.#at[edge] ?? 0,
      });
    }
    return ties;
  }

  /** Whether a customer, not its contact persons, has a relation of today that fulfils this. */
  hasRole(customer: number, holds: (role: RelationRole) => boolean): boolean {
    for (let at = this.#starts[customer] ?? 0; at < (this.#starts[customer + 1] ?? 0); at += 1) {
      const seen = this.#edges[at] ?? 0;
      if (this.#isOver[seen >>> 1] === false && holds(this.#roleFrom(seen))) return true;
    }
    return false;
  }

  /** How many belong together with this one, counted once each; 0 for somebody alone. */
  groupSize(node: number, group: RelationGroup): number {
    const size = this.#unions[group].sizeOf(node);
    return size > 1 ? size : 0;
  }

  /** Everybody of the group, this one first and the near ones before the far; at most so many. */
  groupOf(node: number, group: RelationGroup, most = Number.POSITIVE_INFINITY): number[] {
    const members = new Set([node]);
    for (const member of members) {
      for (let at = this.#starts[member] ?? 0; at < (this.#starts[member + 1] ?? 0); at += 1) {
        if (members.size >= most) return [...members];
        const edge = (this.#edges[at] ?? 0) >>> 1;
        if (this.#groupOf[this.#role[edge] ?? 0] !== group || !this.#binds(edge)) continue;
        members.add(this.#near[edge] ?? 0).add(this.#far[edge] ?? 0);
      }
    }
    return [...members];
  }

  /** Neither gone nor in the bin. */
  isPresent(node: number): boolean {
    const customer = node < this.#columns.count ? node : this.nodeOf(node).customer;
    return this.#columns.isAlive(customer) && this.#columns.numbers.deleted[customer] === 0;
  }

  /** What the other end is, as the node sees it in whose list this stands. */
  #roleFrom(seen: number): RelationRole {
    const role = this.#role[seen >>> 1] ?? 0;
    return ((seen & 1) === 1 ? this.#inverses[role] : this.#roles[role]) ?? '';
  }

  #binds(edge: number): boolean {
    return (
      this.#isOver[edge] === false && this.isPresent(this.#near[edge] ?? 0) && this.isPresent(this.#far[edge] ?? 0)
    );
  }

  #read(places: EndPlaces, today: EpochDay): void {
    const columns = this.#columns;
    const { relations } = columns.lists;
    const [owns, ends, roles, untils] = [0, 1, 2, 3].map((k) => relations.array(k));
    const contacts = new Map<number, number>();
    const nodeOf = (end: number): number => {
      const customer = places.customerOf(end);
      if (customer < 0 || !columns.isAlive(customer)) return -1;
      const contactId = places.contactIdOf(end);
      if (contactId === null) return customer;
      const node = contacts.get(end) ?? this.#addContact(customer, contactId);
      contacts.set(end, node);
      return node;
    };
    for (let holder = 0; holder < columns.count; holder += 1) {
      const count = relations.count(holder);
      if (count === 0 || !columns.isAlive(holder)) continue;
      const start = relations.start(holder);
      for (let at = 0; at < count; at += 1) {
        const [own, end] = [owns?.[start + at] ?? 0, ends?.[start + at] ?? 0];
        const near = own === 0 ? holder : nodeOf(own);
        const far = end === 0 ? this.#add({ customer: holder, contactId: null, nameAt: at }) : nodeOf(end);
        // Whoever is gone for good is nobody's relation any more.
        if (near < 0 || far < 0) continue;
        const until = untils?.[start + at] ?? none;
        this.#near.push(near);
        this.#far.push(far);
        this.#role.push(roles?.[start + at] ?? 0);
        this.#isOver.push(until !== none && until <= today);
        this.#holder.push(holder);
        this.#at.push(at);
      }
    }
  }

  #addContact(customer: number, contactId: string): number {
    const node = this.#add({ customer, contactId, nameAt: null });
    const own = this.#contacts.get(customer);
    if (own) own.push(node);
    else this.#contacts.set(customer, [node]);
    return node;
  }

  #add(node: RelationNode): number {
    return this.#columns.count + this.#others.push(node) - 1;
  }
}

/** For each node where its edges begin, and the edges of all nodes one behind the other. */
function standingBeside(
  nodes: number,
  near: readonly number[],
  far: readonly number[],
): [starts: Uint32Array, edges: Uint32Array] {
  const starts = new Uint32Array(nodes + 2);
  for (const ends of [near, far]) for (const node of ends) starts[node + 2] = (starts[node + 2] ?? 0) + 1;
  for (let node = 2; node < starts.length; node += 1) starts[node] = (starts[node] ?? 0) + (starts[node - 1] ?? 0);
  const edges = new Uint32Array(near.length * 2);
  const put = (node: number, value: number) => {
    const at = starts[node + 1] ?? 0;
    edges[at] = value;
    starts[node + 1] = at + 1;
  };
  for (let edge = 0; edge < near.length; edge += 1) {
    put(near[edge] ?? 0, edge * 2);
    put(far[edge] ?? 0, edge * 2 + 1);
  }
  return [starts, edges];
}
