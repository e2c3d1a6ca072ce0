import type { YearlyDate } from '../domain/customer/customer.ts';
import type { LocalDate } from '../domain/record.ts';
import { readYearlyDate } from '../formats/values/yearly-dates.ts';
import type { Language } from '../i18n/catalogue.ts';
import { sayYearlyDate } from '../i18n/say-yearly-date.ts';
import { cleanText } from '../match/text.ts';

/** A day of every year as it is typed and ticked: the words say most, the ticks what words leave open. */
export interface YearlyInput {
  text: string;
  calendar: YearlyDate['calendar'];
  /** Of a lunar date: in the leap month of that number. */
  isLeap: boolean;
  /** The last day of the lunar year, which is the 29th or the 30th of its twelfth month. */
  isLastDay: boolean;
}

export const emptyYearlyInput: YearlyInput = { text: '', calendar: 'solar', isLeap: false, isLastDay: false };

export function yearlyInputOf(date: YearlyDate, language: Language): YearlyInput {
  const { calendar, leap = false, lastDay = false } = date;
  return { text: sayYearlyDate(language, date), calendar, isLeap: leap, isLastDay: lastDay };
}

/** The day that is meant; `null` while the text is none. */
export function readYearlyInput(
  { text, calendar, isLeap, isLastDay }: YearlyInput,
  today: LocalDate,
): YearlyDate | null {
  const read = cleanText(text) === '' ? undefined : readYearlyDate(cleanText(text), { today }, calendar);
  if (calendar === 'lunar' && isLastDay) {
    const year = read?.year === undefined ? {} : { year: read.year };
    return { calendar, ...year, month: 12, day: 30, lastDay: true };
  }
  if (read?.calendar !== 'lunar') return read ?? null;
  const { leap: _leap, ...date } = read;
  return isLeap && date.lastDay !== true ? { ...date, leap: true } : date;
}

/** What ticks say after the text was typed anew: words such as 农历, 闰 and 除夕 tick them, none of them takes a tick away. */
export function withText(input: YearlyInput, text: string, today: LocalDate): YearlyInput {
  const read = readYearlyDate(cleanText(text), { today });
  if (read?.calendar !== 'lunar') return { ...input, text };
  const { leap, lastDay } = read;
  return { text, calendar: 'lunar', isLeap: leap ?? input.isLeap, isLastDay: lastDay ?? input.isLastDay };
}
