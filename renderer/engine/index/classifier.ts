import type { EpochDay } from '#shared/calendar/day.ts';
import { classesOf, classifyCustomer } from '#shared/classify/classify.ts';
import { computeCutPoints, windowNetFen, type CutPoints } from '#shared/classify/cut-points.ts';
import type { CustomerFacts } from '#shared/classify/facts.ts';
import {
  defaultClassParameters,
  dimensions,
  type ClassKey,
  type ClassParameters,
  type Dimension,
} from '#shared/domain/class-scheme/class-scheme.ts';
import type { ClassChange } from '#shared/domain/class-change/class-change.ts';
import type { Columns } from './columns.ts';
import { classColumn, none } from './column-layout.ts';

export type MoveCause = ClassChange['cause'];

export interface ClassMove {
  index: number;
  dimension: Dimension;
  from: ClassKey;
  to: ClassKey;
  cause: MoveCause;
}

/**
 * Keeps the class columns true. Cut points depend on everybody and are held while single customers change; they are drawn
 * anew on another day, after an import and when the rules change.
 */
export class Classifier {
  readonly #columns: Columns;
  #parameters: ClassParameters = defaultClassParameters;
  #asOf: EpochDay;
  #cutPoints: CutPoints;
  /** Classes that customers left since the class history was last written: the class before and why, per dimension. */
  readonly #left = new Map<number, Map<Dimension, { from: ClassKey; cause: MoveCause }>>();
  #cause: MoveCause = 'event';

  constructor(columns: Columns, asOf: EpochDay) {
    this.#columns = columns;
    this.#asOf = asOf;
    this.#cutPoints = computeCutPoints([], this.#parameters, asOf);
  }

  get asOf(): EpochDay {
    return this.#asOf;
  }

  get parameters(): ClassParameters {
    return this.#parameters;
  }

  get cutPoints(): CutPoints {
    return this.#cutPoints;
  }

  /** Takes over cut points that were drawn before, with the classes that the columns hold. */
  restore(cutPoints: CutPoints, parameters: ClassParameters): void {
    this.#cutPoints = cutPoints;
    this.#parameters = parameters;
    this.#asOf = cutPoints.asOf;
  }

  /** Draws the cut points and classifies everybody. */
  classifyAll(asOf: EpochDay, parameters: ClassParameters, cause: MoveCause): void {
    this.#cause = cause;
    this.#asOf = asOf;
    this.#parameters = parameters;
    this.#cutPoints = computeCutPoints(this.#everybody(), parameters, asOf);
    for (let index = 0; index < this.#columns.count; index += 1) if (this.#columns.isAlive(index)) this.classify(index);
    this.#cause = 'event';
  }

  /** Classifies one customer against the cut points as they stand. */
  classify(index: number): void {
    const facts = this.#columns.factsOf(index);
    const classes = classesOf(facts, this.#cutPoints, this.#parameters, this.#asOf);
    this.#columns.numbers.revenueFen[index] = windowNetFen(facts, this.#asOf, this.#parameters.valueWindowDays);
    for (const dimension of dimensions) this.#set(index, dimension, classes[dimension]);
  }

  explain(index: number): ReturnType<typeof classifyCustomer> {
    return classifyCustomer(this.#columns.factsOf(index), this.#cutPoints, this.#parameters, this.#asOf);
  }

  forget(index: number): void {
    this.#left.delete(index);
  }

  /** Customers whose facts are others on `asOf` than they were: something dated ahead begins to count, or the clock went back. */
  outdatedOn(asOf: EpochDay): number[] {
    const { numbers, count } = this.#columns;
    const outdated: number[] = [];
    const isBack = asOf < this.#asOf;
    for (let index = 0; index < count; index += 1) {
      if (!this.#columns.isAlive(index)) continue;
      const future = numbers.futureDay[index] ?? none;
      if (isBack || (future !== none && future <= asOf)) outdated.push(index);
    }
    return outdated;
  }

  get hasMoves(): boolean {
    return this.#left.size > 0;
  }

  /** What the class history lacks, at most `limit` customers of it; `settle` says that it was written. */
  moves(limit: number): ClassMove[] {
    const moves: ClassMove[] = [];
    let customers = 0;
    for (const [index, left] of this.#left) {
      if (customers === limit) break;
      customers += 1;
      for (const [dimension, { from, cause }] of left) {
        const to = this.#columns.classOf(index, dimension);
        if (this.#columns.isAlive(index)) moves.push({ index, dimension, from, to, cause });
      }
    }
    return moves;
  }

  settle(moves: readonly ClassMove[]): void {
    for (const { index, dimension, to } of moves) {
      const left = this.#left.get(index);
      const move = left?.get(dimension);
      if (!left || !move) continue;
      // The customer may have moved on meanwhile.
      if (this.#columns.classOf(index, dimension) === to) left.delete(dimension);
      else left.set(dimension, { from: to, cause: move.cause });
      if (left.size === 0) this.#left.delete(index);
    }
  }

  *#everybody(): Generator<CustomerFacts> {
    const { count, numbers } = this.#columns;
    for (let index = 0; index < count; index += 1) {
      if (this.#columns.isAlive(index) && !numbers.deleted[index]) yield this.#columns.factsOf(index);
    }
  }

  #set(index: number, dimension: Dimension, to: ClassKey): void {
    const column = this.#columns.numbers[classColumn(dimension)];
    const before = column[index] ?? 0;
    const number = this.#columns.classes.numberOf(to);
    if (number === before) return;
    column[index] = number;
    // The first class of a customer is no move.
    if (before === 0) return;
    let left = this.#left.get(index);
    if (!left) {
      left = new Map();
      this.#left.set(index, left);
    }
    const known = left.get(dimension);
    if (!known) left.set(dimension, { from: this.#columns.classes.valueOf(before), cause: this.#cause });
    else if (known.from === to) {
      left.delete(dimension);
      if (left.size === 0) this.#left.delete(index);
    }
  }
}
