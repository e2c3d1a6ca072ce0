import type { Language } from '../i18n/catalogue.ts';
import { decimalsOf, placesOf, unitOf, type Currency } from './currency.ts';

/** Making one for every sum would take most of the time. */
const grouped = new Intl.NumberFormat('en-US');
const groupedByLakh = new Intl.NumberFormat('en-IN');

const marks: Record<Language, Map<Currency, string>> = { 'zh-CN': new Map(), en: new Map() };

/** What stands before an amount: `¥`, `£`, `$`, `KWD `. There is one currency only, so the shortest sign is the clearest. */
export function currencyMark(language: Language, currency: Currency): string {
  let mark = marks[language].get(currency);
  if (mark === undefined) {
    const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
    const parts = new Intl.NumberFormat(language, style).formatToParts(0);
    const sign = parts.find(({ type }) => type === 'currency')?.value ?? currency;
    mark = /[\p{L}.]$/u.test(sign) ? `${sign}\u00a0` : sign;
    marks[language].set(currency, mark);
  }
  return mark;
}

/** Money for reading: `¥128,600`, `£12.50`, `−KWD 3.250`. Whole amounts lose their zeros. */
export function sayMoney(language: Language, currency: Currency, fen: number): string {
  const places = placesOf(currency);
  const whole = Math.floor(Math.abs(fen) / 10 ** places);
  const rest = Math.abs(fen) % 10 ** places;
  const decimals = rest === 0 ? '' : `.${String(rest).padStart(places, '0')}`;
  const format = currency === 'INR' ? groupedByLakh : grouped;
  return `${fen < 0 ? '−' : ''}${currencyMark(language, currency)}${format.format(whole)}${decimals}`;
}

/** The same rounded to whole ones of the currency, for lists and sums. */
export function sayWholeMoney(language: Language, currency: Currency, fen: number): string {
  const unit = unitOf(currency);
  return sayMoney(language, currency, Math.round(fen / unit) * unit);
}

/** Money in 万 for a tooltip in Chinese, in thousands in English; empty where the plain figure says as much. */
export function sayMoneyShort(language: Language, currency: Currency, fen: number): string {
  const amount = fen / unitOf(currency);
  if (Math.abs(amount) < 10_000) return '';
  const sign = amount < 0 ? '−' : '';
  const mark = currencyMark(language, currency);
  if (language === 'en') return `${sign}${mark}${trimZeros(Math.abs(amount) / 1000)}k`;
  const short = trimZeros(Math.abs(amount) / 10_000);
  return currency === 'CNY' ? `${sign}${short} 万元` : `${sign}${mark}${short} 万`;
}

function trimZeros(value: number): string {
  return value.toFixed(2).replace(/\.?0+$/, '');
}

/** `1234.50`, `1234`: an amount as a plain number, as it is edited and goes to a spreadsheet. */
export function writeMoney(fen: number, currency: Currency): string {
  const places = placesOf(currency);
  const digits = String(Math.abs(fen)).padStart(places + 1, '0');
  const rest = digits.slice(-places);
  const whole = `${fen < 0 ? '-' : ''}${digits.slice(0, -places)}`;
  return Number(rest) === 0 ? whole : `${whole}.${rest}`;
}

/** With all its decimals, for tables that are added up by hand: `1234.00`, `500` yen. */
export function writeFullMoney(fen: number, currency: Currency): string {
  const written = (fen / unitOf(currency)).toFixed(placesOf(currency));
  return decimalsOf(currency) === 0 ? written.replace(/\.0+$/, '') : written;
}

const names: Record<Language, Intl.DisplayNames> = {
  'zh-CN': new Intl.DisplayNames('zh-CN', { type: 'currency' }),
  en: new Intl.DisplayNames('en', { type: 'currency' }),
};

/** `人民币`, `British Pound`. */
export function currencyName(language: Language, currency: Currency): string {
  return names[language].of(currency) ?? currency;
}
