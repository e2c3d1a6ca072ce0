import type { Dimension } from '../domain/class-scheme/class-scheme.ts';
import type { LocalDate } from '../domain/record.ts';
import type { Language } from '../i18n/catalogue.ts';
import { formatDay } from '../i18n/format.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { translate, type MessageValues } from '../i18n/translate.ts';
import type { Currency } from '../money/currency.ts';
import { sayMoney } from '../money/say-money.ts';
import type { ExplanationValues } from './explanation.ts';

/** In what it is said. */
export interface SayingWorld {
  language: Language;
  currency: Currency;
  today: LocalDate;
}

/** Writes money and days out; what is left is a number or a word that the sentence selects by. */
function sayValues({ language, currency, today }: SayingWorld, values: ExplanationValues): MessageValues {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      if (typeof value === 'number' && key.endsWith('Fen')) return [key, sayMoney(language, currency, value)];
      if (typeof value === 'string' && (key === 'on' || key.endsWith('On')))
        return [key, formatDay(language, value, today)];
      return [key, value];
    }),
  );
}

/** The sentence that says why a customer is in a class. */
export function sayWhy(
  world: SayingWorld,
  why: { dimension: Dimension; rule: string; values: ExplanationValues },
): string {
  return translate(world.language, `why.${why.dimension}.${why.rule}` as MessageKey, sayValues(world, why.values));
}

/** The sentence that says what would change it. */
export function sayNext(world: SayingWorld, next: { rule: string; values: ExplanationValues }): string {
  return translate(world.language, `next.${next.rule}` as MessageKey, sayValues(world, next.values));
}

/** The sentence that says why a follow-up is on today's list. */
export function sayTodayWhy(language: Language, why: { rule: string; values: ExplanationValues }): string {
  return translate(language, `why.today.${why.rule}` as MessageKey, why.values);
}
