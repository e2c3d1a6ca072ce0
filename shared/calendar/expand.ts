import { civilOf, daysInMonth, epochDayOf, isoWeekday, type EpochDay } from './day.ts';
import { isCalendarBound, type RecurrenceRule } from './rule.ts';

/** Beyond this day nothing is looked for: the last year a record may name. */
const HORIZON = epochDayOf(2200, 12, 31);

/** A day with everything that the parts of a rule can ask about it. */
interface Candidate {
  day: EpochDay;
  monthDay: number;
  weekday: number;
}

/**
 * The days of a rule in order, from `start` (DTSTART) on. A generated day that does not exist (31 April) is left out,
 * never moved. `start` itself appears only if it matches. Days before `from` are skipped without visiting each period,
 * unless a COUNT has to be counted. Where RFC 5545 leaves room the result is that of python-dateutil:
 * BYWEEKNO without BYDAY gives all days of the week, yearly BYMONTHDAY without BYMONTH all months.
 */
export function* expandRule(
  rule: RecurrenceRule,
  start: EpochDay,
  options: { from?: EpochDay; time?: string } = {},
): Generator<EpochDay, void> {
  const complete = fillFromStart(rule, start);
  const last = lastDayOf(rule, options.time);
  const from = rule.count === undefined ? Math.max(start, options.from ?? start) : start;
  let left = rule.count ?? Number.POSITIVE_INFINITY;
  for (let index = firstPeriod(rule, start, from); ; index += rule.interval) {
    const [first, end] = periodAt(rule, start, index);
    if (first > last) return;
    for (const day of selectPositions(matchingDays(complete, first, end), rule.bySetPos)) {
      if (day < from) continue;
      if (day > last || left === 0) return;
      left--;
      yield day;
    }
    if (left === 0) return;
  }
}

function lastDayOf(rule: RecurrenceRule, time: string | undefined): EpochDay {
  if (!rule.until) return HORIZON;
  const isTooLate = rule.until.time !== undefined && time !== undefined && time > rule.until.time;
  return Math.min(HORIZON, isTooLate ? rule.until.day - 1 : rule.until.day);
}

/** What a rule leaves open is taken from its start (RFC 5545 §3.3.10). */
function fillFromStart(rule: RecurrenceRule, start: EpochDay): RecurrenceRule {
  const { byMonth, byMonthDay, byYearDay, byWeekNo, byDay } = rule;
  if ([byMonthDay, byYearDay, byWeekNo, byDay].some((list) => list.length > 0)) return rule;
  const { month, day } = civilOf(start);
  switch (rule.freq) {
    case 'YEARLY':
      return { ...rule, byMonth: byMonth.length > 0 ? byMonth : [month], byMonthDay: [day] };
    case 'MONTHLY':
      return { ...rule, byMonthDay: [day] };
    case 'WEEKLY':
      return { ...rule, byDay: [{ ordinal: 0, weekday: isoWeekday(start) }] };
    case 'DAILY':
      return rule;
  }
}

/** Periods are counted from the one that holds the start: days, weeks, months or years. */
function periodOf(rule: RecurrenceRule, start: EpochDay, day: EpochDay): number {
  if (rule.freq === 'DAILY') return day - start;
  if (rule.freq === 'WEEKLY') return Math.floor((day - weekOf(rule, start)) / 7);
  const a = civilOf(start);
  const b = civilOf(day);
  return rule.freq === 'YEARLY' ? b.year - a.year : (b.year - a.year) * 12 + b.month - a.month;
}

function firstPeriod(rule: RecurrenceRule, start: EpochDay, from: EpochDay): number {
  return Math.floor(periodOf(rule, start, from) / rule.interval) * rule.interval;
}

/** First day of a period and the day behind its last. */
function periodAt(rule: RecurrenceRule, start: EpochDay, index: number): [EpochDay, EpochDay] {
  if (rule.freq === 'DAILY') return [start + index, start + index + 1];
  if (rule.freq === 'WEEKLY') {
    const week = weekOf(rule, start) + index * 7;
    return [week, week + 7];
  }
  const { year, month } = civilOf(start);
  if (rule.freq === 'YEARLY') return [epochDayOf(year + index, 1, 1), epochDayOf(year + index + 1, 1, 1)];
  return [epochDayOf(year, month + index, 1), epochDayOf(year, month + index + 1, 1)];
}

