import type { EpochDay } from '../../calendar/day.ts';

/** For so many days a word of thanks is still in season. */
const thanksDays = 30;

export interface IntroducedLately {
  firstPurchaseDay: EpochDay | null;
  knownSinceDay: EpochDay;
}

/**
 * Whether the one who introduced this customer is owed thanks: for the first purchase, or, until there is one, for the
 * introduction itself; within 30 days, and unless they were spoken with since. Returns the day it counts from.
 */
export function thanksDueFor(
  introduced: IntroducedLately,
  lastContactDay: EpochDay | null,
  today: EpochDay,
): EpochDay | null {
  const on = introduced.firstPurchaseDay ?? introduced.knownSinceDay;
  const isLately = on <= today && on > today - thanksDays;
  return isLately && (lastContactDay === null || lastContactDay < on) ? on : null;
}
