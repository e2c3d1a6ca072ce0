import { describe, expect, it } from 'vitest';
import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import type { Draft, Edit } from '../../../renderer/engine/api.ts';
import { Machine } from '../../helpers/archive.ts';
import { putCustomer, putOrder } from '../../helpers/builders.ts';

const level: Draft<CustomField> = { id: 'level', label: '会员等级', type: 'choice', options: ['金卡', '银卡', '铜卡'] };
const putLevel = (field: Draft<CustomField>): Edit => ({ table: 'customField', id: 'level', after: field });

describe('a list grouped by an own choice field', () => {
  it('comes in the order of the options, then what they no longer offer, then who has none', async () => {
    const { engine } = await new Machine().openEngine('2026-03-01');
    const chosen = { c1: '银卡', c2: '金卡', c4: '旧卡', c5: '银卡' };
    await engine.commit('import/customers', [
      putLevel(level),
      ...Object.entries(chosen).map(([id, card]) => putCustomer({ id, name: id, customFields: { level: card } })),
      putCustomer({ id: 'c3', name: 'c3' }),
      putOrder({ id: 'o', customerId: 'c5', totalFen: 700 }),
    ]);
    const asked = { text: '', sort: [{ column: 'name' as const, descending: true }], groupBy: 'custom:level' as const };
    const { token, groups } = await engine.query('list', asked);
    expect(groups).toEqual([
      { class: '金卡', from: 0, count: 1, revenueFen: 0 },
      { class: '银卡', from: 1, count: 2, revenueFen: 700 },
      { class: '旧卡', from: 3, count: 1, revenueFen: 0 },
      { class: '', from: 4, count: 1, revenueFen: 0 },
    ]);
    expect(await engine.ids(token)).toEqual(['c2', 'c5', 'c1', 'c4', 'c3']);
    await engine.commit('field/edit', [putLevel({ ...level, options: ['银卡', '金卡'] })]);
    const again = await engine.query('list', asked);
    expect(again.groups.map((group) => group.class)).toEqual(['银卡', '金卡', '旧卡', '']);
  });

  it('is one group of nobody’s choice where the field is gone', async () => {
    const { engine } = await new Machine().openEngine('2026-03-01');
    await engine.commit('import/customers', [putCustomer({ id: 'c1' })]);
    const { groups } = await engine.query('list', { text: '', sort: [], groupBy: 'custom:gone' });
    expect(groups).toEqual([{ class: '', from: 0, count: 1, revenueFen: 0 }]);
  });
});
