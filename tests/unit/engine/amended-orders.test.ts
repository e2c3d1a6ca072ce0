import { expect, it } from 'vitest';
import { amendOrder } from '#shared/domain/order/amend-order.ts';
import { textOfOrder, typeInLine } from '#shared/domain/order/order-text.ts';
import { draftOf } from '../../../renderer/engine/draft-of.ts';
import { Machine } from '../../helpers/archive.ts';
import { anId, putCustomer, putOrder } from '../../helpers/builders.ts';

const [today, id] = ['2026-03-01', anId('c')];
const sale = putOrder({ id: 'o', customerId: 'c', date: '2026-02-01', totalFen: 10_000 });
const refund = putOrder({
  id: 'r',
  customerId: 'c',
  date: '2026-02-20',
  totalFen: -4000,
  type: 'refund',
  refOrderId: 'o',
});
const other = putOrder({ id: 'p', customerId: 'c', date: '2026-02-10', totalFen: 500 });

it('what an order comes to after a change is what the customer is counted with, and one undo takes it back', async () => {
  const { engine } = await new Machine().openEngine(today);
  await engine.commit('customer/create', [putCustomer({ id: 'c' }), sale, refund, other]);
  const revenue = async () => (await engine.rowsOf([id]))[0]?.revenueFen;
  expect(await revenue()).toBe(6500);

  const { order } = await engine.dossier(id);
  const stored = order.find((each) => each.id === 'o')!;
  const kin = await engine.orderKin(id, 'o');
  expect(kin.refunds.map((each) => each.id)).toEqual(['r']);
  const [line] = textOfOrder(stored, 'CNY').lines;
  const text = { ...textOfOrder(stored, 'CNY'), lines: [typeInLine(line!, { amount: '80' }, 'CNY')] };
  const after = amendOrder(draftOf(stored), text, kin, { today, currency: 'CNY' }).order!;
  await engine.commit('order/edit', [{ table: 'order', id: 'o', after, seen: stored.version }]);
  expect(await revenue()).toBe(4500);
  await engine.undo();
  expect(await revenue()).toBe(6500);
});

it('a sale goes with what gives it back, and both come back at once', async () => {
  const { engine } = await new Machine().openEngine(today);
  await engine.commit('customer/create', [putCustomer({ id: 'c' }), sale, refund, other]);
  const { sale: given } = await engine.orderKin(id, 'r');
  expect(given?.id).toBe('o');
  const ids = ['o', ...(await engine.orderKin(id, 'o')).refunds.map((each) => each.id)];
  await engine.commit(
    'order/edit',
    ids.map((each) => ({ table: 'order', id: each, customerId: id, after: null })),
  );
  expect((await engine.rowsOf([id]))[0]).toMatchObject({ revenueFen: 500, purchases: 1 });
  expect(await engine.orderKin(id, 'o')).toEqual({ sale: null, refunds: [] });
  await engine.undo();
  expect((await engine.rowsOf([id]))[0]).toMatchObject({ revenueFen: 6500, purchases: 2 });
});

it('rows come in the order in which they are asked for, without who is gone or in the bin', async () => {
  const { engine } = await new Machine().openEngine(today);
  await engine.commit('customer/create', [
    putCustomer({ id: 'a' }),
    putCustomer({ id: 'b' }),
    putCustomer({ id: 'c' }),
  ]);
  await engine.commit('customer/delete', [{ table: 'customer', id: 'b', after: null }]);
  const rows = await engine.rowsOf(['c', 'nobody', 'b', 'a'].map(anId));
  expect(rows.map((row) => row.id)).toEqual(['c', 'a']);
});
