import { describe, expect, it } from 'vitest';
import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import { describeFilter, type FilterWords } from '#shared/filter/describe.ts';
import type { Filter } from '#shared/filter/filter.ts';
import type { Language } from '#shared/i18n/catalogue.ts';
import { translate } from '#shared/i18n/translate.ts';

const vip: CustomField = {
  id: 'vip',
  label: '贵宾',
  type: 'boolean',
  options: [],
  version: 1,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
};
const words = (language: Language): FilterWords => ({
  language,
  currency: 'CNY',
  t: (key, values) => translate(language, key, values),
  customFields: [vip, { ...vip, id: 'own', label: 'Wholesale' }],
  optionWord: (_, key) =>
    ({ high: '高价值', medium: '中价值', t1: '茶友', t2: '老客', 'emails:none': '邮箱：没有' })[key] ?? key,
});

describe('a filter in words', () => {
  it.each<[Filter, string, string]>([
    [{ join: 'and', parts: [] }, '所有客户', 'All customers'],
    [
      {
        join: 'and',
        parts: [
          { field: 'value', test: { is: 'any', of: ['high', 'medium'] } },
          { field: 'lastContact', not: true, test: { is: 'days', from: { inDays: -90 } } },
        ],
      },
      '客户价值是高价值或中价值，并且超过 90 天未联系',
      'Value is 高价值 or 中价值, and no contact for 90 days',
    ],
    [
      {
        join: 'or',
        parts: [
          { field: 'tagIds', test: { is: 'all', of: ['t1', 't2'] } },
          {
            join: 'and',
            not: true,
            parts: [{ field: 'purchases', withinDays: 365, test: { is: 'between', min: 3 } }],
          },
        ],
      },
      '标签同时有茶友和老客，或者不满足（近 365 天购买次数至少 3）',
      'Tags include 茶友 and 老客, or not (purchases in 365 days at least 3)',
    ],
    [
      {
        join: 'and',
        parts: [
          { field: 'amount', test: { is: 'between', min: 100_000 } },
          {
            join: 'or',
            parts: [
              { field: 'followUp', test: { is: 'days', to: { inDays: -1 } } },
              { field: 'birthday', test: { is: 'days', from: { inDays: 0 }, to: { inDays: 7 } } },
            ],
          },
        ],
      },
      '购买金额至少 ¥1,000，并且（跟进已逾期，或者生日在今后 7 天内）',
      'Amount bought at least ¥1,000, and (follow-up overdue, or birthday within the next 7 days)',
    ],
    [
      {
        join: 'and',
        parts: [
          { field: 'bought', withinDays: 90, test: { is: 'any', of: ['龙井'] } },
          { field: 'bought', not: true, test: { is: 'contains', text: 'bolt' } },
          { field: 'anniversary', named: '开业', test: { is: 'days', from: { inDays: 0 }, to: { inDays: 30 } } },
          { field: 'anniversary', test: { is: 'period', unit: 'month', shift: 0 } },
          { field: 'phoneState', test: { is: 'any', of: ['vacant'] } },
        ],
      },
      '近 90 天买过的商品有龙井，并且买过的商品不含“bolt”，并且“开业”纪念日在今后 30 天内，并且纪念日在本月，并且电话状态有vacant',
      'Goods bought in 90 days include 龙井, and goods bought does not contain “bolt”, and anniversaries called “开业” within the next 30 days, and anniversaries this month, and phone states include vacant',
    ],
    [
      {
        join: 'and',
        parts: [
          { field: 'phone', test: { is: 'filled' } },
          { field: 'im', test: { is: 'filled' } },
          { field: 'custom:own', test: { is: 'yes' } },
        ],
      },
      '有电话，并且有微信/QQ，并且Wholesale：是',
      'Phone filled in, and chat accounts filled in, and Wholesale: yes',
    ],
    [{ field: 'custom:vip', not: true, test: { is: 'yes' } }, '贵宾：否', '贵宾: no'],
    [
      { field: 'custom:gone', test: { is: 'contains', text: 'x' } },
      '已删除的字段包含“x”',
      'Removed field contains “x”',
    ],
    [{ field: 'phone', not: true, test: { is: 'filled' } }, '没有电话', 'Phone missing'],
    [{ field: 'gaps', test: { is: 'any', of: ['emails:none'] } }, '邮箱：没有', '邮箱：没有'],
    [{ field: 'gaps', not: true, test: { is: 'any', of: ['emails:none'] } }, '不是邮箱：没有', 'not 邮箱：没有'],
    [
      { field: 'lastPurchase', test: { is: 'period', unit: 'quarter', shift: -1 } },
      '最近购买在上季度',
      'Last purchase last quarter',
    ],
  ])('says %j', (filter, zh, en) => {
    expect(describeFilter(words('zh-CN'), filter)).toBe(zh);
    expect(describeFilter(words('en'), filter)).toBe(en);
  });
});
