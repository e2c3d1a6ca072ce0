import type { EpochDay } from '../calendar/day.ts';
import type { ClassParameters } from '../domain/class-scheme/class-scheme.ts';
import type { CutPointShift } from './cut-point-shift.ts';
import type { CustomerFacts } from './facts.ts';
import { GapCounts } from './gap-counts.ts';

/** What the relative rules know about everybody on a day. */
export interface CutPoints {
  asOf: EpochDay;
  /** Lowest net amount of the high class; infinite when nobody brought anything. */
  highLineFen: number;
  /** Lowest net amount of the high and medium classes together. */
  mediumLineFen: number;
  /** Median of all gaps between neighbouring purchase days; null before the first repeat purchase of anybody. */
  medianGapDays: number | null;
  /** Net amounts above zero, largest first, and the sum of those before each. */
  rankedFen: Float64Array;
  beforeFen: Float64Array;
  totalFen: number;
  /** How many gaps are so many days long, up to the longest there is. */
  gapCounts: Uint32Array;
}

/** Net amount of the days after `asOf − days` up to `asOf`. */
export function windowNetFen(facts: CustomerFacts, asOf: EpochDay, days: number): number {
  const after = asOf - days;
  let sum = 0;
  for (let index = facts.purchaseDays.length - 1; index >= 0; index--) {
    if ((facts.purchaseDays[index] ?? 0) <= after) break;
    sum += facts.purchaseFen[index] ?? 0;
  }
  for (let index = facts.correctionDays.length - 1; index >= 0; index--) {
    if ((facts.correctionDays[index] ?? 0) <= after) break;
    sum += facts.correctionFen[index] ?? 0;
  }
  return sum;
}

/** Purchase days after `asOf − days` up to `asOf`. */
export function windowPurchases(facts: CustomerFacts, asOf: EpochDay, days: number): number {
  let index = facts.purchaseDays.length;
  while (index > 0 && (facts.purchaseDays[index - 1] ?? 0) > asOf - days) index--;
  return facts.purchaseDays.length - index;
}

/**
 * ABC by net amount in the window (domain.md §1.2): largest first, class by the share of those with more, below 80 %
 * high, below 95 % medium; equal amounts share a class; zero and less is never above low. One pass and one sort.
 */
export function computeCutPoints(
  everybody: Iterable<CustomerFacts>,
  parameters: ClassParameters,
  asOf: EpochDay,
): CutPoints {
  const gaps = new GapCounts();
  const nets: number[] = [];
  for (const facts of everybody) {
    gaps.add(facts.purchaseDays, 1);
    const net = windowNetFen(facts, asOf, parameters.valueWindowDays);
    if (net > 0) nets.push(net);
  }
  return drawLines(Float64Array.from(nets).sort().reverse(), gaps, parameters, asOf);
}

/**
 * The cut points after customers changed, came or went: exactly those that `computeCutPoints` draws from everybody, at
 * the cost of copying the ranked amounts once.
 */
export function moveCutPoints(cutPoints: CutPoints, shift: CutPointShift, parameters: ClassParameters): CutPoints {
  const gaps = new GapCounts(cutPoints.gapCounts);
  for (const [gapDays, more] of shift.gaps) gaps.count(gapDays, more);
  return drawLines(mergeAmounts(cutPoints.rankedFen, shift.amounts), gaps, parameters, cutPoints.asOf);
}

function drawLines(rankedFen: Float64Array, gaps: GapCounts, parameters: ClassParameters, asOf: EpochDay): CutPoints {
  const beforeFen = new Float64Array(rankedFen.length);
  let totalFen = 0;
  for (let index = 0; index < rankedFen.length; index++) {
    const isTie = index > 0 && rankedFen[index] === rankedFen[index - 1];
    beforeFen[index] = isTie ? (beforeFen[index - 1] ?? 0) : totalFen;
    totalFen += rankedFen[index] ?? 0;
  }
  /** The smallest amount before which less than so much of the whole lies. */
  const lineOf = (percent: number): number => {
    const above = countWhile(beforeFen, (before) => before * 100 < percent * totalFen);
    return rankedFen[above - 1] ?? Number.POSITIVE_INFINITY;
  };
  const highLineFen = lineOf(parameters.valueHighSharePercent);
  return {
    asOf,
    highLineFen,
    mediumLineFen: Math.min(highLineFen, lineOf(parameters.valueMediumSharePercent)),
    medianGapDays: gaps.median(),
    rankedFen,
    beforeFen,
    totalFen,
    gapCounts: gaps.toCounts(),
  };
}

/** The ranked amounts, each of `more` so many times more often (or, below zero, less often) than before. */
function mergeAmounts(rankedFen: Float64Array, more: ReadonlyMap<number, number>): Float64Array {
  let size = rankedFen.length;
  for (const count of more.values()) size += count;
  const merged = new Float64Array(size);
  let from = 0;
  let to = 0;
  const copyUpTo = (end: number): void => {
    merged.set(rankedFen.subarray(from, end), to);
    to += end - from;
    from = end;
  };
  for (const [fen, count] of [...more].sort((a, b) => b[0] - a[0])) {
    copyUpTo(countAbove(rankedFen, fen));
    if (count < 0) from -= count;
    else {
      merged.fill(fen, to, to + count);
      to += count;
    }
  }
  copyUpTo(rankedFen.length);
  return merged;
}

/** How many values come before the first that does not hold; they are in such an order that there is one. */
function countWhile(values: Float64Array, holds: (value: number) => boolean): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(values[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of the ranked amounts are larger. */
function countAbove(rankedFen: Float64Array, fen: number): number {
  return countWhile(rankedFen, (each) => each > fen);
}

/** Share of the whole in percent that customers with a larger amount brought: what the ABC class goes by. */
export function shareBeforePercent(cutPoints: CutPoints, fen: number): number {
  if (cutPoints.totalFen <= 0) return 0;
  const above = countAbove(cutPoints.rankedFen, fen);
  const before = above < cutPoints.beforeFen.length ? (cutPoints.beforeFen[above] ?? 0) : cutPoints.totalFen;
  return (before / cutPoints.totalFen) * 100;
}

/** Rank among the buyers of the window from 0 (nobody below) to 1 (nobody above); 0 for an amount of zero or less. */
export function valueRank(cutPoints: CutPoints, fen: number): number {
  if (fen <= 0 || cutPoints.rankedFen.length === 0) return 0;
  return 1 - countAbove(cutPoints.rankedFen, fen) / cutPoints.rankedFen.length;
}
