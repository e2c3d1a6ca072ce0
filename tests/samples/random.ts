/**
 * Seeded randomness that gives the same numbers on every machine and version of Node:
 * sfc32 (PractRand), integers only, no transcendental functions.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(seed: string) {
    const hash = hashText(seed);
    this.#a = hash;
    this.#b = Math.imul(hash ^ 0x9e3779b9, 0x85ebca6b);
    this.#c = Math.imul(hash ^ 0x7f4a7c15, 0xc2b2ae35);
    for (let round = 0; round < 12; round++) this.#next();
  }

  #next(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
    return sum >>> 0;
  }

  /** An integer from `from` to `to`, both included. */
  int(from: number, to: number): number {
    return from + (this.#next() % (to - from + 1));
  }

  /** True in `percent` of 100 cases; fractions down to 0.01. */
  chance(percent: number): boolean {
    return this.#next() % 10_000 < percent * 100;
  }

  pick<T>(list: readonly T[]): T {
    const item = list[this.#next() % list.length];
    if (item === undefined) throw new RangeError('pick from an empty list');
    return item;
  }

  /** One character of a text in the basic plane. */
  character(text: string): string {
    return text.charAt(this.#next() % text.length);
  }

  /** One of the keys, as often as its weight says; the weights are integers. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K {
    const entries = Object.entries(weights) as [K, number][];
    let left = this.#next() % entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [key, weight] of entries) {
      left -= weight;
      if (left < 0) return key;
    }
    throw new RangeError('weights are empty');
  }

  /** Sum of three dice: bell-shaped, from `from` to `to`. */
  around(from: number, to: number): number {
    const width = to - from;
    const third = Math.floor(width / 3);
    return from + this.int(0, third) + this.int(0, third) + this.int(0, width - 2 * third);
  }

  digits(count: number): string {
    let text = '';
    for (let i = 0; i < count; i++) text += String(this.#next() % 10);
    return text;
  }

  letters(count: number): string {
    let text = '';
    for (let i = 0; i < count; i++) text += this.character('abcdefghijklmnopqrstuvwxyz');
    return text;
  }

  shuffle<T>(list: readonly T[]): T[] {
    const result = [...list];
    for (let i = result.length - 1; i > 0; i--) {
      const j = this.#next() % (i + 1);
      [result[i], result[j]] = [result[j] as T, result[i] as T];
    }
    return result;
  }

  sample<T>(list: readonly T[], count: number): T[] {
    return this.shuffle(list).slice(0, count);
  }
}

/** FNV-1a over UTF-16 units. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
