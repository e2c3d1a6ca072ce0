import { civilOf, toEpochDay } from '../calendar/day.ts';
import type { LocalDate } from '../domain/record.ts';
import type { Language } from '../i18n/catalogue.ts';
import { foldText } from '../match/text.ts';
import type { FilterField } from './fields.ts';
import type { PeriodUnit, Test } from './filter.ts';

type DaysTest = Extract<Test, { is: 'days' | 'period' }>;

interface PeriodWord {
  /** The first one of a language is the one that is offered. */
  zh: readonly string[];
  en: readonly string[];
  test: DaysTest;
}

const onDay = (inDays: number): DaysTest => ({ is: 'days', from: { inDays }, to: { inDays } });
const inPeriod = (unit: PeriodUnit, shift: number): DaysTest => ({ is: 'period', unit, shift });
const overdue: PeriodWord = {
  zh: ['逾期', '过期'],
  en: ['overdue', 'late'],
  test: { is: 'days', to: { inDays: -1 } },
};

const periodWords: readonly PeriodWord[] = [
  { zh: ['今天', '今日', '当天'], en: ['today'], test: onDay(0) },
  { zh: ['明天', '明日'], en: ['tomorrow'], test: onDay(1) },
  { zh: ['昨天', '昨日'], en: ['yesterday'], test: onDay(-1) },
  { zh: ['本周', '这周', '这个星期', '本星期'], en: ['this-week'], test: inPeriod('week', 0) },
  { zh: ['下周', '下个星期', '下星期'], en: ['next-week'], test: inPeriod('week', 1) },
  { zh: ['上周', '上个星期', '上星期'], en: ['last-week'], test: inPeriod('week', -1) },
  { zh: ['本月', '这个月', '当月', '这月'], en: ['this-month'], test: inPeriod('month', 0) },
  { zh: ['下月', '下个月'], en: ['next-month'], test: inPeriod('month', 1) },
  { zh: ['上月', '上个月'], en: ['last-month'], test: inPeriod('month', -1) },
  { zh: ['本季度', '本季', '这个季度'], en: ['this-quarter'], test: inPeriod('quarter', 0) },
  { zh: ['下季度', '下个季度'], en: ['next-quarter'], test: inPeriod('quarter', 1) },
  { zh: ['上季度', '上个季度'], en: ['last-quarter'], test: inPeriod('quarter', -1) },
  { zh: ['今年', '本年'], en: ['this-year'], test: inPeriod('year', 0) },
  { zh: ['明年'], en: ['next-year'], test: inPeriod('year', 1) },
  { zh: ['去年', '上一年'], en: ['last-year'], test: inPeriod('year', -1) },
];

const months = 'january february march april may june july august september october november december'.split(' ');

/** What lies before us, as a follow-up and a birthday do; `own` fields may be either, and are what is due more often. */
export function isAhead(field: FilterField): boolean {
  return field === 'followUp' || field === 'birthday' || field === 'anniversary' || field.startsWith('custom:');
}

function wordsOf(field: FilterField): readonly PeriodWord[] {
  return field === 'followUp' ? [...periodWords, overdue] : periodWords;
}

function fold(word: string): string {
  return foldText(word).replace(/[-\s]/gu, '');
}

/** Days as people call them: `今天`, `下周`, `last-month`, `2026-11`, `12月`, `December`; a month is the nearest one of that name. */
export function readPeriod(field: FilterField, written: string, today: LocalDate | undefined): DaysTest | undefined {
  const wanted = fold(written);
  const named = wordsOf(field).find(({ zh, en }) => [...zh, ...en].some((word) => fold(word) === wanted));
  if (named) return named.test;
  const [, year = '', , month, , day] =
    /^((?:19|20)\d{2})([-/.年](\d{1,2})([-/.月](\d{1,2})日?|月)?|年)?$/u.exec(written) ?? [];
  if (year !== '') return readDate(year, month, day);
  const at = monthOf(written);
  return at === undefined || today === undefined ? undefined : nearestMonth(at, today, isAhead(field));
}

function readDate(year: string, month = '', day = ''): DaysTest | undefined {
  const [first, last] = [Number(month || 1), Number(month || 12)];
  if (first < 1 || last > 12) return undefined;
  const lastDay = new Date(Date.UTC(Number(year), last, 0)).getUTCDate();
  if (day !== '' && (Number(day) < 1 || Number(day) > lastDay)) return undefined;
  const write = (of: number, on: number) => `${year}-${String(of).padStart(2, '0')}-${String(on).padStart(2, '0')}`;
  return {
    is: 'days',
    from: { on: write(first, Number(day || 1)) },
    to: { on: write(last, day === '' ? lastDay : Number(day)) },
  };
}

/** 1 to 12. `12个月` is how long, not which. */
function monthOf(written: string): number | undefined {
  const [, digits] = /^(\d{1,2})月份?$/u.exec(written) ?? [];
  const name = fold(written);
  const at =
    digits === undefined && name.length > 2
      ? months.findIndex((month) => month === name || month.slice(0, 3) === name) + 1
      : Number(digits ?? 0);
  return at >= 1 && at <= 12 ? at : undefined;
}

/** The one we are in counts as the next and as the last one. */
function nearestMonth(month: number, today: LocalDate, isNext: boolean): DaysTest {
  const shift = (month - civilOf(toEpochDay(today)).month + 12) % 12;
  return inPeriod('month', isNext || shift === 0 ? shift : shift - 12);
}

/** What may stand behind the word for a field, as far as it begins so. */
export function offerPeriods(field: FilterField, written: string, language: Language): string[] {
  const wanted = fold(written);
  const offered = isAhead(field)
    ? ['逾期', '今天', '明天', '本周', '下周', '本月', '下月']
    : ['今天', '昨天', '本周', '上周', '本月', '上月', '今年', '去年'];
  return offered.flatMap((word) => {
    const found = wordsOf(field).find(({ zh }) => zh[0] === word);
    const said = language === 'en' ? found?.en[0] : found?.zh[0];
    return said !== undefined && fold(said).startsWith(wanted) ? [said] : [];
  });
}
