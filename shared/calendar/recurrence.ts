import type { FollowUp } from '../domain/follow-up/follow-up.ts';
import { dayOf, type LocalDate, type LocalTime } from '../domain/record.ts';
import type { AppError } from '../errors/app-error.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { fromEpochDay, toEpochDay, type EpochDay } from './day.ts';
import { expandRule } from './expand.ts';
import { isCalendarBound, parseRule, withCount, type RecurrenceRule } from './rule.ts';
import type { WorkCalendar } from './work-calendar.ts';
import { nextOccurrence, occurrences } from './yearly.ts';

/** What of a follow-up decides when it comes again. */
export type Recurring = Pick<FollowUp, 'due' | 'planned' | 'rrule' | 'lunarYearly' | 'cadenceFrom' | 'holidayPolicy'>;

/** The fields in which the next instance differs from the one that was done. */
export interface NextInstance {
  due: LocalTime;
  /** Set when a day off moved `due` away from the day the rhythm gives. */
  planned?: LocalDate;
  rrule?: string;
}

/** A roll never goes further than the longest run of days off; used to widen windows. */
const LONGEST_ROLL_DAYS = 20;

/** Whether another one comes after it, by a rule (RFC 5545) or by a lunar date. */
export function isRecurring(followUp: Recurring): boolean {
  return followUp.rrule !== undefined || followUp.lunarYearly !== undefined;
}

/** The day the rhythm gives for this instance, whatever moved it. */
function plannedDay(followUp: Recurring): EpochDay {
  return toEpochDay(followUp.planned ?? followUp.due);
}

/** Greetings of a yearly lunar date stay on their day; everything else moves to the next workday unless told otherwise. */
function roll(followUp: Recurring, day: EpochDay, calendar: WorkCalendar): EpochDay {
  return calendar.rollToWorkday(day, followUp.holidayPolicy ?? (followUp.lunarYearly ? 'keep' : 'postpone'));
}

/**
 * A rhythm of distances ("every 14 days") counts from the day it was done unless the follow-up says `schedule`;
 * one of calendar days ("the 15th") from the plan unless it says `completion`.
 */
function countsFromPlan(followUp: Recurring, rule: RecurrenceRule): boolean {
  return (followUp.cadenceFrom ?? (isCalendarBound(rule) ? 'schedule' : 'completion')) === 'schedule';
}

/** Days of the rhythm after an instance was done, in order. */
function* laterDays(followUp: Recurring, rule: RecurrenceRule | undefined, completed: EpochDay): Generator<EpochDay> {
  const planned = plannedDay(followUp);
  if (rule) {
    const isFromPlan = countsFromPlan(followUp, rule);
    const after = isFromPlan || isCalendarBound(rule) ? Math.max(completed, planned) : completed;
    yield* endlessDays(followUp, rule, isFromPlan ? planned : completed, after + 1);
  } else if (followUp.lunarYearly) {
    let next = nextOccurrence(followUp.lunarYearly, Math.max(completed, planned) + 1);
    while (next !== undefined) {
      yield next;
      next = nextOccurrence(followUp.lunarYearly, next + 1);
    }
  }
}

/** The days of a rule from a day on, whatever its COUNT: what is left of it is reckoned with each instance. */
function endlessDays(
  followUp: Recurring,
  rule: RecurrenceRule,
  start: EpochDay,
  from: EpochDay,
): Generator<EpochDay, void> {
  const { count: _, ...endless } = rule;
  const time = followUp.due.slice(11);
  return expandRule(endless, start, time ? { from, time } : { from });
}

/** A whole shop recurs by a handful of rules; reading each once makes a month over all customers four times faster. */
const readRules = new Map<string, Result<RecurrenceRule, AppError>>();
const MOST_KEPT_RULES = 1000;

function readOptionalRule(text: string | undefined): Result<RecurrenceRule | undefined, AppError> {
  if (text === undefined) return ok(undefined);
  const known = readRules.get(text);
  if (known) return known;
  const read = parseRule(text);
  if (readRules.size >= MOST_KEPT_RULES) readRules.clear();
  readRules.set(text, read);
  return read;
}

function atDay(followUp: Recurring, day: EpochDay): LocalTime {
  return fromEpochDay(day) + followUp.due.slice(10);
}

