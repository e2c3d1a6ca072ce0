import { format } from 'date-fns/format';
import { enGB } from 'date-fns/locale/en-GB';
import { zhCN } from 'date-fns/locale/zh-CN';
import { parseISO } from 'date-fns/parseISO';
import { toEpochDay } from '../calendar/day.ts';
import type { ClassKey, Dimension } from '../domain/class-scheme/class-scheme.ts';
import type { LocalDate, LocalTime } from '../domain/record.ts';
import type { Language } from './catalogue.ts';
import { messages, type MessageKey } from './messages.ts';
import { translate } from './translate.ts';

const locales = { 'zh-CN': zhCN, en: enGB };

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalTime, to: LocalTime): number {
  return toEpochDay(to) - toEpochDay(from);
}

/** `11月24日`, `24 Nov`; with the year when it is not the year of `today`. */
export function formatDay(language: Language, day: LocalTime, today: LocalDate): string {
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  const pattern = language === 'zh-CN' ? (sameYear ? 'M月d日' : 'yyyy年M月d日') : sameYear ? 'd MMM' : 'd MMM yyyy';
  return format(parseISO(day.slice(0, 10)), pattern, { locale: locales[language] });
}

/** `周六`, `Sat`. */
export function formatWeekday(language: Language, day: LocalDate): string {
  return format(parseISO(day), 'EEE', { locale: locales[language] });
}

/** `六`, `S`: where a heading has room for no more. */
export function formatWeekdayInitial(language: Language, day: LocalDate): string {
  return format(parseISO(day), 'EEEEE', { locale: locales[language] });
}

/** `11月21日 周六`, `Sat 21 Nov`. */
export function formatDayAndWeekday(language: Language, day: LocalDate, today: LocalDate): string {
  const [date, weekday] = [formatDay(language, day, today), formatWeekday(language, day)];
  return language === 'en' ? `${weekday} ${date}` : `${date} ${weekday}`;
}

/** `2026年11月`, `Nov 2026`. */
export function formatMonth(language: Language, day: LocalTime): string {
  return format(parseISO(day.slice(0, 10)), language === 'zh-CN' ? 'yyyy年M月' : 'MMM yyyy', {
    locale: locales[language],
  });
}

/** `15:30` of a time that has one, else empty. */
export function formatClock(time: LocalTime): string {
  return time.length > 10 ? time.slice(11, 16) : '';
}

/** How long ago: `今天`, `昨天`, `12 天前`; the month beyond a year, the date for days to come. */
export function formatDaysAgo(language: Language, day: LocalTime, today: LocalDate): string {
  const days = daysBetween(day, today);
  if (days < 0) return formatDay(language, day, today);
  if (days > 365) return formatMonth(language, day);
  return translate(language, 'time.daysAgo', { days });
}

/** When something is due: `今天`, `明天`, `逾期 2 天`, a date. */
export function formatDue(language: Language, due: LocalTime, today: LocalDate): string {
  const days = daysBetween(today, due);
  if (days < 0) return translate(language, 'time.overdue', { days: -days });
  if (days <= 1) return translate(language, days === 0 ? 'time.today' : 'time.tomorrow');
  return formatDay(language, due, today);
}

/** Words beside one another, as in a list: `甲、乙`, `A, B`. */
export function joinWords(language: Language, words: readonly string[]): string {
  return words.join(language === 'zh-CN' ? '、' : ', ');
}

/** The word for a class of a dimension; region classes are named by `regionName`. */
export function formatClass(
  language: Language,
  dimension: Dimension,
  key: ClassKey,
  regionName: (code: string) => string,
): string {
  if (dimension === 'region' && /^\d+$/.test(key)) return regionName(key);
  const messageKey = `class.${dimension}.${key}`;
  return Object.hasOwn(messages, messageKey) ? translate(language, messageKey as MessageKey) : key;
}
