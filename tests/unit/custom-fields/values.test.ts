import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDateValue, sayDateValue, writeDateValue } from '#shared/custom-fields/date-value.ts';
import {
  isFitting,
  plainFieldTexts,
  readFieldValue,
  sayFieldTexts,
  textsOfValue,
  writeFieldValue,
  type FieldShape,
} from '#shared/custom-fields/values.ts';
import { translate } from '#shared/i18n/translate.ts';
import { aDay, aFittingValue, options } from '../../helpers/field-values.ts';

const today = '2026-03-01';
const words = {
  t: (key: Parameters<typeof translate>[1]) => translate('zh-CN', key),
  currency: 'CNY' as const,
  language: 'zh-CN' as const,
};

function read(type: FieldShape['type'], text: string): unknown {
  const result = readFieldValue({ type, options: [...options] }, text, { today, currency: 'CNY' });
  return 'problem' in result ? result.problem : result.value;
}

describe('a value of a field of the archive’s own', () => {
  it('is read back as it is written, whatever its type', () => {
    fc.assert(
      fc.property(aFittingValue, ({ type, value }) => {
        const field = { type, options: [...options] };
        expect(isFitting(field, value)).toBe(true);
        expect(readFieldValue(field, writeFieldValue(field, value, 'CNY'), { today, currency: 'CNY' })).toEqual({
          value,
        });
      }),
    );
  });

  it.each([
    ['number', ' 1,234.5 ', 1234.5],
    ['number', '１２', 12],
    ['number', '12kg', 'fields.problem.number'],
    ['money', '1.2万', 1_200_000],
    ['money', '¥1,234.50', 123_450],
    ['money', '好多', 'fields.problem.money'],
    ['date', '2026/9/25', '2026-09-25'],
    ['date', '农历2026年八月十五', '2026-09-25[u-ca=chinese]'],
    ['date', '二〇二六年九月二十五日', '2026-09-25'],
    ['date', '农历八月十五', 'fields.problem.year'],
    ['date', '10-03', 'fields.problem.year'],
    ['date', '农历2026年闰四月初一', 'fields.problem.date'],
    ['date', '那天', 'fields.problem.date'],
    ['boolean', '有', true],
    ['boolean', 'No', false],
    ['boolean', '也许', 'fields.problem.boolean'],
    ['choice', '金卡', '金卡'],
    ['choice', '铜卡', 'fields.problem.choice'],
    ['choices', '银卡；金卡、银卡', ['银卡', '金卡']],
    ['choices', '金卡；铜卡', 'fields.problem.choice'],
    ['formula', '1', 'fields.problem.computed'],
    ['text', '   ', undefined],
  ] as const)('%s: %s', (type, text, expected) => {
    expect(read(type, text)).toEqual(expected);
  });

  it('of another type is shown as it stands and does not fit', () => {
    const field = { type: 'number', options: [] } as const;
    expect(isFitting({ ...field, options: [] }, '大约十个')).toBe(false);
    expect(sayFieldTexts({ ...field, options: [] }, textsOfValue('大约十个'), words)).toBe('大约十个');
  });

  it('is said in words and written plainly for a spreadsheet', () => {
    const money: FieldShape = { type: 'money', options: [] };
    expect(sayFieldTexts(money, ['123450'], words)).toBe('¥1,234.50');
    expect(plainFieldTexts(money, ['123450'], words)).toBe('1234.50');
    const date: FieldShape = { type: 'date', options: [] };
    expect(plainFieldTexts(date, ['2026-09-25[u-ca=chinese]'], words)).toBe('农历2026年八月十五');
    expect(sayFieldTexts({ type: 'boolean', options: [] }, ['false'], words)).toBe('否');
    const several: FieldShape = { type: 'choices', options: ['茶', '酒'] };
    expect(sayFieldTexts(several, ['茶', '酒'], words)).toBe('茶、酒');
    expect(sayFieldTexts(several, ['茶', '酒'], { ...words, language: 'en' })).toBe('茶, 酒');
  });
});

describe('a lunar day', () => {
  it('keeps its day in both calendars, leap months too', () => {
    fc.assert(
      fc.property(aDay, fc.constantFrom('zh-CN', 'en'), (day, language) => {
        const stored = `${day}[u-ca=chinese]`;
        expect(readDateValue(writeDateValue(stored, language), { today })).toEqual({ value: stored });
      }),
    );
  });

  it('is said with the solar day beside it', () => {
    expect(sayDateValue('2026-09-25[u-ca=chinese]', 'zh-CN')).toBe('农历2026年八月十五 (2026-09-25)');
    expect(sayDateValue('2026-09-25[u-ca=chinese]', 'en')).toBe('lunar 2026 8/15 (2026-09-25)');
  });
});
