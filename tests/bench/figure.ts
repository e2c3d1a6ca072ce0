import type { Size } from './generator.ts';

/** One line of the report: what was measured, what was allowed, and what a known tool needed for the same. */
export interface Figure {
  /** `search/initials`: group and name. */
  name: string;
  /** Absent where the size of the archive does not matter. */
  size?: Size;
  /** What the value is: `p95 of 40 queries`. */
  what: string;
  unit: 'ms' | 's' | 'MB' | '×';
  value: number;
  budget?: number;
  reference?: { what: string; value: number };
  /** The value may be this many times the reference. */
  maxRatio?: number;
  /**
   * The budget is for a machine that does the reference in as much less time as the ratio allows: a display that draws a
   * picture in half of it, a disk that flushes in a fifth. On a slower one the ratio decides, and a quicker one has no less time.
   */
  isByRatio?: true;
  /** How busy the machine was meanwhile: the load of the last minute. */
  load?: number;
}

export function ratioOf({ value, reference }: Figure): number | undefined {
  return reference === undefined ? undefined : value / reference.value;
}

/** Within the budget and within the ratio, as far as each is set; within one of them where the ratio may decide. */
export function isPassed(figure: Figure): boolean {
  const ratio = ratioOf(figure);
  const isWithinBudget = figure.budget === undefined || figure.value <= figure.budget;
  const isWithinRatio = ratio === undefined || figure.maxRatio === undefined || ratio <= figure.maxRatio;
  return figure.isByRatio ? isWithinBudget || isWithinRatio : isWithinBudget && isWithinRatio;
}
