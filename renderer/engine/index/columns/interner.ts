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

  /** Empty for a number whose string is forgotten. */
  valueOf(number: number): string {
    return this.#values[number] ?? '';
  }

  get values(): readonly string[] {
    return this.#values;
  }

  /** Forgets the strings whose numbers are not marked by 1. Their numbers are never given away again, and the others keep theirs. */
  forgetUnused(isUsed: Uint8Array): void {
    for (let number = 1; number < this.#values.length; number += 1) {
      if (isUsed[number] === 1) continue;
      this.#numbers?.delete(this.#values[number] ?? '');
      this.#values[number] = '';
    }
    this.#numbers?.set('', 0);
  }

  #known(): Map<string, number> {
    this.#numbers ??= new Map(this.#values.map((value, number) => [value, value === '' ? 0 : number]));
    return this.#numbers;
  }
}
