import {
  groupOfRole,
  inverseRole,
  type RelationGroup,
  type RelationRole,
} from '#shared/domain/relation/relation-role.ts';
import type { EpochDay } from '#shared/calendar/day.ts';
import { none } from './column-layout.ts';
import type { Columns } from './columns.ts';
import { readEndKey } from './relation-lists.ts';
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

interface StoredTie {
  node: number;
  /** Place in the roles, as the relation says it. */
  role: number;
  /** Seen from the far end. */
  isInverse: boolean;
  isCurrent: boolean;
  holder: number;
  at: number;
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
  readonly #ties = new Map<number, StoredTie[]>();
  readonly #groupOf: (RelationGroup | null)[];
  readonly #unions: Record<RelationGroup, UnionFind>;

  constructor(columns: Columns, groupOfKind: (kindId: string) => RelationGroup | undefined, today: EpochDay) {
    this.#columns = columns;
    this.#roles = [...columns.roles.values];
    this.#groupOf = this.#roles.map((role) => groupOfRole(role, groupOfKind));
    this.#connect(today);
    const nodes = columns.count + this.#others.length;
    this.#unions = { household: new UnionFind(nodes), company: new UnionFind(nodes) };
    for (const [node, ties] of this.#ties) {
      for (const tie of ties) {
        const group = this.#groupOf[tie.role];
        if (group && !tie.isInverse && this.#binds(node, tie)) this.#unions[group].unite(node, tie.node);
      }
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
    return (this.#ties.get(node) ?? []).map(({ role, isInverse, ...tie }) => {
      const stored = this.#roles[role] ?? '';
      return { ...tie, role: isInverse ? inverseRole(stored) : stored };
    });
  }

  /** Whether a customer, not its contact persons, has a relation of today that fulfils this. */
  hasRole(customer: number, holds: (role: RelationRole) => boolean): boolean {
    return this.#ties.has(customer) && this.tiesOf(customer).some(({ role, isCurrent }) => isCurrent && holds(role));
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
      for (const tie of this.#ties.get(member) ?? []) {
        if (members.size >= most) return [...members];
        if (this.#groupOf[tie.role] === group && this.#binds(member, tie)) members.add(tie.node);
      }
    }
    return [...members];
  }

  /** Neither gone nor in the bin. */
  isPresent(node: number): boolean {
    const { customer } = this.nodeOf(node);
    return this.#columns.isAlive(customer) && this.#columns.numbers.deleted[customer] === 0;
  }

  #binds(node: number, tie: { node: number; isCurrent: boolean }): boolean {
    return tie.isCurrent && this.isPresent(node) && this.isPresent(tie.node);
  }

  #connect(today: EpochDay): void {
    const columns = this.#columns;
    const { relations } = columns.lists;
    const nodeOfEnd = this.#endFinder();
    for (let holder = 0; holder < columns.count; holder += 1) {
      if (relations.count(holder) === 0 || !columns.isAlive(holder)) continue;
      const owns = relations.list(holder, 0);
      const ends = relations.list(holder, 1);
      const roles = relations.list(holder, 2);
      const untils = relations.list(holder, 3);
      for (let at = 0; at < owns.length; at += 1) {
        const near = owns[at] === 0 ? holder : nodeOfEnd(owns[at] ?? 0);
        const far =
          ends[at] === 0 ? this.#add({ customer: holder, contactId: null, nameAt: at }) : nodeOfEnd(ends[at] ?? 0);
        // Whoever is gone for good is nobody's relation any more.
        if (near < 0 || far < 0) continue;
        const until = untils[at] ?? none;
        const tie = { role: roles[at] ?? 0, isCurrent: until === none || until > today, holder, at };
        this.#tie(near, { ...tie, node: far, isInverse: false });
        this.#tie(far, { ...tie, node: near, isInverse: true });
      }
    }
  }

  /** Finds the node of a number of `ends`, -1 when the customer is gone. Contact persons become nodes when they are met. */
  #endFinder(): (end: number) => number {
    const unknown = -2;
    const columns = this.#columns;
    const ends = columns.ends.values;
    const known = new Int32Array(ends.length).fill(unknown);
    return (end) => {
      const found = known[end] ?? unknown;
      if (found !== unknown) return found;
      const { customerId, contactId } = readEndKey(ends[end] ?? '');
      const customer = columns.indexOf(customerId);
      let node = customer >= 0 && columns.isAlive(customer) ? customer : -1;
      if (node >= 0 && contactId !== null) {
        node = this.#add({ customer, contactId, nameAt: null });
        const own = this.#contacts.get(customer);
        if (own) own.push(node);
        else this.#contacts.set(customer, [node]);
      }
      known[end] = node;
      return node;
    };
  }

  #add(node: RelationNode): number {
    return this.#columns.count + this.#others.push(node) - 1;
  }

  #tie(node: number, tie: StoredTie): void {
    const ties = this.#ties.get(node);
    if (ties) ties.push(tie);
    else this.#ties.set(node, [tie]);
  }
}
