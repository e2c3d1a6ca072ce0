/**
 * Customers in the order of a text column, kept while single texts change: what changed is sorted by itself and merged in.
 * `ranks[i]` is the place of customer `i`; equal texts have equal ranks. Customers without a text come last.
 */
export class TextOrder {
  readonly #texts: readonly string[];
  #order = new Uint32Array(0);
  #ranks = new Uint32Array(0);
  #known = 0;
  readonly #changed = new Set<number>();

  /** `texts` is the column itself; it may grow. */
  constructor(texts: readonly string[]) {
    this.#texts = texts;
  }

  /** The text of a customer below the known count is another one now. */
  touch(index: number): void {
    if (index < this.#known) this.#changed.add(index);
  }

  ranks(): Uint32Array {
    const count = this.#texts.length;
    if (count === this.#known && this.#changed.size === 0) return this.#ranks;
    for (let index = this.#known; index < count; index += 1) this.#changed.add(index);
    const kept = this.#order.filter((index) => !this.#changed.has(index));
    const fresh = Uint32Array.from(this.#changed).sort((a, b) => this.#compare(a, b));
    this.#order = this.#merge(kept, fresh);
    this.#known = count;
    this.#changed.clear();
    this.#rank();
    return this.#ranks;
  }

  /** The order as `order` gave it for the same texts. */
  restore(order: Uint32Array): void {
    if (order.length !== this.#texts.length) return;
    this.#order = order.slice();
    this.#known = order.length;
    this.#changed.clear();
    this.#rank();
  }

  order(): Uint32Array {
    this.ranks();
    return this.#order;
  }

  #rank(): void {
    this.#ranks = new Uint32Array(this.#known);
    let rank = 0;
    this.#order.forEach((index, place) => {
      const previous = this.#order[place - 1];
      if (previous === undefined || this.#texts[previous] !== this.#texts[index]) rank = place;
      this.#ranks[index] = rank;
    });
  }

  #merge(kept: Uint32Array, fresh: Uint32Array): Uint32Array<ArrayBuffer> {
    const merged = new Uint32Array(kept.length + fresh.length);
    let a = 0;
    let b = 0;
    for (let at = 0; at < merged.length; at += 1) {
      const left = kept[a];
      const right = fresh[b];
      if (right === undefined || (left !== undefined && this.#compare(left, right) <= 0)) {
        merged[at] = left ?? 0;
        a += 1;
      } else {
        merged[at] = right;
        b += 1;
      }
    }
    return merged;
  }

  #compare(a: number, b: number): number {
    const left = this.#texts[a] ?? '';
    const right = this.#texts[b] ?? '';
    if (left === right) return a - b;
    if (left === '' || right === '') return left === '' ? 1 : -1;
    return left < right ? -1 : 1;
  }
}
