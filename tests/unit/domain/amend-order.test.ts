import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amendOrder, kinOf, type OrderKin } from '#shared/domain/order/amend-order.ts';
import {
  emptyLine,
  takeGoods,
  textOfOrder,
  totalOf,
  typeInLine,
  type OrderText,
} from '#shared/domain/order/order-text.ts';
import { orderTypes, type Order, type OrderFacts } from '#shared/domain/order/order.ts';
import { anOrder } from '../../helpers/builders.ts';

const today = '2026-11-29';
const alone: OrderKin = { sale: null, refunds: [] };
const line = { productId: 'p1', text: '龙井', qtyMilli: 1500, unitPriceFen: 12_800, amountFen: 19_200 };
const sale = anOrder({
  id: 'o1',
  customerId: 'zhang',
  date: '2026-11-20T09:30',
  lines: [line, { text: '运费', qtyMilli: 1000, amountFen: 1000 }],
  discountFen: 200,
  totalFen: 20_000,
  note: '分两次送',
});
const refund = anOrder({
  id: 'o2',
  customerId: 'zhang',
  type: 'refund',
  refOrderId: 'o1',
  lines: [{ text: '龙井', qtyMilli: -1000, amountFen: -12_800 }],
  totalFen: -12_800,
});
const stored = (order: OrderFacts): Order => ({
  ...order,
  version: 1,
  createdAt: '2026-11-20T00:00:00.000Z',
  updatedAt: '2026-11-20T00:00:00.000Z',
});

function amend(order: OrderFacts, by: Partial<OrderText>, kin = alone) {
  return amendOrder(order, { ...textOfOrder(order, 'CNY'), ...by }, kin, { today, currency: 'CNY' });
}
function refused(order: OrderFacts, by: Partial<OrderText>, kin = alone) {
  return Object.fromEntries(amend(order, by, kin).problems ?? []);
}
/** The first line with something typed into it. */
function typed(order: OrderFacts, by: Parameters<typeof typeInLine>[1]) {
  const [first, ...others] = textOfOrder(order, 'CNY').lines;
  return { lines: [typeInLine(first!, by, 'CNY'), ...others] };
}

describe('changing an order', () => {
  it('leaves to the last sign what nobody touched', () => {
    const fen = fc.integer({ min: -1e9, max: 1e9 });
    const lines = fc.record(
      { text: fc.string({ maxLength: 9 }), qtyMilli: fen, amountFen: fen, unitPriceFen: fen, productId: fc.string() },
      { requiredKeys: ['text', 'qtyMilli', 'amountFen'] },
    );
    const part = fc.record({
      type: fc.constantFrom(...orderTypes),
      lines: fc.array(lines, { maxLength: 4 }),
      discountFen: fen,
      totalFen: fen,
      paidFen: fen,
      note: fc.string({ minLength: 1, maxLength: 9 }),
      opening: fc.record({ purchases: fc.integer({ min: 1, max: 1_000_000 }) }),
    });
    fc.assert(
      fc.property(part, (given) => {
        const order = anOrder({ id: 'o', customerId: 'zhang', ...given });
        expect(amend(order, {}).order).toEqual(order);
      }),
    );
  });

  it('takes over what was typed, at the time of day it had', () => {
    const { order } = amend(sale, {
      day: '2026-11-21',
      no: ' D-7 ',
      channel: '门店',
      note: '',
      paid: '100',
      type: 'void',
    });
    expect(order).toEqual({
      ...sale,
      date: '2026-11-21T09:30',
      no: 'D-7',
      channel: '门店',
      note: undefined,
      paidFen: 10_000,
      type: 'void',
    });
    expect(order).not.toHaveProperty('note');
  });

  it('makes the amount of quantity and price, and the total of the amounts', () => {
    const { order } = amend(sale, typed(sale, { qty: '2.5斤' }));
    expect(order?.lines[0]).toEqual({ ...line, qtyMilli: 2500, amountFen: 32_000 });
    expect(order?.totalFen).toBe(32_800);
    expect(amend(sale, { discount: '' }).order?.totalFen).toBe(20_200);
    expect(amend(sale, { lines: textOfOrder(sale, 'CNY').lines.slice(1) }).order?.totalFen).toBe(800);
  });

  it('makes the price of an amount that is typed, and leaves it out where none makes that amount', () => {
    expect(amend(sale, typed(sale, { amount: '180' })).order?.lines[0]).toMatchObject({ unitPriceFen: 12_000 });
    expect(amend(sale, typed(sale, { amount: '100' })).order?.lines[0]).not.toHaveProperty('unitPriceFen');
  });

  it('takes in a line that was added, and leaves out one that was added and left empty', () => {
    const { lines } = textOfOrder(sale, 'CNY');
    expect(amend(sale, { lines: [...lines, emptyLine] }).order).toEqual(sale);
    const added = typeInLine(typeInLine(emptyLine, { text: '茶杯' }, 'CNY'), { price: '30' }, 'CNY');
    const { order } = amend(sale, { lines: [...lines, added] });
    expect(order?.lines[2]).toEqual({ text: '茶杯', qtyMilli: 1000, unitPriceFen: 3000, amountFen: 3000 });
    expect(order?.totalFen).toBe(23_000);
  });

  it('takes a line from its product when its goods are called otherwise', () => {
    expect(amend(sale, typed(sale, { text: '碧螺春' })).order?.lines[0]).not.toHaveProperty('productId');
    expect(amend(sale, typed(sale, { price: '100' })).order?.lines[0]).toHaveProperty('productId', 'p1');
  });

  it('says what is no day, no amount, no quantity and too long', () => {
    expect(refused(sale, { day: null })).toEqual({ day: 'no-day' });
    expect(refused(sale, { day: '2026-11-30' })).toEqual({ day: 'ahead' });
    expect(refused({ ...sale, date: '2026-12-01' }, { note: '预定' })).toEqual({});
    expect(refused(sale, typed(sale, { amount: '很多' }))).toEqual({ 'amount 0': 'no-amount' });
    expect(refused(sale, typed(sale, { amount: '$5' }))).toEqual({ 'amount 0': 'no-amount' });
    expect(refused(sale, typed(sale, { qty: '' }))).toEqual({ 'qty 0': 'no-quantity' });
    expect(refused(sale, typed(sale, { price: '?' }))).toEqual({ 'price 0': 'no-amount' });
    expect(refused(sale, typed(sale, { text: '茶'.repeat(301) }))).toEqual({ 'text 0': 'too-long' });
    expect(refused(sale, { discount: '一点', paid: 'x', no: '1'.repeat(61), note: '。'.repeat(5001) })).toEqual({
      discount: 'no-amount',
      paid: 'no-amount',
      no: 'too-long',
      note: 'too-long',
    });
    const huge = textOfOrder(sale, 'CNY').lines.map((each) => ({ ...each, amount: '90000000000000' }));
    expect(refused(sale, { lines: huge })).toEqual({ total: 'no-amount' });
  });

  it('writes what is given back without a minus and keeps it below nothing', () => {
    expect(textOfOrder(refund, 'CNY')).toMatchObject({ lines: [{ qty: '1', amount: '128' }] });
    expect(totalOf(textOfOrder(refund, 'CNY'), 'CNY')).toBe(12_800);
    const { order } = amend(refund, typed(refund, { amount: '64' }));
    expect(order).toMatchObject({ type: 'refund', totalFen: -6400, lines: [{ qtyMilli: -1000, amountFen: -6400 }] });
  });
});

