import type { EpochDay } from '../calendar/day.ts';
import type { ClassParameters } from '../domain/class-scheme/class-scheme.ts';
import type { CutPoints } from './cut-points.ts';
import type { CustomerFacts } from './facts.ts';

/** All a rule may look at. The same situation always gives the same class. */
export interface Situation {
  facts: CustomerFacts;
  cutPoints: CutPoints;
  parameters: ClassParameters;
  asOf: EpochDay;
}

/** `null` for who never bought. */
export function lastPurchaseDay(facts: CustomerFacts): EpochDay | null {
  return facts.purchaseDays[facts.purchaseDays.length - 1] ?? null;
}

/** The usual gap of everybody, which stands in for customers with too few purchases of their own. */
export function populationCycleDays({ cutPoints, parameters }: Pick<Situation, 'cutPoints' | 'parameters'>): number {
  return cutPoints.medianGapDays ?? parameters.defaultCycleDays;
}
