import { beforeEach, expect, it } from 'vitest';
import type { Customer } from '#shared/domain/customer/customer.ts';
import type { Draft } from '../../renderer/engine/api.ts';
import type { EngineMethods } from '../../renderer/engine/client-types.ts';
import { draftOf } from '../../renderer/engine/draft-of.ts';
import { saveRecord, shownCustomer } from '../../renderer/features/customers/save-record.ts';
import { Machine } from '../helpers/archive.ts';
import { anId, putContact, putCustomer } from '../helpers/builders.ts';

let engine: EngineMethods;
/** As the card shows it while what was typed is on its way. */
let shown: Customer;

const id = anId('c1');
const mobile = (raw: string) => ({ raw, kind: 'mobile' }) as const;
const read = async () => (await engine.dossier(id)).customer;
const save = (part: Partial<Draft<Customer>>) =>
  saveRecord(engine, shownCustomer(shown), { ...draftOf(shown), ...part });

const elsewhere = (part: Partial<Draft<Customer>>, seen = shown) =>
  engine.commit('customer/edit', [
    { table: 'customer', id: 'c1', after: { ...draftOf(seen), ...part }, seen: seen.version },
  ]);

beforeEach(async () => {
  ({ engine } = await new Machine().openEngine('2026-03-01'));
  await engine.commit('customer/create', [
    putCustomer({ id: 'c1', organization: '青禾五金' }),
    putContact({ id: 'p1', customerId: 'c1', name: '王总' }),
  ]);
  shown = await read();
});

it('saves every fact that is typed before the first of them shows as saved', async () => {
  await Promise.all([
    save({ organization: '永兴建材' }),
    save({ title: '店长' }),
    save({ phones: [mobile('13800138000')] }),
    save({ note: '常客' }),
  ]);
  expect(await read()).toMatchObject({
    organization: '永兴建材',
    title: '店长',
    phones: [mobile('13800138000')],
    note: '常客',
    version: 5,
  });
});

it('keeps a number that is added before another one shows as saved', async () => {
  await save({ phones: [mobile('13800138000')] });
  await save({ phones: [mobile('13900139000')] });
  expect((await read()).phones).toEqual([mobile('13800138000'), mobile('13900139000')]);
});

it('saves a second fact of a contact person too', async () => {
  const { contact } = await engine.dossier(id);
  const [record] = contact;
  if (!record) throw new Error('Broken invariant: the contact person is there');
  const owner = { table: 'contact', customerId: id, record } as const;
  await saveRecord(engine, owner, { ...draftOf(record), title: '采购' });
  await saveRecord(engine, owner, { ...draftOf(record), note: '周一在' });
  expect((await engine.dossier(id)).contact).toMatchObject([{ title: '采购', note: '周一在', version: 3 }]);
});

it('saves the later text of a fact that is typed twice before the first shows as saved', async () => {
  await Promise.all([save({ note: '常客' }), save({ note: '常客，周一来' })]);
  await save({ note: '常客，周二来', organization: '永兴建材' });
  expect(await read()).toMatchObject({ note: '常客，周二来', organization: '永兴建材' });
});

it('tells a conflict where the same fact was changed elsewhere, and changes nothing', async () => {
  await elsewhere({ organization: '永兴建材' });
  await expect(save({ organization: '永兴集团', title: '店长' })).rejects.toMatchObject({
    error: { code: 'archive/conflict' },
  });
  expect(await read()).toMatchObject({ organization: '永兴建材', version: 2 });
  expect((await read()).title).toBeUndefined();
});

it('tells a conflict where it was changed elsewhere between two of its own', async () => {
  await save({ note: '常客' });
  const now = await read();
  await elsewhere({ note: '别处写的' }, now);
  await expect(save({ note: '常客，周一来' })).rejects.toMatchObject({ error: { code: 'archive/conflict' } });
  expect((await read()).note).toBe('别处写的');
});

it('does not bring back who lies in the bin by now', async () => {
  await engine.commit('customer/delete', [{ table: 'customer', id: 'c1', after: null }]);
  await expect(save({ title: '店长' })).rejects.toMatchObject({ error: { code: 'archive/conflict' } });
  expect((await read()).deletedAt).toBeDefined();
});
