import { addDays, civilOf, daysInMonth, epochDayOf, fromEpochDay, isoWeekday, toEpochDay } from '../calendar/day.ts';
import type { LocalDate, LocalTime } from '../domain/record.ts';
import { readChineseNumber } from '../formats/values/chinese-number.ts';
import { makeDay, readDate, type DateOptions } from '../formats/values/dates.ts';

const count = '(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})';
const week = '(?:周|週|星期|礼拜|禮拜)';
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const smallNumbers = ['a', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
/** Whole or short, and no beginning of another word: `Mayor 12` is a house. */
export const monthName =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\\.?';
const weekdayName = '(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?';

type Reader = (match: RegExpExecArray, today: LocalDate, dates: DateOptions) => LocalDate | undefined;

const namedDays: ReadonlyMap<string, number> = new Map([
  ['今', 0],
  ['明', 1],
  ['后', 2],
  ['後', 2],
  ['大后', 3],
  ['大後', 3],
]);

/** Every way to say a day to come; of those found first, the longest counts. */
const sayings: readonly (readonly [RegExp, Reader])[] = [
  [/(大[后後]|[今明后後])(?:天|日|早|晚)/, ([, word = ''], today) => addDays(today, namedDays.get(word) ?? 0)],
  [
    new RegExp(`(下+|[这這本])?(?:一|个|個)?${week}([一二三四五六日天末])`),
    ([, which = '', day = ''], today) => {
      const weekday = day === '末' ? 6 : '一二三四五六日天'.indexOf(day) + 1;
      return weekdayOf(today, Math.min(7, weekday), which);
    },
  ],
  [
    new RegExp(`(下+)(?:一|个|個)?${week}(?![一二三四五六日天末])`),
    ([, which = ''], today) => weekdayOf(today, 1, which),
  ],
  [
    new RegExp(`(半|${count})(?:个|個)?(天|日|周|週|星期|礼拜|月|年)(?:以|之)?[后後]`),
    ([, amount = '', unit = ''], today) => {
      if (amount === '半') return unit === '月' ? addDays(today, 15) : unit === '年' ? addMonths(today, 6) : undefined;
      return later(today, numberOf(amount), unit);
    },
  ],
  [
    new RegExp(`(?:下个?|下個)月(?:(${count})[号號日]|(底|末))?`),
    ([, day, end], today) => {
      const { year, month } = civilOf(toEpochDay(today));
      const first = epochDayOf(year, month + 1, 1);
      const next = civilOf(first);
      if (end) return fromEpochDay(epochDayOf(year, month + 2, 0));
      return makeDay(next.year, next.month, day === undefined ? 1 : numberOf(day));
    },
  ],
  [
    /(?:这个?|這個|本)?月[底末]|\bend of (?:the |this )?month\b/i,
    (_, today) => {
      const { year, month } = civilOf(toEpochDay(today));
      return makeDay(year, month, daysInMonth(year, month));
    },
  ],
  [
    new RegExp(`(?:(\\d{4})年|(明年))?(${count})月(${count})[号號日]`),
    ([, year, nextYear, month = '', day = ''], today) => {
      const given = year === undefined ? nextYear && Number(today.slice(0, 4)) + 1 : Number(year);
      return upcoming(today, given || undefined, numberOf(month), numberOf(day));
    },
  ],
  [
    new RegExp(`(?<![\\p{L}\\d])(\\d{1,2})[号號](?![楼樓院门門店线線\\d])`, 'u'),
    ([, text = ''], today) => {
      const { year, month, day } = civilOf(toEpochDay(today));
      return makeDay(...monthFrom(year, Number(text) < day ? month + 1 : month), Number(text));
    },
  ],
  [
    /(?<!\d)(20\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/,
    ([, year, month, day], today) => upcoming(today, Number(year), Number(month), Number(day)),
  ],
  [
    /(?<![\d/.-])(?:on |by )?(\d{1,2}([-/.])\d{1,2}\2(?:20\d{2}))(?![\d/-])/i,
    ([, text = ''], _, dates) => readDate(text, dates)?.slice(0, 10),
  ],
  [/\b(?:the )?day after tomorrow\b/i, (_, today) => addDays(today, 2)],
  [/\b(today|tonight|tomorrow)\b/i, ([, word], today) => addDays(today, word?.toLowerCase() === 'tomorrow' ? 1 : 0)],
  [
    new RegExp(`\\b(?:on )?(next |this |coming )?${weekdayName}\\b`, 'i'),
    (match, today) => {
      const [, which = '', name = ''] = match;
      if (isSurname(match)) return undefined;
      const weekday = weekdays.indexOf(name.slice(0, 3).toLowerCase()) + 1;
      return weekdayOf(today, weekday, which.toLowerCase() === 'next ' ? '下' : '');
    },
  ],
  [/\bnext (week|month)\b/i, ([, unit], today) => (unit === 'week' ? weekdayOf(today, 1, '下') : addMonths(today, 1))],
  [
    new RegExp(`\\bin (\\d{1,3}|an?|${smallNumbers.slice(1).join('|')}) (day|week|month|year)s?\\b`, 'i'),
    ([, amount = '', unit = ''], today) => {
      const small = smallNumbers.indexOf(amount.toLowerCase().replace(/^an$/, 'a'));
      return later(today, small < 0 ? Number(amount) : Math.max(1, small), unit.toLowerCase());
    },
  ],
  [
    new RegExp(`\\b(?:on |by )?(\\d{1,2})(?:st|nd|rd|th)? (${monthName})(?:,? (\\d{4}))?(?![\\w])`, 'i'),
    ([, day, name = '', year], today) => upcoming(today, year ? Number(year) : undefined, monthOf(name), Number(day)),
  ],
  [
    new RegExp(`\\b(?:on |by )?(${monthName}) (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?(?![\\w])`, 'i'),
    ([, name = '', day, year], today) => upcoming(today, year ? Number(year) : undefined, monthOf(name), Number(day)),
  ],
];

const clock = new RegExp(
  `^\\s*(早上|上午|中午|下午|傍晚|晚上)?\\s*(${count})\\s*(?:[点點](?:(半)|(${count})分?)?|:(\\d{2}))` +
    `|^(?: at)? (\\d{1,2})(?::(\\d{2}))? ?(am|pm)\\b|^ at (\\d{1,2}):(\\d{2})`,
  'i',
);

/** `Sun Li`, `Mon Chen`: a short day alone that begins the text or its line, or stands before a name, is one itself. */
function isSurname({ 0: whole, index, input }: RegExpExecArray): boolean {
  if (!/^(?:Sun|Mon|Sat|Wed|Fri)$/.test(whole)) return false;
  const isFirst = /(?:^|\n)\s*$/.test(input.slice(0, index));
  return isFirst || /^ \p{Lu}\p{Ll}/u.test(input.slice(index + whole.length));
}

export interface FoundDay {
  from: number;
  to: number;
  due: LocalTime;
}

/** The first day to come that a text names, with the time of day behind it, counted from today. Days past are not meant. */
export function findDay(text: string, dates: DateOptions): FoundDay | undefined {
  let found: FoundDay | undefined;
  for (const [pattern, read] of sayings) {
    for (const match of text.matchAll(new RegExp(pattern, `${pattern.flags}g`))) {
      const to = match.index + match[0].length;
      if (found && (match.index > found.from || (match.index === found.from && to <= found.to))) break;
      const due = read(match, dates.today, dates);
      if (due === undefined || due < dates.today) continue;
      found = { from: match.index, to, due };
      break;
    }
  }
  if (!found) return undefined;
  const time = readClock(clock.exec(text.slice(found.to)));
  return time ? { ...found, to: found.to + time.length, due: `${found.due}T${time.clock}` } : found;
}

function readClock(match: RegExpExecArray | null): { clock: string; length: number } | undefined {
  if (!match) return undefined;
  const [whole, part = '', chineseHour, half, chineseMinute, colonMinute, hour12, minute12, ampm, hour24, minute24] =
    match;
  const minute = half ? 30 : numberOf(chineseMinute ?? colonMinute ?? minute12 ?? minute24 ?? '0');
  let hour = numberOf(chineseHour ?? hour12 ?? hour24 ?? '');
  const isLate = /下午|傍晚|晚上|pm/i.test(part + (ampm ?? ''));
  if (isLate && hour < 12) hour += 12;
  if (ampm?.toLowerCase() === 'am' && hour === 12) hour = 0;
  // Nobody visits customers at three in the morning.
  if (part === '' && ampm === undefined && chineseHour !== undefined && colonMinute === undefined && hour < 7)
    hour += 12;
  if (!(hour <= 23 && minute <= 59)) return undefined;
  return { clock: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`, length: whole.length };
}

function numberOf(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : (readChineseNumber(text.replace('两', '二')) ?? Number.NaN);
}

/** 1–12 of an English name of a month, by its first three letters; 0 for any other word. */
export function monthOf(name: string): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** A weekday of this week (本), of the week after (下), of the one after that (下下); without a word the next one there is. */
function weekdayOf(today: LocalDate, weekday: number, which: string): LocalDate {
  const day = toEpochDay(today);
  const offset = weekday - isoWeekday(day);
  if (which === '') return fromEpochDay(day + ((offset + 7) % 7));
  return fromEpochDay(day + offset + (which.startsWith('下') ? 7 * which.length : 0));
}

function later(today: LocalDate, amount: number, unit: string): LocalDate | undefined {
  if (!(amount >= 0)) return undefined;
  if (/^(?:天|日|day)$/.test(unit)) return addDays(today, amount);
  if (/^(?:月|month)$/.test(unit)) return addMonths(today, amount);
  if (/^(?:年|year)$/.test(unit)) return addMonths(today, amount * 12);
  return addDays(today, amount * 7);
}

function monthFrom(year: number, month: number): [year: number, month: number] {
  return month > 12 ? [year + 1, month - 12] : [year, month];
}

/** The same day of a later month, its last one where the month is shorter. */
function addMonths(today: LocalDate, amount: number): LocalDate {
  const { year, month, day } = civilOf(toEpochDay(today));
  const target = civilOf(epochDayOf(year, month + amount, 1));
  return fromEpochDay(epochDayOf(target.year, target.month, Math.min(day, daysInMonth(target.year, target.month))));
}

/** A day of the given year, or the next time that it comes. */
function upcoming(today: LocalDate, year: number | undefined, month: number, day: number): LocalDate | undefined {
  if (year !== undefined) return makeDay(year, month, day);
  const thisYear = Number(today.slice(0, 4));
  const date = makeDay(thisYear, month, day);
  return date !== undefined && date >= today ? date : makeDay(thisYear + 1, month, day);
}
