import { fromEpochDay, type EpochDay } from '../calendar/day.ts';
import { windowPurchases } from './cut-points.ts';
import type { Explanation, NextStep } from './explanation.ts';
import { lastPurchaseDay, type Situation } from './situation.ts';

export type FrequencyClass = 'frequent' | 'medium' | 'single' | 'past' | 'none';

function classOfCount(purchases: number, frequentPurchases: number): FrequencyClass {
  if (purchases >= frequentPurchases) return 'frequent';
  if (purchases >= 2) return 'medium';
  return purchases === 1 ? 'single' : 'past';
}

/** Purchase days within the window; `past` bought before it, `none` never. */
export function frequencyClass({ facts, parameters, asOf }: Situation): FrequencyClass {
  if (facts.purchaseDays.length === 0) return 'none';
  return classOfCount(windowPurchases(facts, asOf, parameters.valueWindowDays), parameters.frequentPurchases);
}

/** The day on which the purchase leaves the window that now just keeps the customer in the class. */
export function nextFrequencyDay(situation: Situation): EpochDay | null {
  const { facts, parameters, asOf } = situation;
  const present = frequencyClass(situation);
  const needed = { frequent: parameters.frequentPurchases, medium: 2, single: 1, past: 0, none: 0 }[present];
  if (needed === 0) return null;
  const keeper = facts.purchaseDays[facts.purchaseDays.length - needed];
  return keeper === undefined ? null : Math.max(asOf + 1, keeper + parameters.valueWindowDays);
}

/** The class of today by purchases within the window, in days, and what would change it. */
export function explainFrequency(situation: Situation): Explanation<'frequency'> {
  const { facts, parameters, asOf } = situation;
  const frequency = frequencyClass(situation);
  const last = lastPurchaseDay(facts);
  const values = {
    windowDays: parameters.valueWindowDays,
    purchases: windowPurchases(facts, asOf, parameters.valueWindowDays),
    frequentPurchases: parameters.frequentPurchases,
    mostPurchases: parameters.frequentPurchases - 1,
    ...(last === null ? {} : { lastOn: fromEpochDay(last) }),
  };
  return {
    dimension: 'frequency',
    class: frequency,
    rule: frequency,
    values,
    next: nextStep(situation, values.purchases),
  };
}

function nextStep(situation: Situation, purchases: number): NextStep {
  const { frequentPurchases } = situation.parameters;
  const day = nextFrequencyDay(situation);
  if (purchases >= frequentPurchases && day !== null) {
    const to = frequencyClass({ ...situation, asOf: day });
    return { rule: 'frequency.falls', values: { on: fromEpochDay(day), to } };
  }
  const target = [1, 2, frequentPurchases].find((each) => each > purchases) ?? frequentPurchases;
  const to = classOfCount(target, frequentPurchases);
  return { rule: 'frequency.rises', values: { missing: target - purchases, to } };
}
