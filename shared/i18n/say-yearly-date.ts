import { lunarText } from '../calendar/lunar-label.ts';
import type { YearlyDate } from '../domain/customer/customer.ts';
import { writeYearlyDate } from '../formats/values/yearly-dates.ts';
import type { Language } from './catalogue.ts';
import { translate } from './translate.ts';

/**
 * A yearly date as it is shown, and as `readYearlyDate` reads it back: a lunar one in the words of Chinese, and in English by numbers,
 * `lunar 1990 leap 4/3`.
 */
export function sayYearlyDate(language: Language, date: YearlyDate): string {
  if (language === 'zh-CN' || date.calendar === 'solar') return writeYearlyDate(date);
  const year = date.year === undefined ? [] : [date.year];
  if (date.lastDay) return [translate(language, 'dates.lastDay'), ...year].join(' ');
  return translate(language, 'facts.lunar', { date: [...year, lunarText(date, language)].join(' ') });
}
