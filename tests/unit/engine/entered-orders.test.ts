import { expect, it } from 'vitest';
import { emptyStart, enterOrder, startReturn, textOfStart, type OrderStart } from '#shared/domain/order/enter-order.ts';
import { emptyLine, typeInLine } from '#shared/domain/order/order-text.ts';
import type { Edit } from '../../../renderer/engine/api.ts';
import { Machine } from '../../helpers/archive.ts';
import { anId, putCustomer, putFollowUp } from '../../helpers/builders.ts';

const today = '2026-03-01';
const zhang = anId('zhang');

function putNewOrder(id: string, start: OrderStart = emptyStart): Edit {
  const text = textOfStart(start, today, 'CNY');
  const typed = typeInLine(typeInLine(emptyLine, { text: '龙井' }, 'CNY'), { price: '68' }, 'CNY');
  const lines = start === emptyStart ? [typed] : text.lines;
  const { order } = enterOrder(
    start,
    { id, customerId: zhang },
    { ...text, lines },
    {
      now: `${today}T10:30`,
      currency: 'CNY',
    },
  );
  return { table: 'order', id, after: order! };
}

it('a sale and its buyer come with one change and go with one undo', async () => {
  const machine = new Machine();
  const { engine } = await machine.openEngine(today);
  await engine.commit('order/create', [putCustomer({ id: 'zhang', name: '张三' }), putNewOrder('o1')]);
  expect(machine.main.headSeq).toBe(1);
  expect((await engine.rowsOf([zhang]))[0]).toMatchObject({ name: '张三', revenueFen: 6800, purchases: 1 });
  expect((await engine.timeline(zhang, 'order', { from: 0, to: 9 })).entries).toMatchObject([{ at: `${today}T10:30` }]);
  expect((await engine.offeredGoods(null, 'lj'))[0]).toMatchObject({ name: '龙井', priceFen: 6800, boughtOn: null });

  await engine.undo();
  expect(await engine.rowsOf([zhang])).toEqual([]);
  expect(await engine.search('张三', 5)).toEqual([]);
  expect(await engine.offeredGoods(null, 'lj')).toEqual([]);
  await engine.redo();
  expect((await engine.rowsOf([zhang]))[0]).toMatchObject({ revenueFen: 6800, purchases: 1 });
});

it('a customer who gives everything back has bought nothing, until that is taken back', async () => {
  const { engine } = await new Machine().openEngine(today);
  await engine.commit('customer/create', [putCustomer({ id: 'zhang' })]);
  await engine.commit('order/create', [putNewOrder('o1')]);
  const [sale] = (await engine.dossier(zhang)).order;
  await engine.commit('order/create', [putNewOrder('r1', startReturn(sale!, []))]);
  expect((await engine.rowsOf([zhang]))[0]).toMatchObject({ revenueFen: 0, purchases: 0 });
  expect((await engine.orderKin(zhang, 'o1')).refunds).toMatchObject([{ id: 'r1', totalFen: -6800 }]);
  await engine.undo();
  expect((await engine.rowsOf([zhang]))[0]).toMatchObject({ revenueFen: 6800, purchases: 1 });
});

it('a sale that was a contact finishes what was due by its day, and one undo takes all of it back', async () => {
  const { engine } = await new Machine().openEngine(today);
  await engine.commit('order/create', [
    putCustomer({ id: 'zhang', name: '张三' }),
    putFollowUp({ id: 'due', customerId: 'zhang', title: '报价', due: '2026-02-28' }),
    putFollowUp({ id: 'promise', customerId: 'zhang', title: '送货', due: '2026-02-28', kind: 'promise' }),
    putFollowUp({ id: 'later', customerId: 'zhang', title: '回访', due: '2026-03-09' }),
  ]);
  const sale = putNewOrder('o1');
  const spoken = {
    customerId: zhang,
    channel: 'visit',
    direction: 'inbound',
    outcome: 'won',
    text: '买了 龙井',
  } as const;
  const { changeSetId } = await engine.enterOrder([sale], { ...spoken, at: `${today}T10:30` });
  const after = await engine.dossier(zhang);
  expect(after.order).toHaveLength(1);
  expect(after.interaction).toMatchObject([{ text: '买了 龙井', outcome: 'won' }]);
  expect(
    after.followUp
      .filter(({ status }) => status === 'open')
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(['later', 'promise']);
  await engine.undo(changeSetId);
  const before = await engine.dossier(zhang);
  expect([before.order, before.interaction]).toEqual([[], []]);
  expect(before.followUp.every(({ status }) => status === 'open')).toBe(true);
});

it('a sale to somebody new may be a contact too, and none where that is not said', async () => {
  const { engine } = await new Machine().openEngine(today);
  const edits = [putCustomer({ id: 'zhang', name: '张三' }), putNewOrder('o1')];
  const spoken = { customerId: zhang, channel: 'visit', direction: 'inbound', text: '', at: today } as const;
  await engine.enterOrder(edits, spoken);
  await engine.enterOrder([putNewOrder('o2')], null);
  const { order, interaction } = await engine.dossier(zhang);
  expect([order.length, interaction.length]).toEqual([2, 1]);
});
