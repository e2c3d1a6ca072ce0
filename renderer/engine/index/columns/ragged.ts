import type { NamedArrays, NumberArray, Unpacker } from '../../image/packing.ts';

/** Typed arrays that can stand beside each other in a ragged column. */
export type NumberArrayType = new (length: number) => NumberArray;

/**
 * Lists of numbers of many customers in a few large arrays: `lists[k]` of customer `i` lies at
 * `[start[i], start[i] + count[i])` of array `k`. A list that grows moves to the end; the gaps are closed when they are many.
 */
export class Ragged {
  readonly #types: readonly NumberArrayType[];
  #arrays: NumberArray[];
  #start = new Uint32Array(0);
  #count = new Uint32Array(0);
  #used = 0;
  #live = 0;

  constructor(types: readonly NumberArrayType[]) {
    this.#types = types;
    this.#arrays = types.map((type) => new type(0));
  }

  start(index: number): number {
    return this.#start[index] ?? 0;
  }

  count(index: number): number {
    return this.#count[index] ?? 0;
  }

  /** The whole array `k`; lists of several customers and gaps lie in it. Valid until the next `set`. */
  array(k: number): NumberArray {
    const array = this.#arrays[k];
    if (!array) throw new Error('Broken invariant: a ragged column has no such array');
    return array;
  }

  /** List `k` of a customer, without copying. Valid until the next `set`. */
  list(index: number, k: number): NumberArray {
    const start = this.start(index);
    return this.array(k).subarray(start, start + this.count(index));
  }

  /** The lists of a customer, to be kept. */
  copy(index: number): NumberArray[] {
    return this.#types.map((_, k) => this.list(index, k).slice());
  }

  /** Replaces the lists of a customer; they are equally long. */
  set(index: number, lists: readonly ArrayLike<number>[]): void {
    this.#reserveCustomers(index + 1);
    const count = lists[0]?.length ?? 0;
    const before = this.count(index);
    if (count > before) {
      this.#reserveEntries(count);
      this.#start[index] = this.#used;
      this.#used += count;
    }
    this.#live += count - before;
    this.#count[index] = count;
    const start = this.start(index);
    lists.forEach((list, k) => {
      const array = this.array(k);
      for (let at = 0; at < count; at += 1) array[start + at] = list[at] ?? 0;
    });
  }

  /** Adopts arrays as `dump` gave them. */
  restore(counts: Uint32Array, arrays: NumberArray[]): void {
    const start = new Uint32Array(counts.length);
    let used = 0;
    for (let index = 0; index < counts.length; index += 1) {
      start[index] = used;
      used += counts[index] ?? 0;
    }
    this.#count = counts.slice();
    this.#start = start;
    this.#used = used;
    this.#live = used;
    this.#arrays = arrays;
  }

  *pack(name: string, indexes: Uint32Array): NamedArrays {
    const { counts, arrays } = this.dump(indexes);
    yield [`${name}.counts`, counts];
    for (const [k, array] of arrays.entries()) yield [`${name}.${String(k)}`, array];
  }

  /** Takes over what `pack` packed. */
  unpack(unpacker: Unpacker, name: string): void {
    const arrays = this.#types.map((_, k) => unpacker.numbers(`${name}.${String(k)}`).slice());
    this.restore(unpacker.numbers(`${name}.counts`) as Uint32Array, arrays);
  }

  /** Counts and lists of the given customers, in their order and without gaps. */
  dump(indexes: Uint32Array): { counts: Uint32Array; arrays: NumberArray[] } {
    const counts = Uint32Array.from(indexes, (index) => this.count(index));
    const total = counts.reduce((sum, count) => sum + count, 0);
    const arrays = this.#types.map((type, k) => {
      const packed = new type(total);
      let at = 0;
      for (const index of indexes) {
        packed.set(this.list(index, k), at);
        at += this.count(index);
      }
      return packed;
    });
    return { counts, arrays };
  }

  #reserveCustomers(customers: number): void {
    if (customers <= this.#count.length) return;
    const capacity = Math.max(customers, Math.ceil(this.#count.length * 1.5), 64);
    this.#start = grown(this.#start, capacity);
    this.#count = grown(this.#count, capacity);
  }

  #reserveEntries(more: number): void {
    if (this.#used > 1_000 && this.#used > this.#live * 2) this.#compact();
    const length = this.array(0).length;
    if (this.#used + more <= length) return;
    const capacity = Math.max(this.#used + more, Math.ceil(length * 1.5), 256);
    this.#arrays = this.#arrays.map((array, k) => {
      const type = this.#types[k] ?? Float64Array;
      const larger = new type(capacity);
      larger.set(array);
      return larger;
    });
  }

  #compact(): void {
    const indexes = Uint32Array.from(this.#count.keys());
    const { counts, arrays } = this.dump(indexes);
    this.restore(counts, arrays);
  }
}

function grown(array: Uint32Array<ArrayBuffer>, capacity: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(capacity);
  larger.set(array);
  return larger;
}
