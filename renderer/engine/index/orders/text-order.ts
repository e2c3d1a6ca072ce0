import { KeptOrder, type PackedOrder } from './kept-order.ts';
import type { TextColumn } from '../columns/text-column.ts';

/** Customers in the order of a text column. Those without a text come last. */
export class TextOrder {
  readonly #texts: TextColumn;
  readonly #kept: KeptOrder;
  #known = 0;
  readonly #changed = new Set<number>();

  /** `texts` is the column itself; it may grow. */
  constructor(texts: TextColumn) {
    this.#texts = texts;
    this.#kept = new KeptOrder((a, b) => this.#compare(a, b));
  }

  /** The text of a customer is another one now. */
  touch(index: number): void {
    if (index < this.#known) this.#changed.add(index);
  }

  current(): KeptOrder {
    for (let index = this.#known; index < this.#texts.length; index += 1) this.#changed.add(index);
    if (this.#changed.size > 0) this.#kept.merge(this.#changed);
    this.#known = this.#texts.length;
    this.#changed.clear();
    return this.#kept;
  }

  /** Takes over the order that `current` gave for the same texts. */
  restore(packed: PackedOrder): void {
    if (packed.order.length !== this.#texts.length) return;
    this.#kept.restore(packed);
    this.#known = packed.order.length;
    this.#changed.clear();
  }

  #compare(a: number, b: number): number {
    const left = this.#texts.at(a);
    const right = this.#texts.at(b);
    if (left === right) return 0;
    if (left === '' || right === '') return left === '' ? 1 : -1;
    return left < right ? -1 : 1;
  }
}