/**
 * When a follow-up that was done (or skipped) on a day comes again: exactly one instance, however many were missed in between.
 * `null` when it does not recur or its rule has ended. A COUNT is what is left of it, this instance included, and is returned reduced.
 */
export function nextDue(
  followUp: Recurring,
  completedOn: LocalDate,
  calendar: WorkCalendar,
): Result<NextInstance | null, AppError> {
  const read = readOptionalRule(followUp.rrule);
  if (!read.ok) return err(read.error);
  const rule = read.value;
  const completed = toEpochDay(completedOn);
  let left = rule ? countLeft(followUp, rule, completed) : Number.POSITIVE_INFINITY;
  for (const planned of laterDays(followUp, rule, completed)) {
    if (left <= 0) break;
    const due = roll(followUp, planned, calendar);
    if (due <= completed) {
      // A day off moved it to the day it was just done, or before: that one is done too.
      left--;
      continue;
    }
    return ok({
      due: atDay(followUp, due),
      ...(due === planned ? {} : { planned: fromEpochDay(planned) }),
      ...(followUp.rrule === undefined
        ? {}
        : { rrule: rule?.count === undefined ? followUp.rrule : withCount(followUp.rrule, left) }),
    });
  }
  return ok(null);
}

/** What remains of COUNT after this instance and those that passed unseen by the plan. */
function countLeft(followUp: Recurring, rule: RecurrenceRule, completed: EpochDay): number {
  if (rule.count === undefined) return Number.POSITIVE_INFINITY;
  return rule.count - 1 - (countsFromPlan(followUp, rule) ? countMissed(followUp, rule, completed) : 0);
}

function countMissed(followUp: Recurring, rule: RecurrenceRule, today: EpochDay): number {
  const planned = plannedDay(followUp);
  const most = (rule.count ?? Number.POSITIVE_INFINITY) - 1;
  let missed = 0;
  for (const day of endlessDays(followUp, rule, planned, planned + 1)) {
    if (day > today || missed === most) break;
    missed++;
  }
  return missed;
}

/** How many later instances of an open follow-up have passed too, today included: shown as one item "逾期 n 次". */
export function missedInstances(followUp: Recurring, today: LocalDate): number {
  const day = toEpochDay(today);
  const planned = plannedDay(followUp);
  if (day <= planned) return 0;
  if (followUp.lunarYearly) return occurrences(followUp.lunarYearly, planned + 1, day).length;
  const read = readOptionalRule(followUp.rrule);
  return read.ok && read.value ? countMissed(followUp, read.value, day) : 0;
}

/**
 * When an open follow-up will come again if each instance is done on its day: the due times from `from` to `to`, both
 * included, without the open instance itself. Instances that a day off moves to the same day appear once.
 */
export function projectDues(followUp: Recurring, from: LocalDate, to: LocalDate, calendar: WorkCalendar): LocalTime[] {
  const [first, last, planned] = [toEpochDay(from), toEpochDay(to), plannedDay(followUp)];
  const read = readOptionalRule(followUp.rrule);
  if (!read.ok) return [];
  const open = toEpochDay(dayOf(followUp.due));
  const start = Math.max(planned + 1, first - LONGEST_ROLL_DAYS);
  const dues: LocalTime[] = [];
  let previous = open;
  for (const day of plannedDays(followUp, read.value, start, last + LONGEST_ROLL_DAYS)) {
    const due = roll(followUp, day, calendar);
    if (due > last && day > last) break;
    if (due >= first && due <= last && due > previous) dues.push(atDay(followUp, due));
    previous = Math.max(previous, due);
  }
  return dues;
}

function* plannedDays(
  followUp: Recurring,
  rule: RecurrenceRule | undefined,
  from: EpochDay,
  to: EpochDay,
): Generator<EpochDay> {
  if (followUp.lunarYearly) yield* occurrences(followUp.lunarYearly, from, to);
  if (!rule) return;
  const planned = plannedDay(followUp);
  const isCounted = rule.count !== undefined;
  let left = (rule.count ?? Number.POSITIVE_INFINITY) - 1;
  for (const day of endlessDays(followUp, rule, planned, isCounted ? planned + 1 : from)) {
    if (day > to || left === 0) return;
    left--;
    if (day >= from) yield day;
  }
}
