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
import { isDayFirstFor, isMonthFirstFor } from '#shared/match/country.ts';
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
    dayMonthYear: translate(language, 'ui.dayMonthYear'),
    monthDayYear: translate(language, 'ui.monthDayYear'),
    show: translate(language, 'ui.show'),
    hide: translate(language, 'ui.hide'),
  };
}

/**
 * English as days are written where the archive is at home, which its currency tells: what is typed into a fact is read so too,
 * whatever the computer says of itself. Where neither days nor months come first, years do.
 */
export function kitLocale(language: Language, currency: Currency): string {
  if (language !== 'en') return language;
  if (isDayFirstFor(currency)) return 'en-GB';
  return isMonthFirstFor(currency) ? 'en-US' : 'en-CA';
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