describe('an order and what gives it back', () => {
  const orders = [sale, refund].map(stored);

  it('belong to one another while neither lies in the bin', () => {
    const [first, second] = orders as [Order, Order];
    expect(kinOf(orders, first)).toEqual({ sale: null, refunds: [second] });
    expect(kinOf(orders, second)).toEqual({ sale: first, refunds: [] });
    expect(kinOf([first, { ...second, deletedAt: '2026-11-20T00:00:00.000Z' }], first).refunds).toEqual([]);
  });

  it('never come to less than nothing, and a sale that was given back stays a sale', () => {
    const ofSale = kinOf(orders, orders[0]!);
    expect(refused(sale, { discount: '80' }, ofSale)).toEqual({ total: 'below-refunds' });
    expect(amend(sale, { discount: '74' }, ofSale).order?.totalFen).toBe(12_800);
    expect(amend(sale, { type: 'gift' }, ofSale).order?.type).toBe('sale');
    const ofRefund = kinOf(orders, orders[1]!);
    expect(refused(refund, typed(refund, { amount: '200.01' }), ofRefund)).toEqual({ total: 'above-sale' });
    expect(amend(refund, typed(refund, { amount: '200' }), ofRefund).order?.totalFen).toBe(-20_000);
  });
});

describe('changing an opening sale', () => {
  const opening = anOrder({ id: 'o3', customerId: 'zhang', no: '', totalFen: 500_000, opening: { purchases: 12 } });

  it('puts right its sum, day and number of purchases, and leaves it an opening sale', () => {
    const { order } = amend(opening, { ...typed(opening, { amount: '6000' }), purchases: '13', type: 'void' });
    expect(order).toMatchObject({ type: 'sale', totalFen: 600_000, opening: { purchases: 13 } });
    expect(amend(opening, { purchases: '' }).order?.opening).toEqual({});
  });

  it('refuses what is no number of purchases', () => {
    for (const purchases of ['0', '-1', '1.5', '几次', '1000001'])
      expect(refused(opening, { purchases })).toEqual({ purchases: 'no-count' });
  });
});

describe('goods that were sold before, taken for a line', () => {
  const tea = { name: '龙井', priceFen: 12_850 };
  const cup = { name: '茶杯', priceFen: 3_000 };

  it('bring their price, and the amount it comes to', () => {
    const taken = takeGoods(typeInLine(emptyLine, { qty: '2' }, 'CNY'), tea, 'CNY');
    expect(taken).toMatchObject({ text: '龙井', price: '128.5', amount: '257' });
    // Chosen wrongly: the other one brings its own.
    expect(takeGoods(taken, cup, 'CNY', '128.5')).toMatchObject({ text: '茶杯', price: '30', amount: '60' });
  });

  it('replace no price and no amount that somebody typed', () => {
    expect(takeGoods(typeInLine(emptyLine, { price: '99' }, 'CNY'), tea, 'CNY')).toMatchObject({
      price: '99',
      amount: '99',
    });
    expect(takeGoods(typeInLine(emptyLine, { amount: '99' }, 'CNY'), tea, 'CNY')).toMatchObject({
      price: '',
      amount: '99',
    });
    expect(takeGoods(emptyLine, { name: '水表', priceFen: null }, 'CNY')).toMatchObject({ text: '水表', price: '' });
  });
});
