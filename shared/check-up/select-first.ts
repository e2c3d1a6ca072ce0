/** Somebody who is due, by the place in the archive. */
export interface DueCheck {
  place: number;
  worth: number;
  ageDays: number;
}

/** What is worth most first, of equals the oldest, then in the order of the archive: no two are equal. */
export function compareChecks(a: DueCheck, b: DueCheck): number {
  return b.worth - a.worth || b.ageDays - a.ageDays || a.place - b.place;
}

/** Keeps the first so many of all that come along, in order, without keeping the others. */
export class FirstChecks {
  readonly #limit: number;
  readonly #first: DueCheck[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Whether somebody worth so much could be among them: whoever could not need not be weighed. */
  hasRoomFor(worth: number): boolean {
    const last = this.#first.at(-1);
    return this.#first.length < this.#limit || (last !== undefined && worth >= last.worth);
  }

  /** Whoever is added once stands there once. */
  add(check: DueCheck): void {
    const first = this.#first;
    const last = first.at(-1);
    if (first.length >= this.#limit && (!last || compareChecks(check, last) > 0)) return;
    let [low, high] = [0, first.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = first[middle];
      if (other && compareChecks(other, check) < 0) low = middle + 1;
      else high = middle;
    }
    first.splice(low, 0, check);
    if (first.length > this.#limit) first.pop();
  }

  list(): readonly DueCheck[] {
    return this.#first;
  }
}
