/**
 * How many of its intervals have passed since somebody was last sure of a customer's details: 1 and more is due, 0 where
 * nothing is ever due. A day that lies ahead, from a clock that went back, counts as today.
 */
export function stalenessOf(ageDays: number, intervalDays: number): number {
  return intervalDays > 0 ? Math.max(0, ageDays) / intervalDays : 0;
}

/** From 1 on, as long as the class gives, details are to be checked. */
export function isDue(staleness: number): boolean {
  return staleness >= 1;
}

/** Somebody who never bought anything counts a tenth of the best buyer. */
const leastWeight = 0.1;
/** Who was left out that often is as urgent as who was left out for ever. */
const mostStaleness = 4;

/** How much checking somebody's details is worth: value × staleness. `valueRank` is the rank among the buyers, 0 to 1. */
export function worthOfCheck(valueRank: number, staleness: number): number {
  return (leastWeight + (1 - leastWeight) * valueRank) * Math.min(staleness, mostStaleness);
}
