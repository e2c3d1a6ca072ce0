import type { Columns } from '../columns/columns.ts';

interface Kept {
  revision: number;
  numbers: Float64Array | null;
}

/** The details as numbers, to compare by: read from their texts when first asked for, and kept until something changes. */
export class DetailNumbers {
  readonly #columns: Columns;
  readonly #kept = new Map<string, Kept>();

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  /** By customer, NaN for what is no number; `null` where nobody has a value or somebody has several. */
  of(field: string): Float64Array | null {
    const { revision } = this.#columns;
    const known = this.#kept.get(field);
    if (known?.revision === revision) return known.numbers;
    const numbers = this.#read(field);
    this.#kept.set(field, { revision, numbers });
    return numbers;
  }

  #read(field: string): Float64Array | null {
    const { count, details } = this.#columns;
    const places = details.column(field);
    if (!places) return null;
    const { values } = details;
    const numbers = new Float64Array(count).fill(Number.NaN);
    for (let index = 0; index < count; index += 1) {
      const place = places[index] ?? 0;
      if (place === 0) continue;
      const text = values[place] ?? '';
      if (text.includes('\n')) return null;
      numbers[index] = Number(text);
    }
    return numbers;
  }
}
