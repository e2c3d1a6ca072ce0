import type { EpochDay } from '../calendar/day.ts';
import { createRunningMedian } from './running-median.ts';

export type LifecycleStage = 'prospect' | 'new' | 'active' | 'loyal' | 'lost';

/** Days and counts of the state machine (domain.md §4.1). */
const NEW_DAYS = 90;
const CHURN_DAYS = 180;
const CHURN_CYCLES = 3;
const LOYAL_PURCHASES = 4;
const LOYAL_TENURE_DAYS = 180;
const LOYAL_ENTRY_CYCLES = 1.5;
const LOYAL_KEEP_PURCHASES = 3;
const LOYAL_KEEP_CYCLES = 2;
export const YEAR_DAYS = 365;
/** What leads downwards must hold for so many days before the customer is moved. */
const GRACE_DAYS = 7;

export interface Lifecycle {
  stage: LifecycleStage;
  /** What brought the customer into the stage. */
  cause: 'none' | 'first' | 'opening' | 'repeat' | 'returned' | 'cooled' | 'loyal' | 'lapsed' | 'told';
  /** First day in the stage; null for a prospect. */
  since: EpochDay | null;
  /** Usual days between purchases: the customer's own median gap from three purchases on, before that the one of all. */
  cycleDays: number;
  /** Days without a purchase after which the customer counts as lost, grace included. */
  lostAfterDays: number;
  /** The next move that comes by time alone, if nothing is bought. */
  next: { day: EpochDay; stage: LifecycleStage } | null;
}

const own = createRunningMedian();

function churnDays(purchases: number, cycleDays: number): number {
  if (purchases > 1) return Math.max(CHURN_CYCLES * cycleDays, CHURN_DAYS);
  return Math.max(2 * cycleDays, NEW_DAYS, 1.5 * cycleDays);
}

/** Days without a further purchase after which a customer counts as lost, grace included. */
function lostAfter(purchases: number, cycleDays: number): number {
  return Math.ceil(churnDays(purchases, cycleDays)) + GRACE_DAYS;
}

/**
 * Whether the stage may be another when the usual gap of everybody moves: that gap stands in for the first two purchases
 * only, and decides only whether the customer was lost before the next one. There may have been one before the first.
 */
export function isStageMovedByCycle(days: ArrayLike<number>, asOf: EpochDay, from: number, to: number): boolean {
  for (let count = 1; count <= Math.min(2, days.length); count++) {
    const idleDays = (days[count] ?? asOf + 1) - (days[count - 1] ?? 0);
    for (const purchases of [count, count + 1])
      if (lostAfter(purchases, from) < idleDays !== lostAfter(purchases, to) < idleDays) return true;
  }
  return false;
}

/**
 * The stage of a customer on a day, by walking through the purchase days: the same orders and the same day always give
 * the same stage. Upwards at once, downwards after seven days. A customer who comes back from 流失 is 活跃 and can only
 * become 忠诚 with a further purchase.
 * @param days purchase days, ascending, none after `asOf`
 * @param populationCycleDays the cycle of customers with fewer than three purchases
 * @param toldDay when somebody said that the customer is lost; it holds until the next purchase
 * @param isOld whether there were purchases before the first of these days, on days that nobody knows: then it makes no new customer
 */
export function lifecycleAt(
  days: ArrayLike<number>,
  asOf: EpochDay,
  populationCycleDays: number,
  toldDay: EpochDay | null = null,
  isOld = false,
): Lifecycle {
  const dayAt = (index: number): EpochDay => days[index] ?? 0;
  let stage = 'prospect' as LifecycleStage;
  let cause = 'none' as Lifecycle['cause'];
  let since = null as EpochDay | null;
  let next = null as Lifecycle['next'];
  let cycleDays = populationCycleDays;
  const before = isOld ? 1 : 0;
  let lostAfterDays = lostAfter(1 + before, populationCycleDays);
  /** First day of the present run of days with fewer than three purchases in the year before. */
  let fewSince = Number.POSITIVE_INFINITY;

  const move = (to: LifecycleStage, why: Lifecycle['cause'], day: EpochDay) => {
    stage = to;
    cause = why;
    since = day;
  };

  /** Who is lost already stays so since then, and is known to be. */
  const tell = (when: EpochDay, end: number): void => {
    if (when >= end) return;
    if (when > asOf) next ??= { day: when, stage: 'lost' };
    else if (stage === 'lost') cause = 'told';
    else move('lost', 'told', when);
    if (when <= asOf) next = null;
  };

  own.clear();
  for (let count = 1; count <= days.length; count++) {
    const day = dayAt(count - 1);
    const end = count < days.length ? dayAt(count) : Number.POSITIVE_INFINITY;
    if (count > 1) own.add(day - dayAt(count - 2));
    if (count > 2) cycleDays = own.median();
    lostAfterDays = lostAfter(count + before, cycleDays);

    if (stage === 'prospect') move(isOld ? 'active' : 'new', isOld ? 'opening' : 'first', day);
    else if (stage === 'new') move('active', 'repeat', day);
    else if (stage === 'lost') move('active', 'returned', day);
    const mayRise = stage === 'active' && !(cause === 'returned' && since === day);
    const fewFrom = count < LOYAL_KEEP_PURCHASES ? day : dayAt(count - LOYAL_KEEP_PURCHASES) + YEAR_DAYS;
    if (fewFrom > day) fewSince = fewFrom;
    else fewSince = Math.min(fewSince, day);

    next = null;
    /** Moves on a day of this stretch, or remembers the move as the next one; false when there is none. */
    const at = (when: EpochDay, to: LifecycleStage, why: Lifecycle['cause']): void => {
      if (next !== null || when >= end || (toldDay !== null && toldDay >= day && toldDay < when)) return;
      if (when > asOf) next = { day: when, stage: to };
      else move(to, why, when);
    };

    if (mayRise && count >= LOYAL_PURCHASES) {
      const rise = Math.max(day, dayAt(0) + LOYAL_TENURE_DAYS);
      const isInRhythm = rise <= day + LOYAL_ENTRY_CYCLES * cycleDays;
      if (isInRhythm && rise < dayAt(count - LOYAL_PURCHASES) + YEAR_DAYS) at(rise, 'loyal', 'loyal');
    }
    if (stage === 'loyal') {
      const slowSince = Math.floor(day + LOYAL_KEEP_CYCLES * cycleDays) + 1;
      at(Math.max(day, Math.min(fewSince, slowSince) + GRACE_DAYS), 'active', 'cooled');
    }
    at(day + lostAfterDays, 'lost', 'lapsed');
    if (toldDay !== null && toldDay >= day) tell(toldDay, end);
  }
  if (days.length === 0 && toldDay !== null) tell(toldDay, Number.POSITIVE_INFINITY);
  return { stage, cause, since, cycleDays, lostAfterDays, next };
}
