import { isEqualValue } from '../changes/record-content.ts';
import { readNumber } from '../formats/values/numbers.ts';
import type { Language } from '../i18n/catalogue.ts';
import type { Currency } from '../money/currency.ts';
import { readMoney } from '../money/read-money.ts';
import { writeMoney } from '../money/say-money.ts';
import { readFieldValue, writeFieldValue, type FieldShape, type FieldValue, type ReadWorld } from './values.ts';

export interface RetypeWords extends ReadWorld {
  /** In which lunar days are written once they are texts; both are read. */
  language: Language;
  /** What yes and no are called once they are texts. */
  yes: string;
  no: string;
  /** What a customer that is meant is called; empty for one that is gone. */
  nameOf: (id: string) => string;
}

/**
 * The value under another type; what means nothing there, or would lose something, stays as a text that says the same. A number
 * with leading zeros is a code, an amount in another currency is none in the archive's, a fraction of the smallest coin is more than money can hold. The same
 * object when nothing changes.
 */
export function convertValue(value: FieldValue, from: FieldShape, to: FieldShape, words: RetypeWords): FieldValue {
  const converted = convert(value, from, to, words);
  return isEqualValue(converted, value) ? value : converted;
}

function convert(value: FieldValue, from: FieldShape, to: FieldShape, words: RetypeWords): FieldValue {
  if (typeof value === 'boolean' && to.type === 'number') return value ? 1 : 0;
  const text = textOf(value, from, words);
  const kept = Array.isArray(value) ? value : text;
  if (typeof value === 'number' ? !isNumberFor(to, from, text, words.currency) : isLossy(text, to, words.currency))
    return kept;
  const read = readFieldValue(to, text, words);
  return 'problem' in read ? kept : (read.value ?? kept);
}

/** A value as a text that says the same to people. */
export function textOf(value: FieldValue, from: FieldShape, words: RetypeWords): string {
  const { yes, no, nameOf, currency, language } = words;
  if (typeof value === 'boolean') return value ? yes : no;
  if (from.type === 'reference' && typeof value === 'string') return nameOf(value) || value;
  return writeFieldValue(from, value, currency, language);
}

function isLossy(text: string, to: FieldShape, currency: Currency): boolean {
  if (to.type === 'number') return /^-?0\d/.test(text.trim());
  if (to.type !== 'money') return false;
  const money = readMoney(text, currency);
  const number = readNumber(text);
  if (!money || money.isForeign) return true;
  return number !== undefined && Number(writeMoney(money.fen, currency)) !== number;
}

/** Whether a number means something under a type: 45296 in a spreadsheet may be a day, entered as a number it is none. */
function isNumberFor(to: FieldShape, from: FieldShape, text: string, currency: Currency): boolean {
  if (to.type === 'date') return false;
  if (to.type === 'boolean') return from.type === 'number' && (text === '0' || text === '1');
  return to.type === 'number' || !isLossy(text, to, currency);
}
