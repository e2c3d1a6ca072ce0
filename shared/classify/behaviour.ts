import { fromEpochDay, type EpochDay } from '../calendar/day.ts';
import type { Explanation, NextStep } from './explanation.ts';
import { firstChange } from './first-change.ts';
import { lastPurchaseDay, type Situation } from './situation.ts';

export type BehaviourClass = 'active' | 'steady' | 'silent' | 'lost' | 'prospect';

/** Last day on which the customer bought or got in touch. */
function lastSignDay({ facts }: Situation): EpochDay | null {
  const bought = lastPurchaseDay(facts);
  if (bought === null || facts.lastInboundDay === null) return bought ?? facts.lastInboundDay;
  return Math.max(bought, facts.lastInboundDay);
}

/** An ordered list, the first that holds (domain.md §3.1); `silent` catches the rest. */
export function behaviourClass(situation: Situation): BehaviourClass {
  const { facts, parameters, asOf } = situation;
  const sign = lastSignDay(situation);
  const idleDays = sign === null ? Number.POSITIVE_INFINITY : asOf - sign;
  if (idleDays <= parameters.activeDays) return 'active';
  if (idleDays <= parameters.steadyDays) return 'steady';
  if (facts.purchaseDays.length > 0) return 'lost';
  return asOf - facts.knownSinceDay <= parameters.newProspectDays ? 'prospect' : 'silent';
}

/** The next day on which the class becomes another by time alone; `null` when none does. */
export function nextBehaviourDay(situation: Situation): EpochDay | null {
  const { facts, parameters, asOf } = situation;
  const sign = lastSignDay(situation);
  const days = [facts.knownSinceDay + parameters.newProspectDays + 1];
  if (sign !== null) days.push(sign + parameters.activeDays + 1, sign + parameters.steadyDays + 1);
  days.sort((a, b) => a - b);
  return firstChange(days, (day) => behaviourClass({ ...situation, asOf: day }), asOf);
}

/** The class of today, by which rule and numbers, and what would change it. Days are whole ones. */
export function explainBehaviour(situation: Situation): Explanation<'behaviour'> {
  const { facts, parameters, asOf } = situation;
  const { activeDays, steadyDays, newProspectDays } = parameters;
  const behaviour = behaviourClass(situation);
  const sign = lastSignDay(situation);
  const idle = sign === null ? {} : { idleDays: asOf - sign };
  const values =
    behaviour === 'prospect' || behaviour === 'silent'
      ? { knownDays: asOf - facts.knownSinceDay, steadyDays, newProspectDays }
      : { ...idle, activeDays, steadyDays };
  return { dimension: 'behaviour', class: behaviour, rule: behaviour, values, next: nextStep(situation) };
}

function nextStep(situation: Situation): NextStep {
  const day = nextBehaviourDay(situation);
  if (day === null) return { rule: 'behaviour.returns', values: {} };
  const to = behaviourClass({ ...situation, asOf: day });
  return { rule: 'behaviour.moves', values: { on: fromEpochDay(day), to } };
}
