/**
 * What changed customers mean for the lines of everybody: how many more customers than before bring an amount, and how
 * many more gaps are so many days long. Who leaves and enters unchanged leaves no trace.
 */
export class CutPointShift {
  readonly amounts = new Map<number, number>();
  readonly gaps = new Map<number, number>();

  /** @param netFen net amount of the value window */
  enter(netFen: number, purchaseDays: ArrayLike<number>): void {
    this.#shift(netFen, purchaseDays, 1);
  }

  leave(netFen: number, purchaseDays: ArrayLike<number>): void {
    this.#shift(netFen, purchaseDays, -1);
  }

  get isEmpty(): boolean {
    return this.amounts.size === 0 && this.gaps.size === 0;
  }

  clear(): void {
    this.amounts.clear();
    this.gaps.clear();
  }

  #shift(netFen: number, days: ArrayLike<number>, more: 1 | -1): void {
    if (netFen > 0) count(this.amounts, netFen, more);
    for (let index = 1; index < days.length; index++) {
      count(this.gaps, (days[index] ?? 0) - (days[index - 1] ?? 0), more);
    }
  }
}

function count(counts: Map<number, number>, key: number, more: number): void {
  const after = (counts.get(key) ?? 0) + more;
  if (after === 0) counts.delete(key);
  else counts.set(key, after);
}
