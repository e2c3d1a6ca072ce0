import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toEpochDay } from '#shared/calendar/day.ts';
import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import { columnTextOf, evaluatorOf, textOf, type World } from '#shared/formula/evaluate.ts';
import { FormulaBook } from '#shared/formula/fields.ts';
import { toShown, toStored } from '#shared/formula/names.ts';
import { ofDecimal } from '#shared/formula/rational.ts';
import type { Value } from '#shared/formula/values.ts';

const at = '2026-03-01T00:00:00.000Z';

function aField(id: string, type: CustomField['type'], formula?: string): CustomField {
  const base = { id, version: 1, createdAt: at, updatedAt: at, label: id, type, options: [] };
  return formula === undefined ? base : { ...base, formula };
}

const fields = [
  aField('预算', 'money'),
  aField('面积', 'number'),
  aField('签约', 'date'),
  aField('等级', 'text'),
  aField('合同', 'boolean'),
  aField('空', 'number'),
];
const known: Record<string, Value> = {
  'custom:预算': { kind: 'money', value: ofDecimal('1200.5') ?? { n: 0n, d: 1n } },
  'custom:面积': { kind: 'number', value: { n: 80n, d: 1n } },
  'custom:签约': { kind: 'date', day: toEpochDay('2024-02-29') },
  'custom:等级': { kind: 'text', text: '金卡' },
  'custom:合同': { kind: 'boolean', is: true },
};
const world: World = { read: (name) => known[name] ?? null, today: toEpochDay('2026-03-01') };

/** What a formula comes to, as columns keep it, with its kind; or the code of what is wrong with it. */
function comesTo(text: string): string {
  const compiled = new FormulaBook(fields, evaluatorOf).compile(toStored(text, fields));
  if ('problem' in compiled) return compiled.problem.code;
  const value = compiled.evaluate(world);
  if (value?.kind === 'failure') return `failure: ${value.why}`;
  return `${compiled.kind}: ${columnTextOf(value, compiled.kind, 'CNY')}`;
}

describe('a formula', () => {
  it.each([
    ['1 + 2 × 3', 'number: 7'],
    ['（1＋2）×3 − 4 ÷ 2', 'number: 7'],
    ['-2 * -3 - -1', 'number: 7'],
    ['0.1 + 0.2', 'number: 0.3'],
    ['1 / 3 * 3', 'number: 1'],
    ['10 ÷ 4 ÷ 5', 'number: 0.5'],
    ['[面积] * 15%', 'number: 12'],
    ['[预算] ÷ 12', 'money: 10004'],
    ['【预算】 + 100', 'money: 130050'],
    ['[预算] ÷ [预算]', 'number: 1'],
    ['[预算] > 1000', 'boolean: true'],
    ['如果([等级] = "金卡", [预算] × 5%, 0)', 'money: 6003'],
    ['if([空] > 1, 100, [预算])', 'money: 120050'],
    ['if([合同], 0, [预算])', 'money: 0'],
    ['[等级] & " " & [面积]', 'text: 金卡 80'],
    ['[预算] & "元"', 'text: 1200.5元'],
    ['今天() − [签约]', 'number: 731'],
    ['天数([签约], today())', 'number: 731'],
    ['年数([签约], 今天())', 'number: 2'],
    ['[签约] + 30', 'date: 2024-03-30'],
    ['年([签约]) * 100 + 月([签约])', 'number: 202402'],
    ['[空] + 1', 'number: '],
    ['若空([空], 7)', 'number: 7'],
    ['为空([空]) 且 1', 'unexpected'],
    ['且(为空([空]), 非([合同]))', 'boolean: false'],
    ['最大([面积], 100, [空])', 'number: 100'],
    ['四舍五入([预算] ÷ 7, 1)', 'money: 17150'],
    ['round(-2.5)', 'number: -3'],
    ['包含([等级], "金")', 'boolean: true'],
    ['1 ÷ ([面积] − 80)', 'failure: division'],
  ])('%s comes to %s', (text, expected) => {
    expect(comesTo(text)).toBe(expected);
  });

  it.each([
    ['', 'empty'],
    ['1 +', 'end'],
    ['(1', 'end'],
    ['1 2', 'unexpected'],
    ['"金', 'unclosed'],
    ['1 # 2', 'character'],
    ['面积 * 2', 'function'],
    ['alert(1)', 'function'],
    ['constructor()', 'function'],
    ['if(1)', 'arity'],
    ['[没有] + 1', 'field'],
    ['[constructor] + 1', 'field'],
    ['[预算] + [面积]', 'unit'],
    ['[预算] × [预算]', 'unit'],
    ['[面积] ÷ [预算]', 'unit'],
    ['[等级] + 1', 'join'],
    ['[预算] > [面积]', 'compare'],
    ['[合同] < [合同]', 'compare'],
    ['[签约] + [签约]', 'date'],
    ['如果([面积], 1, 2)', 'condition'],
    ['如果([合同], 1, "a")', 'branches'],
    ['绝对值([等级])', 'numberNeeded'],
    ['包含([面积], "a")', 'textNeeded'],
    ['('.repeat(60) + '1' + ')'.repeat(60), 'deep'],
  ])('%s is refused: %s', (text, code) => {
    expect(comesTo(text)).toBe(code);
  });

  it('that needs itself through others is refused, and so is what needs it', () => {
    const book = new FormulaBook(
      [
        aField('a', 'formula', '[custom:b] + 1'),
        aField('b', 'formula', '[custom:a] + 1'),
        aField('c', 'formula', '[custom:a] + 1'),
        aField('d', 'formula', '1'),
        aField('e', 'formula', '[custom:d] + 1'),
      ],
      evaluatorOf,
    );
    expect(book.computable.map(({ field }) => field.id)).toEqual(['d', 'e']);
    const broken = book.of(aField('a', 'formula'));
    expect('problem' in broken && broken.problem.code).toBe('cycle');
  });

  it('keeps the fields that are meant when they get other names', () => {
    const stored = toStored('[预算] ÷ 【客户名称】', fields);
    expect(stored).toBe('[custom:预算] ÷ [name]');
    const renamed = fields.map((field) => (field.id === '预算' ? { ...field, label: '年度预算' } : field));
    expect(toShown(stored, renamed, 'zh-CN')).toBe('[年度预算] ÷ [客户名称]');
    expect(toShown(stored, renamed, 'en')).toBe('[年度预算] ÷ [Name]');
    const shadowed = [...fields, aField('客户名称', 'text')];
    expect(toShown(stored, shadowed, 'zh-CN')).toBe('[预算] ÷ [name]');
  });
});

