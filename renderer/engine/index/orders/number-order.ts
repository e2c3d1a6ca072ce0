import { KeptOrder, type PackedOrder } from './kept-order.ts';
import { sortByKeys, type SortKeys } from './radix-sort.ts';

/** When more than this share changed, sorting everybody anew is cheaper than merging. */
const manyShare = 1 / 64;

export interface OrderColumn {
  keys: () => SortKeys;
  descending: boolean;
}

/** Customers in the order of number columns, the first one first. Compares with what it sorted last to find what changed. */
export class NumberOrder {
  readonly #columns: readonly OrderColumn[];
  /** The columns as they were sorted. */
  #known: SortKeys[];
  #revision = -1;
  readonly #kept: KeptOrder;

  constructor(columns: readonly OrderColumn[]) {
    this.#columns = columns;
    this.#known = columns.map(({ keys }) => keys().slice(0, 0));
    this.#kept = new KeptOrder((a, b) => this.#compare(a, b));
  }

  /** The order of the first `count` customers; the columns are the same as long as `revision` is. */
  current(count: number, revision: number): KeptOrder {
    if (revision === this.#revision) return this.#kept;
    this.#revision = revision;
    const changed = this.#changed(count);
    if (changed === null || changed.size > 0) this.#known = this.#columns.map(({ keys }) => keys().slice(0, count));
    if (changed === null) this.#kept.replace(this.#sorted(count));
    else if (changed.size > 0) this.#kept.merge(changed);
    return this.#kept;
  }

  /** Takes over the order that `current` gave for the same columns. */
  restore(packed: PackedOrder): void {
    this.#known = this.#columns.map(({ keys }) => keys().slice(0, packed.order.length));
    this.#kept.restore(packed);
  }

  /** `null` when there are too many to be named. */
  #changed(count: number): Set<number> | null {
    const before = this.#kept.order.length;
    const most = count * manyShare;
    const changed = new Set<number>();
    if (count - before > most) return null;
    for (let index = before; index < count; index += 1) changed.add(index);
    for (const [at, { keys }] of this.#columns.entries()) {
      const now = keys();
      const known = this.#known[at] ?? now;
      for (let index = 0; index < before; index += 1) {
        if (now[index] === known[index]) continue;
        changed.add(index);
        if (changed.size > most) return null;
      }
    }
    return changed;
  }

  #sorted(count: number): Uint32Array<ArrayBuffer> {
    let order = new Uint32Array(count);
    for (let index = 0; index < count; index += 1) order[index] = index;
    for (const [at, { descending }] of [...this.#columns.entries()].toReversed()) {
      order = sortByKeys(order, this.#known[at] ?? order, descending);
    }
    return order;
  }

  #compare(a: number, b: number): number {
    for (let at = 0; at < this.#columns.length; at += 1) {
      const keys = this.#known[at];
      const difference = (keys?.[a] ?? 0) - (keys?.[b] ?? 0);
      if (difference !== 0) return this.#columns[at]?.descending ? -difference : difference;
    }
    return 0;
  }
}
