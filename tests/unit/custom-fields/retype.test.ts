import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertValue } from '#shared/custom-fields/retype.ts';
import { isFitting, type FieldShape, type FieldValue } from '#shared/custom-fields/values.ts';
import { aFittingValue, aType, options } from '../../helpers/field-values.ts';

const words = {
  today: '2026-03-01',
  currency: 'CNY' as const,
  language: 'zh-CN' as const,
  yes: '是',
  no: '否',
  nameOf: (id: string) => (id === 'c9' ? '陈三' : ''),
};

function shape(type: FieldShape['type']): FieldShape {
  return { type, options: [...options] };
}

function convert(value: FieldValue, from: FieldShape['type'], to: FieldShape['type']): FieldValue {
  return convertValue(value, shape(from), shape(to), words);
}

describe('a field under another type', () => {
  it('gives back its value under the old one, unless that only was written otherwise', () => {
    fc.assert(
      fc.property(aFittingValue, aType, ({ type, value }, other) => {
        // A text is read once (`1,200` becomes 1200); from then on nothing changes any more.
        const first = convert(convert(value, type, other), other, type);
        if (type !== 'text') expect(first).toEqual(value);
        expect(convert(convert(first, type, other), other, type)).toEqual(first);
      }),
      { numRuns: 2000 },
    );
  });

  it('has a value of its type, or a text or list of words that people can read', () => {
    fc.assert(
      fc.property(aFittingValue, aType, ({ type, value }, other) => {
        const converted = convert(value, type, other);
        expect(isFitting(shape(other), converted) || !['number', 'boolean'].includes(typeof converted)).toBe(true);
      }),
    );
  });

  it.each([
    ['a code with leading zeros', '007', 'text', 'number'],
    ['an amount in dollars', 'US$5', 'text', 'money'],
    ['several choices', ['金卡', '银卡'], 'choices', 'choice'],
    ['a word that is no date', '下个月', 'text', 'date'],
  ] as const)('keeps %s as it is', (_, value, from, to) => {
    expect(convert(value as FieldValue, from, to)).toBe(value);
  });

  it.each([
    [1.234, 'number', 'money', '1.234'],
    [123_450, 'money', 'date', '1234.50'],
    [45_296, 'number', 'date', '45296'],
    [true, 'boolean', 'text', '是'],
    [false, 'boolean', 'number', 0],
    [123_450, 'money', 'number', 1234.5],
    [1234.5, 'number', 'money', 123_450],
    ['2026-09-25[u-ca=chinese]', 'date', 'text', '农历2026年八月十五'],
    ['金卡', 'choice', 'choices', ['金卡']],
  ] as const)('turns %s (%s) into %s: %s', (value, from, to, expected) => {
    expect(convert(value as FieldValue, from, to)).toEqual(expected);
  });

  it('has the names of the customers that were meant, and what there is of one who is gone', () => {
    expect(convert('c9', 'reference', 'text')).toBe('陈三');
    expect(convert('c8', 'reference', 'text')).toBe('c8');
  });
});
