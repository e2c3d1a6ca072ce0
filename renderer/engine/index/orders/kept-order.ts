import { sortByKeys } from './radix-sort.ts';

/** An order of customers from 0 on, and the rank of each. */
export interface PackedOrder {
  order: Uint32Array<ArrayBuffer>;
  ranks: Uint32Array<ArrayBuffer>;
}

/** Below this share of everybody it is cheaper to sort those wanted than to go through the whole order. */
const fewShare = 1 / 8;

/**
 * All customers in one order, kept from query to query: what changed is sorted by itself and merged in. `ranks[i]` is the place
 * at which customer `i` and its equals begin; equals stand in the order of their numbers.
 */
export class KeptOrder {
  readonly #compare: (a: number, b: number) => number;
  #order = new Uint32Array(0);
  #ranks = new Uint32Array(0);

  /** `compare` is 0 for equals and may change its mind only about customers that are then merged anew. */
  constructor(compare: (a: number, b: number) => number) {
    this.#compare = compare;
  }

  get order(): Uint32Array {
    return this.#order;
  }

  get ranks(): Uint32Array {
    return this.#ranks;
  }

  /** Takes over an order of everybody. */
  replace(order: Uint32Array<ArrayBuffer>): void {
    this.#order = order;
    this.#ranks = new Uint32Array(order.length);
    let rank = 0;
    for (let place = 0; place < order.length; place += 1) {
      if (place > 0 && this.#compare(order[place - 1] ?? 0, order[place] ?? 0) !== 0) rank = place;
      this.#ranks[order[place] ?? 0] = rank;
    }
  }

  /** Takes over an order of everybody with its ranks, as `renumbered` gave it. */
  restore({ order, ranks }: PackedOrder): void {
    this.#order = order;
    this.#ranks = ranks;
  }

  /** The same order of those who have a number among the new ones; -1 is none. `count`: how many those are. */
  renumbered(numbers: Int32Array, count: number): PackedOrder {
    const order = new Uint32Array(count);
    const ranks = new Uint32Array(count);
    let [place, rank, oldRank] = [0, 0, -1];
    for (const index of this.#order) {
      const number = numbers[index] ?? -1;
      if (number < 0) continue;
      if (this.#ranks[index] !== oldRank) rank = place;
      oldRank = this.#ranks[index] ?? -1;
      order[place++] = number;
      ranks[number] = rank;
    }
    return { order, ranks };
  }

  /** Puts these customers, new or changed, where they belong now. */
  merge(changed: ReadonlySet<number>): void {
    const kept = this.#order.filter((index) => !changed.has(index));
    const fresh = Uint32Array.from(changed).sort((a, b) => this.#inOrder(a, b));
    const merged = new Uint32Array(kept.length + fresh.length);
    const wasEqual = (a: number, b: number) =>
      changed.has(a) || changed.has(b) ? this.#compare(a, b) === 0 : this.#ranks[a] === this.#ranks[b];
    let [from, to] = [0, 0];
    for (const index of fresh) {
      const until = this.#placeIn(kept, index, from);
      merged.set(kept.subarray(from, until), to);
      to += until - from;
      from = until;
      merged[to++] = index;
    }
    merged.set(kept.subarray(from), to);
    const ranks = new Uint32Array(merged.length);
    let rank = 0;
    for (let place = 0; place < merged.length; place += 1) {
      if (place > 0 && !wasEqual(merged[place - 1] ?? 0, merged[place] ?? 0)) rank = place;
      ranks[merged[place] ?? 0] = rank;
    }
    this.#order = merged;
    this.#ranks = ranks;
  }

  /** The given customers in this order; descending, equals keep the order of their numbers. */
  sort(indexes: Uint32Array<ArrayBuffer>, descending: boolean): Uint32Array<ArrayBuffer> {
    const order = this.#order;
    if (indexes.length < order.length * fewShare) return sortByKeys(indexes, this.#ranks, descending);
    const isWanted = new Uint8Array(order.length);
    for (let at = 0; at < indexes.length; at += 1) isWanted[indexes[at] ?? 0] = 1;
    const sorted = new Uint32Array(indexes.length);
    let count = 0;
    const take = (from: number, to: number) => {
      for (let place = from; place < to; place += 1) {
        const index = order[place] ?? 0;
        sorted[count] = index;
        count += isWanted[index] ?? 0;
      }
    };
    if (!descending) take(0, order.length);
    else {
      for (let end = order.length; end > 0; ) {
        const start = this.#ranks[order[end - 1] ?? 0] ?? 0;
        take(start, end);
        end = start;
      }
    }
    return sorted;
  }

  #inOrder(a: number, b: number): number {
    return this.#compare(a, b) || a - b;
  }

  /** The first place from `low` on whose customer does not come before `index`. */
  #placeIn(kept: Uint32Array, index: number, from: number): number {
    let [low, high] = [from, kept.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#inOrder(kept[middle] ?? 0, index) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
