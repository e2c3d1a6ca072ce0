import { fromEpochDay, type EpochDay } from '../calendar/day.ts';
import type { Explanation, NextStep } from './explanation.ts';
import { firstChange } from './first-change.ts';
import { createRunningMedian } from './running-median.ts';
import { lastPurchaseDay, populationCycleDays, type Situation } from './situation.ts';

export type RiskClass = 'low' | 'medium' | 'high' | 'none';

/** Multiples of the usual gap (domain.md §1.6). */
const MEDIUM_RATIO = 1.5;
const HIGH_RATIO = 3;

/** From so many purchases on a customer has a usual gap of their own. */
const OWN_CYCLE_PURCHASES = 3;

const gaps = createRunningMedian();

/** The usual days between purchases: the customer's own median from three purchases on, before that the one of everybody. */
function cycleOf(situation: Situation): { days: number; isOwn: boolean } {
  const { purchaseDays } = situation.facts;
  if (purchaseDays.length < OWN_CYCLE_PURCHASES) return { days: populationCycleDays(situation), isOwn: false };
  gaps.clear();
  for (let index = 1; index < purchaseDays.length; index++) {
    gaps.add((purchaseDays[index] ?? 0) - (purchaseDays[index - 1] ?? 0));
  }
  return { days: gaps.median(), isOwn: true };
}

function classOfGap(gapDays: number, cycleDays: number): RiskClass {
  if (gapDays < MEDIUM_RATIO * cycleDays) return 'low';
  return gapDays < HIGH_RATIO * cycleDays ? 'medium' : 'high';
}

/** How far the present gap exceeds the usual one; `none` for who never bought. */
export function riskClass(situation: Situation): RiskClass {
  const last = lastPurchaseDay(situation.facts);
  return last === null ? 'none' : classOfGap(situation.asOf - last, cycleOf(situation).days);
}

/** Whether the class is another when the usual gap of everybody moves. */
export function isRiskMovedByCycle(days: ArrayLike<number>, asOf: EpochDay, from: number, to: number): boolean {
  const last = days[days.length - 1];
  if (last === undefined || days.length >= OWN_CYCLE_PURCHASES) return false;
  return classOfGap(asOf - last, from) !== classOfGap(asOf - last, to);
}

/** The next day on which the class becomes another by time alone; `null` for who never bought, and when none does. */
export function nextRiskDay(situation: Situation): EpochDay | null {
  const last = lastPurchaseDay(situation.facts);
  if (last === null) return null;
  const cycle = cycleOf(situation).days;
  const days = [last + Math.ceil(MEDIUM_RATIO * cycle), last + Math.ceil(HIGH_RATIO * cycle)];
  return firstChange(days, (day) => classOfGap(day - last, cycle), situation.asOf);
}

/** The class of today by the gap since the last purchase in cycles of the customer, both in days, and when it becomes another. */
export function explainRisk(situation: Situation): Explanation<'risk'> {
  const last = lastPurchaseDay(situation.facts);
  if (last === null) return { dimension: 'risk', class: 'none', rule: 'none', values: {} };
  const cycle = cycleOf(situation);
  const gapDays = situation.asOf - last;
  const day = nextRiskDay(situation);
  const next: NextStep =
    day === null
      ? { rule: 'risk.falls', values: {} }
      : { rule: 'risk.rises', values: { on: fromEpochDay(day), to: classOfGap(day - last, cycle.days) } };
  return {
    dimension: 'risk',
    class: classOfGap(gapDays, cycle.days),
    rule: cycle.isOwn ? 'own' : 'everyone',
    values: { gapDays, cycleDays: cycle.days, ratio: Math.round((gapDays / cycle.days) * 10) / 10 },
    next,
  };
}
