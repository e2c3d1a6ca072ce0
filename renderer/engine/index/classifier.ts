import type { EpochDay } from '#shared/calendar/day.ts';
import { classesOf, classifyCustomer, findMovedBy } from '#shared/classify/classify.ts';
import { CutPointShift } from '#shared/classify/cut-point-shift.ts';
import { computeCutPoints, moveCutPoints, windowNetFen, type CutPoints } from '#shared/classify/cut-points.ts';
import type { CustomerFacts } from '#shared/classify/facts.ts';
import {
  defaultClassParameters,
  dimensions,
  type ClassKey,
  type ClassParameters,
  type Dimension,
} from '#shared/domain/class-scheme/class-scheme.ts';
import type { ClassChange } from '#shared/domain/class-change/class-change.ts';
import type { Columns } from './columns/columns.ts';
import { classColumn, none } from './columns/column-layout.ts';

export type MoveCause = ClassChange['cause'];

export interface ClassMove {
  index: number;
  dimension: Dimension;
  from: ClassKey;
  to: ClassKey;
  cause: MoveCause;
}

/**
 * Keeps the class columns true. Cut points depend on everybody: a customer takes leave before a change (`leave`), comes back
 * with it (`classify`), and `settle` moves the cut points and whoever they pass over. What results is what `classifyAll`
 * gives, which is needed on another day and when the rules change.
 */
export class Classifier {
  readonly #columns: Columns;
  #parameters: ClassParameters = defaultClassParameters;
  #asOf: EpochDay;
  #cutPoints: CutPoints;
  /** Classes that customers left since the class history was last written: the class before and why, per dimension. */
  readonly #left = new Map<number, Map<Dimension, { from: ClassKey; cause: MoveCause }>>();
  #cause: MoveCause = 'event';
  /** What happened to the cut points since they were last settled. */
  readonly #shift = new CutPointShift();
  /** Customers classified for the first time since then: what they pass through is no move. */
  readonly #fresh = new Set<number>();

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
    for (let index = 0; index < this.#columns.count; index += 1) if (this.#columns.isAlive(index)) this.#draw(index);
    this.#forgetShift();
    this.#cause = 'event';
  }

  /** Before a customer changes or goes: the cut points no longer count what is there now. */
  leave(index: number): void {
    if (!this.#counts(index)) return;
    const { numbers, lists } = this.#columns;
    this.#shift.leave(numbers.revenueFen[index] ?? 0, lists.purchases.list(index, 0));
  }

  /** Classifies a customer who came or changed against the cut points as they stand; `settle` moves them. */
  classify(index: number): void {
    this.#draw(index);
    if (!this.#counts(index)) return;
    const { numbers, lists } = this.#columns;
    this.#shift.enter(numbers.revenueFen[index] ?? 0, lists.purchases.list(index, 0));
  }

  /** Moves the cut points to where everybody's amounts now put them; returns who may have other classes by that. */
  settle(): number[] {
    const before = this.#cutPoints;
    if (!this.#shift.isEmpty) this.#cutPoints = moveCutPoints(before, this.#shift, this.#parameters);
    const isMoved = findMovedBy(before, this.#cutPoints, this.#parameters);
    const moved = isMoved ? this.#drawAll(isMoved) : [];
    this.#forgetShift();
    return moved;
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

  /** What the class history lacks, at most `limit` customers of it; `noted` says that it was written. */
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

  noted(moves: readonly ClassMove[]): void {
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

  /** Classifies anew all of whom `isMoved` holds, and returns them. */
  #drawAll(isMoved: (netFen: number, purchaseDays: () => ArrayLike<number>) => boolean): number[] {
    const { numbers, lists, count } = this.#columns;
    const moved: number[] = [];
    let index = 0;
    const purchaseDays = (): ArrayLike<number> => lists.purchases.list(index, 0);
    for (; index < count; index += 1) {
      if (!this.#columns.isAlive(index) || !isMoved(numbers.revenueFen[index] ?? 0, purchaseDays)) continue;
      this.#draw(index);
      moved.push(index);
    }
    return moved;
  }

  #draw(index: number): void {
    const facts = this.#columns.factsOf(index);
    const classes = classesOf(facts, this.#cutPoints, this.#parameters, this.#asOf);
    this.#columns.revision += 1;
    this.#columns.numbers.revenueFen[index] = windowNetFen(facts, this.#asOf, this.#parameters.valueWindowDays);
    for (const dimension of dimensions) this.#set(index, dimension, classes[dimension]);
  }

  /** Whether the cut points count this customer: classified, and neither gone nor in the bin. */
  #counts(index: number): boolean {
    const { numbers } = this.#columns;
    return this.#columns.isAlive(index) && !numbers.deleted[index] && numbers.value[index] !== 0;
  }

  #forgetShift(): void {
    this.#shift.clear();
    this.#fresh.clear();
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
    if (before === 0) this.#fresh.add(index);
    if (this.#fresh.has(index)) return;
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
