import * as z from 'zod';
import type { Language } from '../i18n/catalogue.ts';
import { homes } from './homes.ts';

export type Currency = keyof typeof homes;
export const currencies = Object.keys(homes) as Currency[];
export const currencySchema = z.enum(currencies);

/** What the amounts of an archive are in that says nothing else. */
export const defaultCurrency: Currency = 'CNY';

/** ISO 4217, column "minor unit"; two where nothing is said. */
const withoutDecimals: ReadonlySet<Currency> = new Set<Currency>([
  'BIF',
  'CLP',
  'DJF',
  'GNF',
  'ISK',
  'JPY',
  'KMF',
  'KRW',
  'PYG',
  'RWF',
  'UGX',
  'VND',
  'VUV',
  'XAF',
  'XOF',
  'XPF',
]);
const withThreeDecimals: ReadonlySet<Currency> = new Set<Currency>(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND']);

/** How many decimals prices are written with. */
export function decimalsOf(currency: Currency): 0 | 2 | 3 {
  if (withoutDecimals.has(currency)) return 0;
  return withThreeDecimals.has(currency) ? 3 : 2;
}

/**
 * An amount is stored as a whole number of 10^-`placesOf` of the currency: hundredths, also where nothing is so cheap, so that
 * an archive may go from one such currency to another; thousandths where prices need them.
 */
export function placesOf(currency: Currency): 2 | 3 {
  return decimalsOf(currency) === 3 ? 3 : 2;
}

/** So much is stored for one of the currency. */
export function unitOf(currency: Currency): number {
  return 10 ** placesOf(currency);
}

/** Sums that are worth asking for, as they are stored: a thousand, ten, fifty; where one buys nothing, a hundred times as much. */
export function roundAmounts(currency: Currency): number[] {
  const unit = unitOf(currency) * (decimalsOf(currency) === 0 ? 100 : 1);
  return [1_000, 10_000, 50_000].map((amount) => amount * unit);
}

/** What an archive counts in; of one from before currencies were asked for, yuan. */
export function currencyOf(settings: { currency?: Currency | undefined } | undefined): Currency {
  return settings?.currency ?? defaultCurrency;
}

/** What many count in, wherever they are. */
export const commonCurrencies: readonly Currency[] = ['CNY', 'USD', 'EUR', 'GBP', 'HKD', 'JPY', 'CAD', 'AUD', 'SGD'];

/** What a new archive begins with: what its owner's region counts in, or where that is not known, most people of the language. */
export function likelyCurrency(region: string, language: Language): Currency {
  const known = currencies.find((currency) => homes[currency].split(' ').includes(region.toUpperCase()));
  return known ?? (language === 'zh-CN' ? 'CNY' : 'USD');
}
