import type { EpochDay } from '#shared/calendar/day.ts';
import { isDue, stalenessOf } from '#shared/check-up/staleness.ts';
import { daysOfClass, type CheckDays } from '#shared/domain/settings/check-days.ts';
import type { StateField } from '#shared/filter/fields.ts';
import { statesOf, unverified, wayOfStates } from '#shared/reach/states.ts';
import type { Columns } from '../columns/columns.ts';
import { none } from '../columns/column-layout.ts';
import { stateBit } from '../columns/reach-states.ts';

/** How often and how long ago, by the places of the customers in the columns. */
export interface CheckClock {
  /** 0: never. */
  intervalDays: (index: number) => number;
  /** Days since somebody last said that the details are right; without that since the customer is known. */
  ageDays: (index: number) => number;
  staleness: (index: number) => number;
}

export function checkClock({ numbers, classes }: Columns, days: CheckDays, today: EpochDay): CheckClock {
  const { value, verifiedDay, knownSinceDay } = numbers;
  const intervals = Int32Array.from(classes.values, (key) => daysOfClass(days, key));
  const intervalDays = (index: number): number => intervals[value[index] ?? 0] ?? 0;
  const ageDays = (index: number): number => {
    const verified = verifiedDay[index] ?? none;
    return today - (verified === none ? (knownSinceDay[index] ?? today) : verified);
  };
  return { intervalDays, ageDays, staleness: (index) => stalenessOf(ageDays(index), intervalDays(index)) };
}

const askedOn = ['phoneState', 'imState', 'emailState'] as const satisfies readonly StateField[];
const mayWork = ['valid', unverified];

/** Whom no number, account or mail reaches any more; somebody without any is no such customer. */
export function outOfReach({ numbers: { reachStates } }: Columns): (index: number) => boolean {
  let [working, known] = [0, 0];
  for (const field of askedOn) {
    for (const state of statesOf(wayOfStates[field])) {
      const bit = stateBit(field, state);
      known |= bit;
      if (mayWork.includes(state)) working |= bit;
    }
  }
  return (index) => {
    const states = reachStates[index] ?? 0;
    return (states & known) !== 0 && (states & working) === 0;
  };
}

/** Whose details are to be checked now, as far as there is a way to ask. */
export function dueForCheck(columns: Columns, days: CheckDays, today: EpochDay): (index: number) => boolean {
  const { staleness } = checkClock(columns, days, today);
  const isOutOfReach = outOfReach(columns);
  return (index) => isDue(staleness(index)) && !isOutOfReach(index);
}
