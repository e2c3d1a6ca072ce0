import { expect, it } from 'vitest';
import { Machine } from '../../helpers/archive.ts';
import { anId, putContact, putCustomer, putFollowUp, putInteraction } from '../../helpers/builders.ts';

it('gives customers out in the order asked for, with contact persons and what follows from their records', async () => {
  const { engine } = await new Machine().openEngine('2026-03-01');
  const mobile = { raw: '13800138000', e164: '+8613800138000', kind: 'mobile' } as const;
  await engine.commit('import/customers', [
    putCustomer({
      id: 'c1',
      name: '安一',
      phones: [
        { ...mobile, label: '老板' },
        { ...mobile, raw: '13900139000' },
      ],
    }),
    putCustomer({ id: 'c2', name: '贝二茶行', kind: 'company', referrerId: anId('c1') }),
    putContact({ id: 'p1', customerId: 'c2', name: '小李' }),
    putContact({ id: 'p2', customerId: 'c2', name: '老王', primary: true }),
    putContact({ id: 'p3', customerId: 'c2', name: '走了的', leftOn: '2025-01-01' }),
    putInteraction({ id: 'i1', customerId: 'c2', at: '2026-02-03T10:00' }),
    putFollowUp({ id: 'f1', customerId: 'c2', title: '回访', due: '2026-03-05' }),
  ]);
  const ids = ['c2', 'gone', 'c1'].map(anId);
  const exported = await engine.exported(ids);
  expect(exported.map(({ customer }) => customer.name)).toEqual(['贝二茶行', '安一']);
  expect(exported[0]?.contacts.map(({ name }) => name)).toEqual(['老王', '小李', '走了的']);
  expect(exported[0]?.row).toMatchObject({
    lastContact: '2026-02-03',
    nextFollowUp: { due: '2026-03-05', title: '回访' },
    details: { referrer: '安一' },
  });
  expect(await engine.exportWidths(ids)).toMatchObject({
    customers: { phones: 2, emails: 1, hasPhoneLabels: true, foreignLead: -2 },
    contacts: { phones: 1, foreignLead: 0 },
  });
});

it('gives customers out to paper in the order asked for, with their rows, without those who are gone', async () => {
  const { engine } = await new Machine().openEngine('2026-03-01');
  await engine.commit('import/customers', [
    putCustomer({ id: 'c1', name: '安一', addresses: [{ street: '文三路 9 号', postcode: '310012' }] }),
    putCustomer({ id: 'c2', name: '贝二茶行', kind: 'company' }),
    putContact({ id: 'p1', customerId: 'c2', name: '老王' }),
    putFollowUp({ id: 'f1', customerId: 'c2', title: '回访', due: '2026-03-05' }),
  ]);
  expect(await engine.printed(['c2', 'gone', 'c1'].map(anId))).toMatchObject([
    { name: '贝二茶行', addressee: '老王', next: { title: '回访' }, row: { id: 'c2' } },
    { name: '安一', address: '文三路 9 号', postcode: '310012', row: { id: 'c1' } },
  ]);
});