/** An independent sum: fractions that are reduced at every step, and a printer of its own. */
type Sum = { value: string } | { sign: '+' | '-' | '*' | '/'; left: Sum; right: Sum };

const sum: fc.Arbitrary<Sum> = fc.letrec<{ sum: Sum }>((tie) => ({
  sum: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.record({ value: fc.tuple(fc.nat(999), fc.nat(99)).map(([whole, part]) => `${String(whole)}.${String(part)}`) }),
    fc.record({
      sign: fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const),
      left: tie('sum'),
      right: tie('sum'),
    }),
  ),
})).sum;

const strength = { '+': 1, '-': 1, '*': 2, '/': 2 };

function print(given: Sum): string {
  if ('value' in given) return given.value;
  const side = (part: Sum, isRight: boolean): string => {
    const text = print(part);
    if ('value' in part) return text;
    const isWeaker =
      strength[part.sign] < strength[given.sign] || (isRight && strength[part.sign] === strength[given.sign]);
    return isWeaker ? `(${text})` : text;
  };
  return `${side(given.left, false)} ${given.sign} ${side(given.right, true)}`;
}

function naively(given: Sum): [n: bigint, d: bigint] | null {
  if ('value' in given) {
    const [whole = '', part = ''] = given.value.split('.');
    return [BigInt(whole + part), 10n ** BigInt(part.length)];
  }
  const [left, right] = [naively(given.left), naively(given.right)];
  if (!left || !right) return null;
  const [a, b] = left;
  const [c, d] = right;
  if (given.sign === '/' && c === 0n) return null;
  const results = {
    '+': [a * d + c * b, b * d],
    '-': [a * d - c * b, b * d],
    '*': [a * c, b * d],
    '/': [a * d, b * c],
  };
  const [n = 0n, m = 1n] = results[given.sign];
  return m < 0n ? [-n, -m] : [n, m];
}

describe('a sum in a formula', () => {
  it('is exactly what fractions give, whatever stands in brackets', () => {
    fc.assert(
      fc.property(sum, (given) => {
        const compiled = new FormulaBook([], evaluatorOf).compile(print(given));
        const value = 'evaluate' in compiled ? compiled.evaluate(world) : null;
        const wanted = naively(given);
        if (!wanted) expect(value).toEqual({ kind: 'failure', why: 'division' });
        else {
          const { n, d } = value && 'value' in value ? value.value : { n: 0n, d: 0n };
          expect(n * wanted[1]).toBe(wanted[0] * d);
          expect(d > 0n).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is written with six places at most, rounded half away from zero', () => {
    const text = (formula: string) => {
      const compiled = new FormulaBook([], evaluatorOf).compile(formula);
      return 'evaluate' in compiled ? textOf(compiled.evaluate(world)) : compiled.problem.code;
    };
    expect([text('2 / 3'), text('-2 / 3'), text('1 / 8'), text('0.0000005')]).toEqual([
      '0.666667',
      '-0.666667',
      '0.125',
      '0.000001',
    ]);
  });
});
