import { describe, expect, it } from 'vitest';
import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import type { FilterGroup } from '#shared/filter/filter.ts';
import type { Draft, Edit } from '../../../renderer/engine/api.ts';
import { Machine } from '../../helpers/archive.ts';
import { anId, putCustomer, putInteraction, putOrder } from '../../helpers/builders.ts';

function putField(id: string, type: CustomField['type'], more: Partial<Draft<CustomField>> = {}): Edit {
  return { table: 'customField', id, after: { id, label: id, type, options: [], ...more } };
}

const people: Edit[] = [
  putField('budget', 'money'),
  putField('monthly', 'formula', { formula: '[custom:budget] ÷ 12' }),
  putField('waiting', 'formula', { formula: 'today() - [lastContact]' }),
  putField('partner', 'reference'),
  putCustomer({ id: 'c1', name: '安一', customFields: { budget: 120_000, partner: 'c3' } }),
  putCustomer({ id: 'c2', name: '贝二', customFields: { budget: 36_000 } }),
  putCustomer({ id: 'c3', name: '陈三', birthday: { calendar: 'solar', year: 1990, month: 3, day: 2 } }),
  putInteraction({ id: 'i1', customerId: 'c1', at: '2026-02-19T10:00' }),
];

async function anEngine() {
  const { engine } = await new Machine().openEngine('2026-03-01');
  await engine.commit('import/customers', people);
  const column = async (field: string) => {
    const { token } = await engine.query('list', { text: '', sort: [{ column: 'name', descending: false }] });
    return (await engine.rows(token, 0, 10)).map((row) => row.details[`custom:${field}`] ?? '');
  };
  const found = async (filter: FilterGroup['parts'][number], column: `custom:${string}` = 'custom:monthly') => {
    const asking = { join: 'and' as const, parts: [filter] };
    const { token } = await engine.query('list', { text: '', filter: asking, sort: [{ column, descending: true }] });
    return engine.ids(token);
  };
  return { engine, column, found };
}

describe('a formula among the fields', () => {
  it('stands in a column, is asked for and sorted by like anything that was entered', async () => {
    const { column, found } = await anEngine();
    expect(await column('monthly')).toEqual(['10000', '3000', '']);
    expect(await found({ field: 'custom:monthly', test: { is: 'between', min: 3000 } })).toEqual(['c1', 'c2']);
    expect(await found({ field: 'custom:monthly', not: true, test: { is: 'filled' } })).toEqual(['c3']);
  });

  it('follows what it looks at, the day, and its own definition', async () => {
    const { engine, column } = await anEngine();
    expect(await column('waiting')).toEqual(['10', '', '']);
    await engine.setToday('2026-03-03');
    expect(await column('waiting')).toEqual(['12', '', '']);
    await engine.commit('customer/edit', [putCustomer({ id: 'c2', name: '贝二', customFields: { budget: 2400 } })]);
    expect(await column('monthly')).toEqual(['10000', '200', '']);
    await engine.commit('field/edit', [putField('monthly', 'formula', { formula: '[custom:budget] × 2' })]);
    expect(await column('monthly')).toEqual(['240000', '4800', '']);
    await engine.undo();
    expect(await column('monthly')).toEqual(['10000', '200', '']);
  });

  it('tells one customer what it comes to, and why not', async () => {
    const { engine } = await anEngine();
    await engine.commit('field/edit', [putField('odd', 'formula', { formula: '1 ÷ ([age] − 35)' })]);
    expect(await engine.computed(anId('c1'))).toMatchObject({
      monthly: { kind: 'money', text: '10000' },
      odd: { kind: 'number', text: '' },
    });
    expect((await engine.computed(anId('c3')))['odd']).toEqual({ kind: 'number', text: '', problem: 'division' });
  });

  it('looks at purchases and money exactly', async () => {
    const { engine, column } = await anEngine();
    await engine.commit('order/edit', [
      putOrder({ id: 'o1', customerId: 'c2', totalFen: 10 }),
      putOrder({ id: 'o2', customerId: 'c2', date: '2026-02-02', totalFen: 20 }),
    ]);
    await engine.commit('field/edit', [putField('sum', 'formula', { formula: '[revenue] & "/" & [purchases]' })]);
    expect(await column('sum')).toEqual(['0/0', '0.3/2', '0/0']);
  });

  it('is tried before it is kept, with examples, and refused in a circle', async () => {
    const { engine } = await anEngine();
    expect(await engine.tryFormula(null, '[custom:budget] > 1000')).toEqual({
      kind: 'boolean',
      examples: [
        { name: '安一', value: { kind: 'boolean', text: 'true' } },
        { name: '贝二', value: { kind: 'boolean', text: 'false' } },
      ],
    });
    const circle = await engine.tryFormula('monthly', '[custom:monthly] + 1');
    expect('problem' in circle && circle.problem.code).toBe('cycle');
  });

  it('leaves no column behind when it is archived', async () => {
    const { engine, column } = await anEngine();
    await engine.commit('field/edit', [
      putField('monthly', 'formula', { formula: '[custom:budget] ÷ 12', archived: true }),
    ]);
    expect(await column('monthly')).toEqual(['', '', '']);
  });
});

describe('a field that means another customer', () => {
  it('is read and asked for by the name, also after it changed', async () => {
    const { engine, column, found } = await anEngine();
    expect(await column('partner')).toEqual(['陈三', '', '']);
    await engine.commit('customer/edit', [putCustomer({ id: 'c3', name: '程三' })]);
    expect(await column('partner')).toEqual(['程三', '', '']);
    expect(await found({ field: 'custom:partner', test: { is: 'contains', text: '程' } })).toEqual(['c1']);
    expect(await found({ field: 'custom:partner', test: { is: 'contains', text: '陈' } })).toEqual([]);
  });
});
