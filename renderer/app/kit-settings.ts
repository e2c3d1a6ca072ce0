import type { LocalDate } from '#shared/domain/record.ts';
import type { Language } from '#shared/i18n/catalogue.ts';
import {
  daysBetween,
  formatClock,
  formatDay,
  formatDayAndWeekday,
  formatDaysAgo,
  formatDue,
  joinWords,
} from '#shared/i18n/format.ts';
import { translate } from '#shared/i18n/translate.ts';
import type { Currency } from '#shared/money/currency.ts';
import { sayMoney, sayMoneyShort, sayWholeMoney } from '#shared/money/say-money.ts';
import type { KitFormats, KitWords } from '../ui/theme/kit-provider.tsx';

/** The kit knows no catalogue; these are its words in one language. */
export function kitWords(language: Language): KitWords {
  return {
    close: translate(language, 'ui.close'),
    remove: translate(language, 'ui.remove'),
    clear: translate(language, 'ui.clear'),
    cancel: translate(language, 'ui.cancel'),
    openCalendar: translate(language, 'ui.openCalendar'),
    clearDate: translate(language, 'ui.clearDate'),
    notifications: translate(language, 'ui.notifications'),
    noMatch: translate(language, 'ui.noMatch'),
    moreToFind: (count) => translate(language, 'ui.moreToFind', { count }),
    remaining: (minutes) => translate(language, 'ui.remaining', { minutes }),
    increase: translate(language, 'ui.increase'),
    decrease: translate(language, 'ui.decrease'),
    show: translate(language, 'ui.show'),
    hide: translate(language, 'ui.hide'),
  };
}

/**
 * The language as it is written where the computer is: days before months in Britain, not in America. Numbers stay as Kebu reads
 * them, with a point.
 */
export function kitLocale(language: Language, region: string): string {
  if (language !== 'en' || !/^[A-Z]{2}$/.test(region)) return language;
  const locale = `en-${region}`;
  return new Intl.NumberFormat(locale).format(1234.5) === '1,234.5' ? locale : language;
}

/** How money and time are said in one language on one day, and money in one currency. */
export function kitFormats(language: Language, today: LocalDate, currency: Currency): KitFormats {
  const withClock = (text: string, time: string): string => `${text} ${formatClock(time)}`.trimEnd();
  return {
    amount: (fen) => sayMoney(language, currency, fen),
    wholeAmount: (fen) => sayWholeMoney(language, currency, fen),
    amountShort: (fen) => sayMoneyShort(language, currency, fen),
    day: remembering((time) => withClock(formatDay(language, time, today), time)),
    // A year that is never today's, so that it is always said.
    longDay: remembering((time) => withClock(formatDayAndWeekday(language, time.slice(0, 10), '0000-01-01'), time)),
    daysAgo: remembering((time) => formatDaysAgo(language, time, today)),
    due: remembering((time) => withClock(formatDue(language, time, today), time)),
    daysUntil: (time) => daysBetween(today, time),
    instant: (at) => formatInstant(language, at, today),
    words: (words) => joinWords(language, words),
  };
}

const remembered = 4_000;

/** Lists say the same few days over and over, and composing one takes longer than drawing it. */
function remembering(say: (time: string) => string): (time: string) => string {
  const said = new Map<string, string>();
  return (time) => {
    let words = said.get(time);
    if (words === undefined) {
      words = say(time);
      if (said.size >= remembered) said.clear();
      said.set(time, words);
    }
    return words;
  };
}

/** A machine moment (UTC ISO) on the wall clock of this computer: `11月21日 08:02`. */
export function formatInstant(language: Language, at: string, today: LocalDate): string {
  const moment = new Date(at);
  const local = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  return `${formatDay(language, local, today)} ${formatClock(local)}`;
}
