import { listArrays, type NamedArrays, type Unpacker } from '../../image/packing.ts';
import { Interner } from './interner.ts';

/**
 * Fields that few customers have or that say the same of many, custom ones among them: per field one number per customer,
 * the place of its text among all texts. Several values are joined by line feeds; number 0 is "nothing entered".
 */
export class Details {
  #values = new Interner();
  readonly #columns = new Map<string, Uint32Array<ArrayBuffer>>();

  /** Fields that somebody has a value for. */
  get fields(): string[] {
    return [...this.#columns.keys()];
  }

  /** Every text that occurs, and some that occurred; `column` holds places in it. */
  get values(): readonly string[] {
    return this.#values.values;
  }

  /** Places in `values` by customer, `null` when nobody has a value. It may be shorter than there are customers. */
  column(field: string): Uint32Array | null {
    return this.#columns.get(field) ?? null;
  }

  textOf(field: string, index: number): string {
    return this.#values.valueOf(this.#columns.get(field)?.[index] ?? 0);
  }

  put(index: number, details: ReadonlyMap<string, string>): void {
    for (const [field, column] of this.#columns) {
      if (index < column.length && !details.has(field)) column[index] = 0;
    }
    for (const [field, text] of details) {
      const column = this.#reserve(field, index + 1);
      column[index] = this.#values.numberOf(text);
    }
  }

  /** Writes one field of a customer, after `put`. */
  set(field: string, index: number, text: string): void {
    if (text === '' && !this.#columns.has(field)) return;
    this.#reserve(field, index + 1)[index] = this.#values.numberOf(text);
  }

  /** Nobody has a value any more. */
  clear(field: string): void {
    this.#columns.delete(field);
  }

  /** Forgets texts that none of these customers has. */
  forgetUnused(indexes: Uint32Array): void {
    const isUsed = new Uint8Array(this.values.length);
    for (const column of this.#columns.values()) for (const index of indexes) isUsed[column[index] ?? 0] = 1;
    this.#values.forgetUnused(isUsed);
  }

  *pack(indexes: Uint32Array): NamedArrays {
    const { fields } = this;
    yield* listArrays('details.values', this.values);
    yield* listArrays('details.fields', fields);
    for (const [at, field] of fields.entries()) {
      const column = this.#columns.get(field);
      yield [`details.${String(at)}`, Uint32Array.from(indexes, (index) => column?.[index] ?? 0)];
    }
  }

  restore(unpacker: Unpacker): void {
    this.#values = new Interner(unpacker.texts('details.values'));
    unpacker.texts('details.fields').forEach((field, at) => {
      this.#columns.set(field, new Uint32Array(unpacker.numbers(`details.${String(at)}`)));
    });
  }

  #reserve(field: string, customers: number): Uint32Array {
    const column = this.#columns.get(field) ?? new Uint32Array(0);
    if (customers <= column.length) return column;
    const larger = new Uint32Array(Math.max(64, customers, Math.ceil(column.length * 1.5)));
    larger.set(column);
    this.#columns.set(field, larger);
    return larger;
  }
}
