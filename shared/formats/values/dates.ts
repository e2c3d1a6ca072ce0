import type { LocalDate, LocalTime } from '../../domain/record.ts';
import { normalizeText } from '../../match/text.ts';

export interface DateOptions {
  /** The day of the import, `YYYY-MM-DD`: two-digit years lie before it, but for ten years ahead. */
  today: LocalDate;
  /** Order of `3/4/2024` and `24.1.5`, where the column shows one (`detectDateOrder`). */
  order?: DateOrder | undefined;
  /** Whether days come before months where that shows no order. */
  isDayFirst?: boolean | undefined;
}

export type DateOrder = 'year-first' | 'month-first' | 'day-first';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName = `(${months.join('|')})[a-z]*\\.?`;
type Shape = 'year-month-day' | 'short' | 'name-day-year' | 'day-name-year';
const patterns: readonly (readonly [RegExp, Shape])[] = [
  [/^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?/, 'year-month-day'],
  [/^(\d{2})年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?/, 'year-month-day'],
  [/^((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/, 'year-month-day'],
  [/^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{1,2})(?!\d)/, 'short'],
  [new RegExp(`^${monthName}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})`, 'i'), 'name-day-year'],
  [new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[-\\s]${monthName}[-,\\s]+(\\d{4}|\\d{2})(?!\\d)`, 'i'), 'day-name-year'],
];

/**
 * A day, with the time of day if one is written: `2024/1/5`, `2024年1月5日 下午3:05`, `20240105`, `24.1.5`, `5 Jan 2024`,
 * ISO 8601, or the serial number of a spreadsheet (`45296`, 1900 system). `undefined` for anything else and for days that
 * do not exist. A zone is dropped: business times are what the wall clock showed.
 */
export function readDate(text: string, options: DateOptions): LocalTime | undefined {
  const plain = normalizeText(text)
    .replace(/\s*(?:星期|周|礼拜)[一二三四五六日天]\s*/, ' ')
    .replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+/i, '')
    .trim();
  const serial = readSerial(plain);
  if (serial) return serial;
  for (const [pattern, kind] of patterns) {
    const match = pattern.exec(plain);
    if (!match) continue;
    const day = readDay(match, kind, options);
    if (!day) continue;
    const rest = plain.slice(match[0].length).replace(/^[T,\s]+/, '');
    if (rest === '') return day;
    const time = readTime(rest);
    return time === undefined ? undefined : time === '00:00' && /^0?0:00(?::00)?/.test(rest) ? day : `${day}T${time}`;
  }
  return undefined;
}

function readDay(
  match: RegExpExecArray,
  shape: Shape,
  { today, order, isDayFirst }: DateOptions,
): LocalDate | undefined {
  const [, first = '', second = '', third = ''] = match;
  switch (shape) {
    case 'year-month-day':
      return makeDay(fullYear(first, today), Number(second), Number(third));
    case 'short':
      for (const possible of order ? [order] : ordersOf(isDayFirst, isDotted(match[0]))) {
        const day = readShort([first, second, third], possible, today);
        if (day) return day;
      }
      return undefined;
    case 'name-day-year':
      return makeDay(Number(third), months.indexOf(first.slice(0, 3).toLowerCase()) + 1, Number(second));
    case 'day-name-year':
      return makeDay(fullYear(third, today), months.indexOf(second.slice(0, 3).toLowerCase()) + 1, Number(first));
  }
}

/** In which they are tried. Who puts points between the parts, and the year behind them, puts the day first. */
function ordersOf(isDayFirst: boolean | undefined, dotted: boolean): readonly DateOrder[] {
  return isDayFirst === true || dotted
    ? ['year-first', 'day-first', 'month-first']
    : ['year-first', 'month-first', 'day-first'];
}

function isDotted(day: string): boolean {
  return /^\s*\d{1,2}\./.test(day);
}

/** `24.1.5` is a day of 2024 in Chinese files; `1/5/24` cannot be, as no year has one digit. */
function readShort(
  [first, second, third]: readonly [string, string, string],
  order: DateOrder,
  today: LocalDate,
): LocalDate | undefined {
  if (order === 'month-first') return makeDay(fullYear(third, today), Number(first), Number(second));
  if (order === 'day-first') return makeDay(fullYear(third, today), Number(second), Number(first));
  return first.length === 2 && third.length <= 2
    ? makeDay(fullYear(first, today), Number(second), Number(third))
    : undefined;
}

/** Days since 1899-12-30 with the day as fraction, from 1954 to 2064: below and above lie amounts and codes. */
function readSerial(text: string): LocalTime | undefined {
  const match = /^([2-5]\d{4})(\.\d+)?$/.exec(text);
  if (!match) return undefined;
  const milliseconds = Math.round(Number(match[2] ?? 0) * 1440) * 60_000;
  const iso = new Date(Date.UTC(1899, 11, 30) + Number(match[1]) * 86_400_000 + milliseconds).toISOString();
  return milliseconds === 0 ? iso.slice(0, 10) : iso.slice(0, 16);
}

function readTime(text: string): string | undefined {
  const match =
    /^(上午|早上|凌晨|中午|下午|晚上|am|pm)?\s*(\d{1,2})[:时点](\d{1,2})?(?:[:分](\d{1,2})(?:\.\d+)?)?[分秒]?\s*(am|pm)?\s*(?:z|utc|gmt|[+-]\d{2}:?\d{2})?$/i.exec(
      text,
    );
  if (!match) return undefined;
  const half = (match[1] ?? match[5] ?? '').toLowerCase();
  const isAfternoon = ['下午', '晚上', 'pm', '中午'].includes(half);
  let hour = Number(match[2]);
  if (isAfternoon && hour < 12 && !(half === '中午' && hour === 11)) hour += 12;
  if ((half === 'am' || half === '凌晨' || half === '上午') && hour === 12) hour = 0;
  const minute = Number(match[3] ?? 0);
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function fullYear(text: string, today: LocalDate): number {
  if (text.length !== 2) return Number(text);
  const century = Math.floor(Number(today.slice(0, 4)) / 100) * 100;
  const year = century + Number(text);
  return year > Number(today.slice(0, 4)) + 10 ? year - 100 : year;
}

/** `YYYY-MM-DD` of a day that exists between 1800 and 2200. */
export function makeDay(year: number, month: number, day: number): LocalDate | undefined {
  if (!(year >= 1800 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)))
    return undefined;
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * How a column of short dates is ordered: the first order in which every value is a day, year first as in `24.1.5`, then
 * months first, then days, or the other way round where days come first. `undefined` when the column has none or follows no one order.
 */
export function detectDateOrder(
  values: Iterable<string>,
  today: LocalDate,
  isDayFirst?: boolean,
): DateOrder | undefined {
  const possible = new Set(ordersOf(isDayFirst, false));
  let count = 0;
  let dotted = false;
  for (const value of values) {
    const match = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{1,2})(?!\d)/.exec(value);
    if (!match?.[1] || !match[2] || !match[3]) continue;
    count++;
    dotted ||= isDotted(match[0]);
    for (const order of possible) {
      if (!readShort([match[1], match[2], match[3]], order, today)) possible.delete(order);
    }
  }
  return count === 0 ? undefined : ordersOf(isDayFirst, dotted).find((order) => possible.has(order));
}
