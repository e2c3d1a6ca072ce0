/** Numbers for strings that occur many times. Number 0 is the empty string. */
export class Interner {
  readonly #values: string[] = [''];
  readonly #numbers = new Map<string, number>([['', 0]]);

  constructor(values: readonly string[] = []) {
    for (const value of values) this.numberOf(value);
  }

  /** The number of a string, a new one if it was never seen. */
  numberOf(value: string): number {
    const known = this.#numbers.get(value);
    if (known !== undefined) return known;
    const number = this.#values.length;
    this.#values.push(value);
    this.#numbers.set(value, number);
    return number;
  }

  /** The number of a string that was seen before; -1 otherwise. */
  find(value: string): number {
    return this.#numbers.get(value) ?? -1;
  }

  valueOf(number: number): string {
    return this.#values[number] ?? '';
  }

  get values(): readonly string[] {
    return this.#values;
  }
}
