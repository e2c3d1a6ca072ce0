import type { CustomField } from '../domain/custom-field/custom-field.ts';
import type { Customer } from '../domain/customer/customer.ts';
import type { LocalDate } from '../domain/record.ts';
import { readNumber } from '../formats/values/numbers.ts';
import { readWords, writeWords } from '../formats/values/word-list.ts';
import { joinWords } from '../i18n/format.ts';
import type { Language } from '../i18n/catalogue.ts';
import type { MessageKey } from '../i18n/messages.ts';
import type { Translate } from '../i18n/translate.ts';
import { isDayFirstFor } from '../match/country.ts';
import { cleanText, foldText } from '../match/text.ts';
import type { Currency } from '../money/currency.ts';
import { readMoney } from '../money/read-money.ts';
import { sayMoney, writeMoney } from '../money/say-money.ts';
import { isDateValue, readDateValue, sayDateValue, writeDateValue } from './date-value.ts';

export type FieldValue = Customer['customFields'][string];
export type FieldShape = Pick<CustomField, 'type' | 'options'>;

/** `undefined` is no value. */
export type ReadValue = { value: FieldValue | undefined } | { problem: MessageKey };

const longestText = 5000;
const longestChoice = 200;
const mostChoices = 200;

const yesWords = new Set(['是', '有', '对', 'yes', 'y', 'true', '1', '✓', '√']);
const noWords = new Set(['否', '无', '没有', '不', 'no', 'n', 'false', '0', '✗', '×']);

export interface ReadWorld {
  today: LocalDate;
  currency: Currency;
}

/** What a text typed, pasted or imported is as a value of the field; an empty text clears it. */
export function readFieldValue(field: FieldShape, text: string, { today, currency }: ReadWorld): ReadValue {
  const clean = cleanText(text);
  if (clean === '') return { value: undefined };
  switch (field.type) {
    case 'text':
      return clean.length <= longestText ? { value: text.trim() } : { problem: 'fields.problem.long' };
    case 'number': {
      const value = readNumber(clean);
      return value === undefined ? { problem: 'fields.problem.number' } : { value };
    }
    case 'money': {
      const money = readMoney(clean, currency);
      if (money === undefined) return { problem: 'fields.problem.money' };
      return money.isForeign ? { problem: 'fields.problem.currency' } : { value: money.fen };
    }
    case 'date': {
      const read = readDateValue(clean, { today, isDayFirst: isDayFirstFor(currency) });
      if (read === 'no-year') return { problem: 'fields.problem.year' };
      return read === 'unreadable' ? { problem: 'fields.problem.date' } : read;
    }
    case 'boolean': {
      const word = foldText(clean);
      if (yesWords.has(word)) return { value: true };
      return noWords.has(word) ? { value: false } : { problem: 'fields.problem.boolean' };
    }
    case 'choice': {
      const option = optionOf(field, clean);
      return option === undefined ? { problem: 'fields.problem.choice' } : { value: option };
    }
    case 'choices': {
      const words = readWords(clean, 'firm');
      const options = words.map((word) => optionOf(field, word));
      const known = options.filter((option) => option !== undefined);
      if (known.length < words.length) return { problem: 'fields.problem.choice' };
      return { value: [...new Set(known)].slice(0, mostChoices) };
    }
    case 'reference':
      return { value: clean.slice(0, longestChoice) };
    case 'formula':
      return { problem: 'fields.problem.computed' };
    case 'attachment':
      return { problem: 'fields.problem.files' };
  }
}

/** The option that a word means, however its letters and width were written. */
export function optionOf({ options }: FieldShape, word: string): string | undefined {
  return options.find((option) => option === word) ?? options.find((option) => foldText(option) === foldText(word));
}

/** Whether a stored value is one of the field's type; what is left from another type is not. */
export function isFitting(field: FieldShape, value: FieldValue): boolean {
  switch (field.type) {
    case 'text':
    case 'reference':
    case 'formula':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number';
    case 'money':
      return Number.isSafeInteger(value);
    case 'date':
      return isDateValue(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'choice':
      return typeof value === 'string' && field.options.includes(value);
    case 'choices':
      return Array.isArray(value) && value.every((each) => field.options.includes(each));
    case 'attachment':
      return false;
  }
}

/** A value as it is edited, in the way `readFieldValue` reads it. */
export function writeFieldValue(
  field: FieldShape,
  value: FieldValue | undefined,
  currency: Currency,
  language: Language = 'zh-CN',
): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return writeWords(value);
  if (!isFitting(field, value)) return String(value);
  if (field.type === 'money' && typeof value === 'number') return writeMoney(value, currency);
  if (field.type === 'date' && typeof value === 'string') return writeDateValue(value, language);
  return String(value);
}

export interface ValueWords {
  t: Translate;
  language: Language;
  currency: Currency;
}

/** The texts that a value consists of, as the columns of lists hold them. */
export function textsOfValue(value: FieldValue | undefined): string[] {
  if (value === undefined || value === '') return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}

/** Equal where two customers have the same; as the columns of lists hold it, and empty for no value. */
export function valueKey(value: FieldValue | undefined): string {
  return textsOfValue(value)
    .map((text) => text.replaceAll('\n', ' '))
    .join('\n');
}

/** The texts of a value as people read them; what does not fit the type is shown as it stands. Of several files, the first and how many. */
export function sayFieldTexts(field: FieldShape, texts: readonly string[], words: ValueWords): string {
  const { t, language } = words;
  if (field.type === 'attachment' && texts.length > 1) {
    return t('fields.files.several', { name: texts[0] ?? '', count: texts.length });
  }
  return joinWords(
    language,
    texts.map((text) => sayText(field, text, words)),
  );
}

function sayText(field: FieldShape, text: string, { t, language, currency }: ValueWords): string {
  switch (field.type) {
    case 'number':
      return isNumberText(text) ? numberFormats[language].format(Number(text)) : text;
    case 'money':
      return /^-?\d+$/.test(text) ? sayMoney(language, currency, Number(text)) : text;
    case 'date':
      return isDateValue(text) ? sayDateValue(text, language) : text;
    case 'boolean':
      return text === 'true' || text === 'false' ? t(text === 'true' ? 'fields.yes' : 'fields.no') : text;
    case 'text':
    case 'choice':
    case 'choices':
    case 'reference':
    case 'formula':
    case 'attachment':
      return text;
  }
}

function isNumberText(text: string): boolean {
  return text !== '' && !Number.isNaN(Number(text));
}

const numberFormats = {
  'zh-CN': new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 12 }),
  en: new Intl.NumberFormat('en', { maximumFractionDigits: 12 }),
};

/** The texts of a value as they go to a spreadsheet: days as `YYYY-MM-DD`, money without signs. */
export function plainFieldTexts(field: FieldShape, texts: readonly string[], words: ValueWords): string {
  if (field.type === 'money')
    return texts.map((text) => (/^-?\d+$/.test(text) ? writeMoney(Number(text), words.currency) : text)).join('；');
  if (field.type === 'date')
    return texts.map((text) => (isDateValue(text) ? writeDateValue(text, words.language) : text)).join('；');
  if (field.type === 'number') return texts.join('；');
  if (field.type === 'choices') return writeWords(texts);
  return texts.map((text) => sayFieldTexts(field, [text], words)).join('；');
}