function weekOf(rule: RecurrenceRule, day: EpochDay): EpochDay {
  return day - ((isoWeekday(day) - rule.weekStart + 7) % 7);
}

function matchingDays(rule: RecurrenceRule, first: EpochDay, end: EpochDay): EpochDay[] {
  if (!isCalendarBound(rule)) return [first];
  const days: EpochDay[] = [];
  let { year, month, day: monthDay } = civilOf(first);
  let monthDays = daysInMonth(year, month);
  const nextMonth = () => {
    monthDay = 1;
    year += month === 12 ? 1 : 0;
    month = (month % 12) + 1;
    monthDays = daysInMonth(year, month);
  };
  let day = first;
  while (day < end) {
    if (rule.byMonth.length > 0 && !rule.byMonth.includes(month)) {
      day += monthDays - monthDay + 1;
      nextMonth();
      continue;
    }
    if (matches(rule, { day, monthDay, weekday: isoWeekday(day) }, year, monthDays)) days.push(day);
    day++;
    if (++monthDay > monthDays) nextMonth();
  }
  return days;
}

function includes(list: readonly number[], fromStart: number, fromEnd: number): boolean {
  return list.length === 0 || list.includes(fromStart) || list.includes(fromEnd);
}

function matches(rule: RecurrenceRule, candidate: Candidate, year: number, monthDays: number): boolean {
  const { day, monthDay } = candidate;
  if (!includes(rule.byMonthDay, monthDay, monthDay - monthDays - 1)) return false;
  if (!matchesWeekday(rule, candidate, year, monthDays)) return false;
  if (rule.byYearDay.length > 0) {
    const yearDay = day - epochDayOf(year, 1, 1) + 1;
    if (!includes(rule.byYearDay, yearDay, day - epochDayOf(year + 1, 1, 1))) return false;
  }
  return rule.byWeekNo.length === 0 || matchesWeekNumber(rule, day, year);
}

/** "The second Tuesday" counts within the month, in a yearly rule without months within the year. */
function matchesWeekday(rule: RecurrenceRule, candidate: Candidate, year: number, monthDays: number): boolean {
  if (rule.byDay.length === 0) return true;
  const inYear = rule.freq === 'YEARLY' && rule.byMonth.length === 0;
  return rule.byDay.some(({ ordinal, weekday }) => {
    if (weekday !== candidate.weekday) return false;
    if (ordinal === 0) return true;
    const before = inYear ? candidate.day - epochDayOf(year, 1, 1) : candidate.monthDay - 1;
    const behind = inYear ? epochDayOf(year + 1, 1, 1) - 1 - candidate.day : monthDays - candidate.monthDay;
    return ordinal > 0 ? Math.floor(before / 7) + 1 === ordinal : Math.floor(behind / 7) + 1 === -ordinal;
  });
}

/** Week 1 is the first with at least four days in the year (ISO 8601), weeks beginning on WKST. */
function matchesWeekNumber(rule: RecurrenceRule, day: EpochDay, year: number): boolean {
  const firstWeek = (of: number) => weekOf(rule, epochDayOf(of, 1, 4));
  let weekYear = year;
  if (day < firstWeek(year)) weekYear--;
  else if (day >= firstWeek(year + 1)) weekYear++;
  const number = Math.floor((day - firstWeek(weekYear)) / 7) + 1;
  const weeks = (firstWeek(weekYear + 1) - firstWeek(weekYear)) / 7;
  return includes(rule.byWeekNo, number, number - weeks - 1);
}

function selectPositions(days: EpochDay[], positions: readonly number[]): EpochDay[] {
  if (positions.length === 0) return days;
  return days.filter((_, index) => includes(positions, index + 1, index - days.length));
}
