import { expect, it } from 'vitest';
import { Machine } from '../../helpers/archive.ts';
import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import type { Draft } from '../../../renderer/engine/api.ts';
import { anId, putCustomer } from '../../helpers/builders.ts';

const today = '2026-03-01';
const settings = (currency: 'GBP' | 'JPY' | 'KWD') =>
  ({ table: 'settings', id: 'settings', after: { id: 'settings', currency } }) as const;

it('the currency is changed like anything, taken back, and known at the next start', async () => {
  const machine = new Machine();
  const { engine, report } = await machine.openEngine(today);
  expect(report.currency).toBe('CNY');
  await engine.commit('settings/edit', [settings('GBP')]);
  const { changeSetId } = await engine.commit('settings/edit', [settings('JPY')]);
  await engine.undo(changeSetId);
  await engine.close();
  expect((await machine.openEngine(today)).report.currency).toBe('GBP');
});

it('amounts of a field are found and computed in it', async () => {
  const { engine } = await new Machine().openEngine(today);
  await engine.commit('settings/edit', [settings('KWD')]);
  const field: Draft<CustomField> = { id: 'f1', label: 'Budget', type: 'money', options: [] };
  const twice: Draft<CustomField> = {
    id: 'f2',
    label: 'Twice',
    type: 'formula',
    options: [],
    formula: '[custom:f1] * 2',
  };
  await engine.commit('settings/edit', [
    { table: 'customField', id: 'f1', after: field },
    { table: 'customField', id: 'f2', after: twice },
  ]);
  await engine.commit('customer/create', [putCustomer({ id: 'c1', name: 'Al Sabah', customFields: { f1: 1505 } })]);
  const { total } = await engine.query('list', {
    text: '1.505',
    filter: { join: 'and', parts: [] },
    sort: [],
  });
  expect(total).toBe(1);
  expect(Object.values(await engine.computed(anId('c1')))).toMatchObject([{ text: '3010' }]);
});

it('what is stored in hundredths does not become thousandths, by a change or by taking one back', async () => {
  const { engine } = await new Machine().openEngine(today);
  const { changeSetId } = await engine.commit('settings/edit', [settings('KWD')]);
  await engine.commit('customer/create', [putCustomer({ id: 'c1', name: '张三' })]);
  const refused = { error: { code: 'archive/currency-scale' } };
  await expect(engine.commit('settings/edit', [settings('GBP')])).rejects.toMatchObject(refused);
  await expect(engine.undo(changeSetId)).rejects.toMatchObject(refused);
});
