import { beforeEach, expect, it } from 'vitest';
import type { Customer } from '#shared/domain/customer/customer.ts';
import type { EngineMethods } from '../../../renderer/engine/client-types.ts';
import { draftOf } from '../../../renderer/engine/draft-of.ts';
import { saveChecked } from '../../../renderer/features/customers/check-up/save-checked.ts';
import { shownCustomer } from '../../../renderer/features/customers/save-record.ts';
import { Machine } from '../../helpers/archive.ts';
import { anId, putContact, putCustomer } from '../../helpers/builders.ts';

const id = anId('c1');
const today = '2026-03-01';
let engine: EngineMethods;
let shown: Customer;

beforeEach(async () => {
  ({ engine } = await new Machine().openEngine(today));
  await engine.commit('customer/create', [
    putCustomer({ id: 'c1', verifiedOn: '2025-01-01' }),
    putContact({ id: 'p1', customerId: 'c1', name: '王总' }),
  ]);
  shown = (await engine.dossier(id)).customer;
});

it('changes a detail and is sure of the customer in one step, which is taken back as one', async () => {
  await saveChecked(engine, shownCustomer(shown), { ...draftOf(shown), title: '店长' }, today);
  expect((await engine.dossier(id)).customer).toMatchObject({ title: '店长', verifiedOn: today });
  expect((await engine.undo())?.what).toMatchObject({ reason: 'check/change' });
  const { customer } = await engine.dossier(id);
  expect(customer).toMatchObject({ verifiedOn: '2025-01-01' });
  expect(customer).not.toHaveProperty('title');
});

it('does so for a detail of a contact person, and for two that are typed before the first shows as saved', async () => {
  const [record] = (await engine.dossier(id)).contact;
  if (!record) throw new Error('No contact person');
  await saveChecked(engine, { table: 'contact', record, customerId: id }, { ...draftOf(record), title: '采购' }, today);
  expect((await engine.dossier(id)).customer.verifiedOn).toBe(today);
  await saveChecked(engine, shownCustomer(shown), { ...draftOf(shown), title: '店长' }, today);
  await saveChecked(engine, shownCustomer(shown), { ...draftOf(shown), note: '常客' }, today);
  const { customer, contact } = await engine.dossier(id);
  expect(contact).toMatchObject([{ title: '采购' }]);
  expect(customer).toMatchObject({ title: '店长', note: '常客', verifiedOn: today });
  const { report } = await engine.checkReport('2026-03-01', []);
  expect(report.changed).toEqual([{ customerId: 'c1', fields: ['contact', 'title', 'note'] }]);
});
