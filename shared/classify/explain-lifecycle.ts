import { fromEpochDay } from '../calendar/day.ts';
import { windowPurchases } from './cut-points.ts';
import type { Explanation, NextStep } from './explanation.ts';
import { lifecycleAt, YEAR_DAYS, type Lifecycle } from './lifecycle.ts';
import { lastPurchaseDay, populationCycleDays, type Situation } from './situation.ts';

/** Where a customer stands today, and since which day; the gap of everybody stands in for one with too few purchases. */
export function lifecycleOf(situation: Situation): Lifecycle {
  const { facts, asOf } = situation;
  return lifecycleAt(
    facts.purchaseDays,
    asOf,
    populationCycleDays(situation),
    facts.lostDay,
    facts.earlierPurchases !== null,
  );
}

/** The stage of today, by which rule and days, and when it becomes another. */
export function explainLifecycle(situation: Situation): Explanation<'lifecycle'> {
  const { facts, asOf } = situation;
  const life = lifecycleOf(situation);
  const first = facts.purchaseDays[0];
  const last = lastPurchaseDay(facts);
  const values =
    first === undefined || last === null || life.since === null
      ? { ...(life.since !== null && { sinceOn: fromEpochDay(life.since) }) }
      : {
          firstOn: fromEpochDay(first),
          sinceOn: fromEpochDay(life.since),
          gapDays: asOf - last,
          tenureDays: asOf - first,
          purchases: facts.purchaseDays.length + (facts.earlierPurchases ?? 0),
          yearPurchases: windowPurchases(facts, asOf, YEAR_DAYS),
          cycleDays: life.cycleDays,
          cycleOf: facts.purchaseDays.length > 2 ? 'own' : 'everyone',
          lostAfterDays: life.lostAfterDays,
        };
  return { dimension: 'lifecycle', class: life.stage, rule: life.cause, values, next: nextStep(life) };
}

function nextStep({ stage, cause, next }: Lifecycle): NextStep {
  if (stage === 'prospect') return { rule: 'lifecycle.first', values: {} };
  if (next === null) return { rule: cause === 'told' ? 'lifecycle.told' : 'lifecycle.return', values: {} };
  const on = fromEpochDay(next.day);
  if (stage === 'new') return { rule: 'lifecycle.second', values: { on } };
  if (next.stage === 'loyal') return { rule: 'lifecycle.rises', values: { on } };
  return { rule: 'lifecycle.moves', values: { on, to: next.stage } };
}
