import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { tableSchemas } from '#shared/domain/tables.ts';
import { sayYearlyDate } from '#shared/i18n/say-yearly-date.ts';
import { messages, type MessageKey } from '#shared/i18n/messages.ts';
import { sayValue, type Sayings } from '../../../renderer/display/history/say-value.ts';

const sayings: Sayings = {
  word: (key) => (key in messages ? messages[key as MessageKey][0] : null),
  labelOf: (id) => (id === 'tag-1' ? '展会' : null),
  separator: '；',
  yearly: (date) => sayYearlyDate('zh-CN', date),
  amount: (fen) => `¥${String(fen / 100)}`,
  day: (time) => `day ${time}`,
  instant: (at) => `at ${at}`,
};

describe('a stored value in words', () => {
  it.each([
    ['nothing', 'note', undefined, '—'],
    ['an empty list', 'phones', [], '—'],
    ['yes', 'doNotContact', true, '是'],
    ['money', 'totalFen', 12_050, '¥120.5'],
    ['a number', 'durationMin', 12, '12'],
    [
      'how cards lie',
      'cardLayouts',
      { person: { sections: ['timeline', 'facts'], folded: ['files'], display: { phones: 'always' } } },
      '个人 往来；资料；文件 (收起)；电话 (总是)',
    ],
    ['a day', 'due', '2026-03-01', 'day 2026-03-01'],
    ['a moment', 'doneAt', '2026-03-01T08:00:00.000Z', 'at 2026-03-01T08:00:00.000Z'],
    ['a chosen word', 'preferredChannel', 'phone', '电话'],
    [
      'phones as they were written',
      'phones',
      [{ raw: '138 0013 8000', kind: 'mobile' }, { raw: '0571-1' }],
      '138 0013 8000；0571-1',
    ],
    [
      'a phone with whose it is and whether it works',
      'phones',
      [{ raw: '138 0013 8000', kind: 'mobile', label: '工作', status: 'vacant' }],
      '138 0013 8000 (工作, 空号)',
    ],
    [
      'the lines of an order with how many and for how much',
      'lines',
      [{ text: '生料带', qtyMilli: 1500, amountFen: 6600 }],
      '生料带 × 1.5 ¥66',
    ],
    ['what somebody is to somebody', 'role', 'spouse', '配偶'],
    ['how a list is sorted', 'sort', [{ column: 'name', descending: true }], '客户名称 ↓'],
    ['how columns lie', 'layout', { order: [], shown: {}, widths: {}, pinned: [] }, '列的排布'],
    ['tags by name', 'tagIds', ['tag-1', 'gone'], '展会；gone'],
    ['own fields by name', 'customFields', { 'tag-1': '2026' }, '展会 2026'],
    ['what a file was about', 'kind', 'orders', '订单'],
    [
      'the columns of a file',
      'mapping',
      { Mobile: 'phone', Fax: 'ignore', 等级: 'custom:等级' },
      'Mobile → 电话；等级 → custom:等级',
    ],
    ['days by value class', 'checkDays', { high: 60, none: 0 }, '高价值 60；未成交 0'],
    ['a campaign', 'campaign', { kind: 'fair', from: '2026-03-01', costFen: 880_000 }, '展会 day 2026-03-01 ¥8800'],
    ['an opening sale', 'opening', { purchases: 4 }, '期初销售 × 4'],
    ['a lunar birthday', 'birthday', { calendar: 'lunar', month: 8, day: 15 }, '农历八月十五'],
    [
      'a birthday in a leap month',
      'birthday',
      { calendar: 'lunar', year: 1990, month: 4, day: 3, leap: true },
      '农历1990年闰四月初三',
    ],
    ['a solar birthday', 'birthday', { calendar: 'solar', year: 1988, month: 3, day: 2 }, '1988-03-02'],
    ['the beginning of a long text', 'note', '长'.repeat(200), `${'长'.repeat(120)}…`],
  ])('is %s', (_what, field, value, said) => {
    expect(sayValue(field, value, sayings)).toBe(said);
  });
});

/** The words that the schema of a field lets it be, or be made of. */
function wordsIn(schema: unknown): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return wordsIn(schema.unwrap());
  if (schema instanceof z.ZodArray) return wordsIn(schema.element);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(wordsIn);
  if (schema instanceof z.ZodLiteral) return [...schema.values].map(String);
  return schema instanceof z.ZodEnum ? schema.options.map(String) : [];
}

/** Codes that are said elsewhere, or are what people write themselves. */
const saidElsewhere = ['currency', 'id'];

describe('a field that is one of a few words', () => {
  const fields = Object.entries(tableSchemas).flatMap(([table, { shape }]) =>
    Object.entries(shape).map(([field, schema]) => ({ table, field, words: wordsIn(schema) })),
  );
  const chosen = fields.filter(({ field, words }) => words.length > 0 && !saidElsewhere.includes(field));

  it.each(chosen)('$table.$field is said as the screens say it', ({ field, words }) => {
    for (const word of words) expect([word, sayValue(field, word, sayings)]).not.toEqual([word, word]);
  });
});
