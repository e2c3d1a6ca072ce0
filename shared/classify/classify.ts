import type { EpochDay } from '../calendar/day.ts';
import type { ClassKey, ClassParameters, Dimension } from '../domain/class-scheme/class-scheme.ts';
import { behaviourClass, explainBehaviour, nextBehaviourDay } from './behaviour.ts';
import type { CutPoints } from './cut-points.ts';
import { explainRegion, explainSource, explainType } from './entered.ts';
import { explainLifecycle, lifecycleOf } from './explain-lifecycle.ts';
import type { Explanation } from './explanation.ts';
import type { CustomerFacts } from './facts.ts';
import { explainFrequency, frequencyClass, nextFrequencyDay } from './frequency.ts';
import { isStageMovedByCycle } from './lifecycle.ts';
import { explainRisk, isRiskMovedByCycle, nextRiskDay, riskClass } from './risk.ts';
import { populationCycleDays, type Situation } from './situation.ts';
import { explainValue, isValueMovedByLines, nextValueDay, valueClass } from './value.ts';

/** The class of a customer in each dimension: exactly one each, whatever the facts. */
export function classesOf(
  facts: CustomerFacts,
  cutPoints: CutPoints,
  parameters: ClassParameters,
  asOf: EpochDay,
): Record<Dimension, ClassKey> {
  const situation: Situation = { facts, cutPoints, parameters, asOf };
  return {
    value: valueClass(situation),
    lifecycle: lifecycleOf(situation).stage,
    behaviour: behaviourClass(situation),
    frequency: frequencyClass(situation),
    risk: riskClass(situation),
    type: facts.kind,
    region: facts.region,
    source: facts.source,
  };
}

/**
 * Finds who is to be classified anew when nothing but the cut points moved: tells of a customer whether any class may now
 * be another. The customers' own facts, the rules and the day are the same.
 * @returns null when nobody's classes are other ones
 */
export function findMovedBy(
  before: CutPoints,
  after: CutPoints,
  parameters: ClassParameters,
): ((netFen: number, purchaseDays: () => ArrayLike<number>) => boolean) | null {
  const cycleBefore = populationCycleDays({ cutPoints: before, parameters });
  const cycleAfter = populationCycleDays({ cutPoints: after, parameters });
  const haveLinesMoved = before.highLineFen !== after.highLineFen || before.mediumLineFen !== after.mediumLineFen;
  if (cycleBefore === cycleAfter) {
    return haveLinesMoved ? (netFen) => isValueMovedByLines(netFen, before, after) : null;
  }
  return (netFen, purchaseDays) => {
    if (isValueMovedByLines(netFen, before, after)) return true;
    const days = purchaseDays();
    return (
      isStageMovedByCycle(days, after.asOf, cycleBefore, cycleAfter) ||
      isRiskMovedByCycle(days, after.asOf, cycleBefore, cycleAfter)
    );
  };
}

/** The same classes, each with the rule and numbers that decide it and what would change it. */
export function classifyCustomer(
  facts: CustomerFacts,
  cutPoints: CutPoints,
  parameters: ClassParameters,
  asOf: EpochDay,
): { [D in Dimension]: Explanation<D> } {
  const situation: Situation = { facts, cutPoints, parameters, asOf };
  const opened = facts.earlierPurchases === null ? {} : { isOpened: true as const };
  return {
    value: { ...explainValue(situation), ...opened },
    lifecycle: { ...explainLifecycle(situation), ...opened },
    behaviour: explainBehaviour(situation),
    frequency: { ...explainFrequency(situation), ...opened },
    risk: { ...explainRisk(situation), ...opened },
    type: explainType(situation),
    region: explainRegion(situation),
    source: explainSource(situation),
  };
}

/**
 * The first day after `asOf` on which the passing of time alone changes a class of this customer, or an order dated
 * ahead begins to count; null when nothing is left to happen. The lines of everybody are taken as they stand.
 */
export function nextChangeDay(
  facts: CustomerFacts,
  cutPoints: CutPoints,
  parameters: ClassParameters,
  asOf: EpochDay,
): EpochDay | null {
  const situation: Situation = { facts, cutPoints, parameters, asOf };
  const days = [
    facts.futureDay,
    nextValueDay(situation),
    lifecycleOf(situation).next?.day ?? null,
    nextBehaviourDay(situation),
    nextFrequencyDay(situation),
    nextRiskDay(situation),
  ];
  return days.reduce((first, day) => (first === null || (day !== null && day < first) ? day : first), null);
}
