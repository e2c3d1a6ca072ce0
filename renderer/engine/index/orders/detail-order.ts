/**
 * The texts of one field in their order, kept from query to query: only texts that nobody had before are sorted and merged
 * in, so that a field with another text for each customer costs no more than one with a few.
 */
export class DetailOrder {
  /** Places of texts, in the order of the texts. */
  #sorted: number[] = [];
  /** By place; 0 for texts that this field never had, and for none. */
  #ranks = new Uint32Array(0);

  /** The rank of every text among `values` that a customer has in `column`, by its place there. */
  current(column: Uint32Array, values: readonly string[]): Uint32Array {
    if (this.#ranks.length < values.length) {
      const larger = new Uint32Array(Math.ceil(values.length * 1.25));
      larger.set(this.#ranks);
      this.#ranks = larger;
    }
    const fresh: number[] = [];
    for (let index = 0; index < column.length; index += 1) {
      const place = column[index] ?? 0;
      if (place === 0 || this.#ranks[place] !== 0) continue;
      this.#ranks[place] = 1;
      fresh.push(place);
    }
    if (fresh.length > 0) this.#merge(fresh, values);
    return this.#ranks;
  }

  #merge(fresh: number[], values: readonly string[]): void {
    const before = (a: number, b: number) => compareTexts(values[a] ?? '', values[b] ?? '');
    fresh.sort(before);
    const merged: number[] = [];
    let next = 0;
    for (const place of this.#sorted) {
      // Nobody has it any more, and it is forgotten.
      if (values[place] === '') continue;
      for (let other = fresh[next]; other !== undefined && before(other, place) < 0; other = fresh[next]) {
        merged.push(other);
        next += 1;
      }
      merged.push(place);
    }
    for (; next < fresh.length; next += 1) merged.push(fresh[next] ?? 0);
    this.#sorted = merged;
    merged.forEach((place, rank) => {
      this.#ranks[place] = rank + 1;
    });
  }
}

/** Numbers by size and before texts, texts by their letters. */
export function compareTexts(a: string, b: string): number {
  const [left, right] = [Number(a), Number(b)];
  const [isLeftText, isRightText] = [Number.isNaN(left), Number.isNaN(right)];
  if (isLeftText !== isRightText) return isLeftText ? 1 : -1;
  if (!isLeftText && left !== right) return left - right;
  return a < b ? -1 : Number(a > b);
}
