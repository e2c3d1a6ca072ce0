import { describe, expect, it } from 'vitest';
import type { CustomField } from '../../../shared/domain/custom-field/custom-field.ts';
import type { Condition } from '../../../shared/filter/filter.ts';
import { beginFilter } from '../../../renderer/features/customers/filter/operators.ts';
import { cellConditions } from '../../../renderer/features/customers/filter/cell-conditions.ts';
import type { CustomerRow } from '../../../renderer/engine/api.ts';

const row = {
  id: 'c1',
  name: '安一',
  organization: '',
  title: '店长',
  phone: '138 0013 8001',
  classes: { value: 'high', lifecycle: 'loyal' },
  lastContact: '2026-02-01',
  lastPurchase: null,
  nextFollowUp: { id: 'f1', due: '2026-03-08T09:00', title: '', kind: 'visit' },
  revenueFen: 120_000,
  purchases: 3,
  tagIds: ['t1', 't2'],
  details: {
    email: 'a@b.cn\nc@d.cn',
    gender: 'female',
    birthday: '3月8日',
    'custom:flag': 'false',
    'custom:kind': '茶',
    'custom:rent': '2000',
    'custom:friend': 'c9',
  },
} as unknown as CustomerRow;

const ofType = (id: string, type: CustomField['type']) =>
  ({ id, type, label: id, options: [] }) as unknown as CustomField;
const fields = [
  ofType('flag', 'boolean'),
  ofType('kind', 'choice'),
  ofType('rent', 'number'),
  ofType('friend', 'reference'),
  ofType('none', 'date'),
];
const of = (column: string) => cellConditions(row, column, fields);

describe('what a cell narrows the list to', () => {
  it('is who has the same, or who has not', () => {
    expect(of('value')).toEqual([
      { field: 'value', test: { is: 'any', of: ['high'] } },
      { field: 'value', not: true, test: { is: 'any', of: ['high'] } },
    ]);
    expect(of('phone')[0]).toEqual({ field: 'phone', test: { is: 'equals', text: '138 0013 8001' } });
    expect(of('gender')[1]).toEqual({ field: 'gender', not: true, test: { is: 'any', of: ['female'] } });
    expect(of('custom:kind')[0]).toEqual({ field: 'custom:kind', test: { is: 'any', of: ['茶'] } });
  });

  it('is each of several texts, and all of several tags', () => {
    expect(of('email')).toEqual([
      { field: 'email', test: { is: 'equals', text: 'a@b.cn' } },
      { field: 'email', test: { is: 'equals', text: 'c@d.cn' } },
    ]);
    expect(of('tagIds')[0]).toEqual({ field: 'tagIds', test: { is: 'all', of: ['t1', 't2'] } });
  });

  it('is who has none, where the cell is empty, or who has one', () => {
    for (const column of ['organization', 'lastPurchase', 'industry', 'custom:none']) {
      expect(of(column)).toEqual([
        { field: column, not: true, test: { is: 'filled' } },
        { field: column, test: { is: 'filled' } },
      ]);
    }
  });

  it('is as much or more, or less, of a number', () => {
    expect(of('revenue')).toEqual([
      { field: 'revenue', test: { is: 'between', min: 120_000 } },
      { field: 'revenue', test: { is: 'between', max: 120_000 } },
    ]);
    expect(of('custom:rent')[0]).toEqual({ field: 'custom:rent', test: { is: 'between', min: 2000 } });
  });

  it('is the day, the follow-up by the field that asks of it', () => {
    const day = { is: 'days', from: { on: '2026-03-08' }, to: { on: '2026-03-08' } };
    expect(of('nextFollowUp')[0]).toEqual({ field: 'followUp', test: day });
    expect(of('lastContact')[0]?.field).toBe('lastContact');
  });

  it('is no before yes, where the cell says no', () => {
    expect(of('custom:flag').map(({ not }) => not === true)).toEqual([true, false]);
  });

  it('is only whether there is one, of what is no value to compare', () => {
    for (const column of ['birthday', 'custom:friend']) expect(of(column)[0]?.test).toEqual({ is: 'filled' });
    expect(of('nothing')).toEqual([]);
  });
});

describe('the builder for one column', () => {
  const tagged: Condition = { field: 'tagIds', test: { is: 'any', of: ['t1'] } };
  const named = { field: 'name', test: { is: 'contains', text: '' } };

  it('asks of it besides what is asked', () => {
    expect(beginFilter({ join: 'and', parts: [] }, fields, 'name').parts).toEqual([named]);
    expect(beginFilter({ join: 'and', parts: [tagged] }, fields, 'name').parts).toEqual([tagged, named]);
    const either = { join: 'or' as const, parts: [tagged] };
    expect(beginFilter(either, fields, 'name')).toEqual({ join: 'and', parts: [either, named] });
  });

  it('leaves the filter as it is where that asks of it already', () => {
    const filter = { join: 'and' as const, parts: [tagged] };
    expect(beginFilter(filter, fields, 'tagIds')).toBe(filter);
    expect(beginFilter(filter, fields)).toBe(filter);
  });
});
