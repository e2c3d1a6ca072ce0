import type { SearchTerm } from '../index/search/search-terms.ts';

export interface KeptResult {
  token: string;
  indexes: Uint32Array;
  /** What was searched for, to mark it in the rows. */
  terms: readonly SearchTerm[];
}

/** Ordered results by slot, so that screens ask for windows of rows. The last but one is kept for requests under way. */
export class KeptResults {
  readonly #slots = new Map<string, KeptResult[]>();
  #number = 0;

  keep(slot: string, indexes: Uint32Array, terms: readonly SearchTerm[]): string {
    this.#number += 1;
    const token = `${slot}#${this.#number}`;
    const [last] = this.#slots.get(slot) ?? [];
    this.#slots.set(slot, [{ token, indexes, terms }, ...(last ? [last] : [])]);
    return token;
  }

  find(token: string): KeptResult | null {
    const slot = token.slice(0, token.lastIndexOf('#'));
    return this.#slots.get(slot)?.find((result) => result.token === token) ?? null;
  }

  clear(): void {
    this.#slots.clear();
  }
}
