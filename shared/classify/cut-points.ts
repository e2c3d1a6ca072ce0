import type { EpochDay } from '../calendar/day.ts';
import type { ClassParameters } from '../domain/class-scheme/class-scheme.ts';
import type { CustomerFacts } from './facts.ts';

/** What the relative rules know about everybody: computed for all customers of a day, then held while single ones change. */
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

const LONGEST_GAP_DAYS = 65_535;

/** Counts gaps by length, so that the median of a million needs no sorting. */
function createGapCounter() {
  const counts = new Uint32Array(LONGEST_GAP_DAYS + 1);
  let total = 0;
  const at = (rank: number): number => {
    let seen = 0;
    for (let gap = 0; gap <= LONGEST_GAP_DAYS; gap++) {
      seen += counts[gap] ?? 0;
      if (seen > rank) return gap;
    }
    return LONGEST_GAP_DAYS;
  };
  return {
    add(days: ArrayLike<number>): void {
      for (let index = 1; index < days.length; index++) {
        const gap = Math.min((days[index] ?? 0) - (days[index - 1] ?? 0), LONGEST_GAP_DAYS);
        counts[gap] = (counts[gap] ?? 0) + 1;
        total++;
      }
    },
    median: (): number | null =>
      total === 0 ? null : (at(Math.floor((total - 1) / 2)) + at(Math.floor(total / 2))) / 2,
  };
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
  const gaps = createGapCounter();
  const nets: number[] = [];
  for (const facts of everybody) {
    gaps.add(facts.purchaseDays);
    const net = windowNetFen(facts, asOf, parameters.valueWindowDays);
    if (net > 0) nets.push(net);
  }
  const rankedFen = Float64Array.from(nets).sort().reverse();
  const beforeFen = new Float64Array(rankedFen.length);
  let totalFen = 0;
  for (let index = 0; index < rankedFen.length; index++) {
    const isTie = index > 0 && rankedFen[index] === rankedFen[index - 1];
    beforeFen[index] = isTie ? (beforeFen[index - 1] ?? 0) : totalFen;
    totalFen += rankedFen[index] ?? 0;
  }
  const lineOf = (percent: number): number => {
    let line = Number.POSITIVE_INFINITY;
    for (let index = 0; index < rankedFen.length; index++) {
      if ((beforeFen[index] ?? 0) * 100 >= percent * totalFen) break;
      line = rankedFen[index] ?? line;
    }
    return line;
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
  };
}

/** How many of the ranked amounts are larger. */
function countAbove(cutPoints: CutPoints, fen: number): number {
  let low = 0;
  let high = cutPoints.rankedFen.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cutPoints.rankedFen[middle] ?? 0) > fen) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Share of the whole in percent that customers with a larger amount brought: what the ABC class goes by. */
export function shareBeforePercent(cutPoints: CutPoints, fen: number): number {
  if (cutPoints.totalFen <= 0) return 0;
  const above = countAbove(cutPoints, fen);
  const before = above < cutPoints.beforeFen.length ? (cutPoints.beforeFen[above] ?? 0) : cutPoints.totalFen;
  return (before / cutPoints.totalFen) * 100;
}

/** Rank among the buyers of the window from 0 (nobody below) to 1 (nobody above); 0 for an amount of zero or less. */
export function valueRank(cutPoints: CutPoints, fen: number): number {
  if (fen <= 0 || cutPoints.rankedFen.length === 0) return 0;
  return 1 - countAbove(cutPoints, fen) / cutPoints.rankedFen.length;
}
