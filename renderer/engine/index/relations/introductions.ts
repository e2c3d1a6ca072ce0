import type { EpochDay } from '#shared/calendar/day.ts';
import type { Columns } from '../columns/columns.ts';
import { sumOf } from '../filter/sums.ts';

/** What somebody's introductions came to: who was brought in directly or by those brought in, and what they bought. */
export interface Brought {
  direct: number;
  all: number;
  directFen: number;
  allFen: number;
}

/**
 * Who introduced whom, as a forest. An archive of an older version may hold a circle; it is opened at the customer who was put
 * in first. Customers in the bin keep their place and count for nothing.
 */
export class Introductions {
  readonly #columns: Columns;
  readonly #parents: Int32Array;
  readonly #children = new Map<number, number[]>();
  #sums: { revision: number; today: EpochDay; all: Int32Array; fen: Float64Array; allFen: Float64Array } | null = null;

  constructor(columns: Columns) {
    this.#columns = columns;
    this.#parents = parentsOf(columns);
    this.#parents.forEach((parent, index) => {
      if (parent < 0) return;
      const own = this.#children.get(parent);
      if (own) own.push(index);
      else this.#children.set(parent, [index]);
    });
  }

  /** Index of who introduced this customer; -1 for nobody. */
  parentOf(index: number): number {
    return this.#parents[index] ?? -1;
  }

  childrenOf(index: number): readonly number[] {
    return this.#children.get(index) ?? [];
  }

  /** Introducers whom nobody introduced. */
  roots(): number[] {
    return [...this.#children.keys()].filter((index) => this.parentOf(index) < 0);
  }

  brought(index: number, today: EpochDay): Brought {
    const { all, fen, allFen } = this.#sumsOn(today);
    const children = this.childrenOf(index).filter((each) => this.#columns.numbers.deleted[each] === 0);
    return {
      direct: children.length,
      all: all[index] ?? 0,
      directFen: children.reduce((sum, each) => sum + (fen[each] ?? 0), 0),
      allFen: allFen[index] ?? 0,
    };
  }

  #sumsOn(today: EpochDay) {
    const columns = this.#columns;
    const known = this.#sums;
    if (known?.revision === columns.revision && known.today === today) return known;
    const fenOf = sumOf('amount', undefined, columns, today);
    const isCounted = (index: number) => columns.isAlive(index) && columns.numbers.deleted[index] === 0;
    const all = new Int32Array(columns.count);
    const fen = new Float64Array(columns.count);
    const allFen = new Float64Array(columns.count);
    for (const index of this.#leavesFirst()) {
      if (isCounted(index)) fen[index] = fenOf(index);
      for (const child of this.childrenOf(index)) {
        all[index] = (all[index] ?? 0) + (all[child] ?? 0) + (isCounted(child) ? 1 : 0);
        allFen[index] = (allFen[index] ?? 0) + (allFen[child] ?? 0) + (fen[child] ?? 0);
      }
    }
    this.#sums = { revision: columns.revision, today, all, fen, allFen };
    return this.#sums;
  }

  /** Everybody in a tree, nobody before those whom they introduced. */
  #leavesFirst(): number[] {
    const order = this.roots();
    for (const parent of order) for (const child of this.childrenOf(parent)) order.push(child);
    return order.reverse();
  }
}

function parentsOf(columns: Columns): Int32Array {
  const { referrer } = columns.numbers;
  const indexOfEnd = new Map<number, number>();
  const parents = new Int32Array(columns.count).fill(-1);
  for (let index = 0; index < columns.count; index += 1) {
    const end = referrer[index] ?? 0;
    if (end === 0 || !columns.isAlive(index)) continue;
    const parent = indexOfEnd.get(end) ?? columns.indexOf(columns.ends.valueOf(end));
    indexOfEnd.set(end, parent);
    if (parent >= 0 && columns.isAlive(parent)) parents[index] = parent;
  }
  openCircles(parents);
  return parents;
}

/** Walks up from everybody; whoever is met again on the same walk closed a circle. */
function openCircles(parents: Int32Array): void {
  const walkOf = new Int32Array(parents.length).fill(-1);
  for (let from = 0; from < parents.length; from += 1) {
    for (let at = from; at >= 0 && walkOf[at] !== from; at = parents[at] ?? -1) {
      if ((walkOf[at] ?? -1) >= 0) break;
      walkOf[at] = from;
      const next = parents[at] ?? -1;
      if (next >= 0 && walkOf[next] === from) parents[at] = -1;
    }
  }
}
