const longestGapDays = 65_535;

/** Counts the gaps between neighbouring purchase days by length, so that the median of a million needs no sorting. */
export class GapCounts {
  #counts: Uint32Array;
  #total = 0;

  constructor(counts: Uint32Array = new Uint32Array(400)) {
    this.#counts = counts.slice();
    for (const count of counts) this.#total += count;
  }

  /** One more customer who bought on these days, or with `more` of −1 one fewer. */
  add(days: ArrayLike<number>, more: 1 | -1): void {
    for (let index = 1; index < days.length; index++) this.count((days[index] ?? 0) - (days[index - 1] ?? 0), more);
  }

  count(gapDays: number, more: number): void {
    const length = Math.min(gapDays, longestGapDays);
    if (length >= this.#counts.length) this.#grow(length + 1);
    this.#counts[length] = (this.#counts[length] ?? 0) + more;
    this.#total += more;
  }

  /** Null when there is no gap. */
  median(): number | null {
    if (this.#total === 0) return null;
    return (this.#at(Math.floor((this.#total - 1) / 2)) + this.#at(Math.floor(this.#total / 2))) / 2;
  }

  /** The counts from gaps of no day up to the longest that occurs. */
  toCounts(): Uint32Array {
    let length = this.#counts.length;
    while (length > 0 && this.#counts[length - 1] === 0) length--;
    return this.#counts.slice(0, length);
  }

  #at(rank: number): number {
    let seen = 0;
    let gap = 0;
    while (gap < this.#counts.length && (seen += this.#counts[gap] ?? 0) <= rank) gap++;
    return gap;
  }

  #grow(length: number): void {
    const larger = new Uint32Array(Math.max(length, this.#counts.length * 2));
    larger.set(this.#counts);
    this.#counts = larger;
  }
}
