import { appError, type AppError } from '../errors/app-error.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { localDateSchema } from '../domain/record.ts';
import { toEpochDay, type EpochDay } from './day.ts';

const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** An RFC 5545 recurrence of whole days; the time of day comes from the start. Empty lists are parts not given. */
export interface RecurrenceRule {
  freq: (typeof frequencies)[number];
  interval: number;
  count?: number;
  /** Inclusive. With a time only if the text had one. */
  until?: { day: EpochDay; time?: string };
  byMonth: number[];
  byMonthDay: number[];
  byYearDay: number[];
  byWeekNo: number[];
  /** `ordinal` 0: every such weekday. `weekday` 1 Monday … 7 Sunday. */
  byDay: { ordinal: number; weekday: number }[];
  bySetPos: number[];
  weekStart: number;
}

function badValue(part: string, value: string): Result<never, AppError> {
  return err(appError('rule/bad-value', { part, value: value.slice(0, 60) }));
}

function integers(value: string, min: number, max: number, signed: boolean): number[] | undefined {
  const list = value.split(',');
  if (!list.every((each) => (signed ? /^[+-]?\d{1,3}$/ : /^\d{1,3}$/).test(each))) return undefined;
  const numbers = list.map(Number);
  return numbers.every((each) => Math.abs(each) >= min && Math.abs(each) <= max) ? numbers : undefined;
}

function readByDay(value: string): RecurrenceRule['byDay'] | undefined {
  const days = value.split(',').map((each) => {
    const match = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(each);
    const ordinal = Number(match?.[1] ?? 0);
    const isOrdinal = match?.[1] === undefined || (ordinal !== 0 && Math.abs(ordinal) <= 53);
    return match?.[2] && isOrdinal ? { ordinal, weekday: weekdays.indexOf(match[2]) + 1 } : undefined;
  });
  return days.every((each) => each !== undefined) ? days : undefined;
}

function readUntil(value: string): RecurrenceRule['until'] | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T([01]\d|2[0-3])([0-5]\d)[0-5]\d)?$/.exec(value);
  if (!match) return undefined;
  const date = `${match[1]}-${match[2]}-${match[3]}`;
  if (!localDateSchema.safeParse(date).success) return undefined;
  return { day: toEpochDay(date), ...(match[4] === undefined ? {} : { time: `${match[4]}:${match[5]}` }) };
}

function positive(value: string, max: number): number | undefined {
  const number = /^\d{1,6}$/.test(value) ? Number(value) : 0;
  return number >= 1 && number <= max ? number : undefined;
}

/** Takes one part into the rule; false when its value is none that RFC 5545 allows for it. */
function takePart(rule: RecurrenceRule, part: string, value: string): boolean {
  const list = (key: 'byMonth' | 'byMonthDay' | 'byYearDay' | 'byWeekNo' | 'bySetPos', max: number): boolean => {
    const numbers = integers(value, 1, max, key !== 'byMonth');
    if (numbers) rule[key] = numbers;
    return numbers !== undefined;
  };
  switch (part) {
    case 'FREQ': {
      const freq = frequencies.find((each) => each === value);
      if (freq) rule.freq = freq;
      return freq !== undefined;
    }
    case 'INTERVAL': {
      const interval = positive(value, 1000);
      if (interval) rule.interval = interval;
      return interval !== undefined;
    }
    case 'COUNT': {
      const count = positive(value, 100_000);
      if (count) rule.count = count;
      return count !== undefined;
    }
    case 'UNTIL': {
      const until = readUntil(value);
      if (until) rule.until = until;
      return until !== undefined;
    }
    case 'BYDAY': {
      const byDay = readByDay(value);
      if (byDay) rule.byDay = byDay;
      return byDay !== undefined;
    }
    case 'WKST':
      rule.weekStart = weekdays.indexOf(value) + 1;
      return rule.weekStart > 0;
    case 'BYMONTH':
      return list('byMonth', 12);
    case 'BYMONTHDAY':
      return list('byMonthDay', 31);
    case 'BYYEARDAY':
      return list('byYearDay', 366);
    case 'BYWEEKNO':
      return list('byWeekNo', 53);
    default:
      return list('bySetPos', 366);
  }
}

const parts = [
  'FREQ',
  'INTERVAL',
  'COUNT',
  'UNTIL',
  'BYDAY',
  'WKST',
  'BYMONTH',
  'BYMONTHDAY',
  'BYYEARDAY',
  'BYWEEKNO',
  'BYSETPOS',
];

/** Reads the parts of an RRULE value (no `RRULE:`, no DTSTART), without looking at which parts may stand together. */
export function readRule(text: string): Result<RecurrenceRule, AppError> {
  const rule: RecurrenceRule = {
    freq: 'DAILY',
    interval: 1,
    byMonth: [],
    byMonthDay: [],
    byYearDay: [],
    byWeekNo: [],
    byDay: [],
    bySetPos: [],
    weekStart: 1,
  };
  const seen = new Set<string>();
  for (const item of text.toUpperCase().split(';')) {
    const [part = '', value = ''] = item.split('=', 2);
    if (!parts.includes(part)) return err(appError('rule/unknown-part', { part: item.slice(0, 60) }));
    if (seen.has(part)) return err(appError('rule/repeated-part', { part }));
    seen.add(part);
    if (item !== `${part}=${value}` || !takePart(rule, part, value)) return badValue(part, value);
  }
  if (!seen.has('FREQ')) return err(appError('rule/no-frequency'));
  return ok(rule);
}

/** The first two parts that RFC 5545 §3.3.10 does not allow together. */
function findConflict(rule: RecurrenceRule): [string, string] | undefined {
  const freq = `FREQ=${rule.freq}`;
  const hasOrdinal = rule.byDay.some((each) => each.ordinal !== 0);
  if (rule.count !== undefined && rule.until) return ['COUNT', 'UNTIL'];
  if (rule.byWeekNo.length > 0 && rule.freq !== 'YEARLY') return ['BYWEEKNO', freq];
  if (rule.byYearDay.length > 0 && rule.freq !== 'YEARLY') return ['BYYEARDAY', freq];
  if (rule.byMonthDay.length > 0 && rule.freq === 'WEEKLY') return ['BYMONTHDAY', freq];
  if (hasOrdinal && (rule.freq === 'DAILY' || rule.freq === 'WEEKLY')) return ['BYDAY', freq];
  if (hasOrdinal && rule.byWeekNo.length > 0) return ['BYDAY', 'BYWEEKNO'];
  return rule.bySetPos.length > 0 && !isCalendarBound(rule) ? ['BYSETPOS', freq] : undefined;
}

/** Whether the rule names days of the calendar ("the 15th", "Mondays") and not only a distance ("every 14 days"). */
export function isCalendarBound(rule: RecurrenceRule): boolean {
  const { byMonth, byMonthDay, byYearDay, byWeekNo, byDay } = rule;
  return [byMonth, byMonthDay, byYearDay, byWeekNo, byDay].some((list) => list.length > 0);
}

/** Reads an RRULE value and refuses what RFC 5545 forbids, and frequencies below a day. */
export function parseRule(text: string): Result<RecurrenceRule, AppError> {
  const read = readRule(text);
  if (!read.ok) return read;
  const conflict = findConflict(read.value);
  if (!conflict) return read;
  return err(appError('rule/not-together', { part: conflict[0], other: conflict[1] }));
}

/** The same rule with another COUNT; what else it says is kept as written. */
export function withCount(text: string, count: number): string {
  return text.replace(/(^|;)COUNT=\d+/i, `$1COUNT=${count}`);
}
