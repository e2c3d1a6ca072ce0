/** Numbers for strings that occur many times. Number 0 is the empty string. */
export class Interner {
  readonly #values: string[];
  /** Where each stands; `null` until that is asked for. */
  #numbers: Map<string, number> | null = null;

  /** `values`: as another one had them. */
  constructor(values: readonly string[] = ['']) {
    this.#values = [...values];
  }

  /** The number of a string, a new one if it was never seen. */
  numberOf(value: string): number {
    const numbers = this.#known();
    const known = numbers.get(value);
    if (known !== undefined) return known;
    const number = this.#values.length;
    this.#values.push(value);
    numbers.set(value, number);
    return number;
  }

  /** The number of a string that was seen before; -1 otherwise. */
  find(value: string): number {
    return this.#known().get(value) ?? -1;
  }

  valueOf(number: number): string {
    return this.#values[number] ?? '';
  }

  get values(): readonly string[] {
    return this.#values;
  }

  #known(): Map<string, number> {
    this.#numbers ??= new Map(this.#values.map((value, number) => [value, number]));
    return this.#numbers;
  }
}
