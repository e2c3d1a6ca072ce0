import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refundedFen } from '#shared/domain/order/amend-order.ts';
import { isRepeatable, isReturnable } from '#shared/domain/order/again.ts';
import {
  emptyStart,
  enterableTypes,
  enterOrder,
  startAgain,
  startReturn,
  textOfStart,
  type OrderStart,
} from '#shared/domain/order/enter-order.ts';
import { emptyLine, typeInLine, type LineText, type OrderText } from '#shared/domain/order/order-text.ts';
import { orderSchema, orderTypes, type Order, type OrderFacts } from '#shared/domain/order/order.ts';
import { anId, anOrder } from '../../helpers/builders.ts';

const now = '2026-11-29T14:05';
const today = '2026-11-29';
const who = { id: 'new', customerId: anId('zhang') };
const stored = (order: OrderFacts): Order => ({
  ...order,
  version: 1,
  createdAt: '2026-11-20T00:00:00.000Z',
  updatedAt: '2026-11-20T00:00:00.000Z',
});
const sale = stored(
  anOrder({
    id: 'o1',
    customerId: 'zhang',
    no: 'D-7',
    date: '2026-11-20T09:30',
    channel: '门店',
    lines: [
      { productId: 'p1', text: '龙井', qtyMilli: 3000, unitPriceFen: 12_800, amountFen: 38_400 },
      { text: '运费', qtyMilli: 1000, amountFen: 1000 },
    ],
    discountFen: 400,
    totalFen: 39_000,
    paidFen: 20_000,
    note: '分两次送',
  }),
);

function enter(start: OrderStart, by: Partial<OrderText> = {}) {
  return enterOrder(start, who, { ...textOfStart(start, today, 'CNY'), ...by }, { now, currency: 'CNY' });
}
function refused(start: OrderStart, by: Partial<OrderText> = {}) {
  return Object.fromEntries(enter(start, by).problems ?? []);
}
function aLine(...typed: Partial<LineText>[]): LineText {
  return typed.reduce<LineText>((line, by) => typeInLine(line, by, 'CNY'), emptyLine);
}
function refundOf(of: Order, by: Partial<OrderText> = {}, before: readonly Order[] = []): Order {
  return stored({ ...enter(startReturn(of, before), by).order!, id: `back ${before.length}` });
}

describe('a new order', () => {
  const tea = aLine({ text: '龙井' }, { qty: '2' }, { price: '68' });

  it('begins as a sale of today with one empty line', () => {
    expect(textOfStart(emptyStart, today, 'CNY')).toEqual({
      day: today,
      type: 'sale',
      no: '',
      channel: '',
      lines: [emptyLine],
      discount: '',
      paid: '',
      note: '',
      purchases: '',
    });
  });

  it('is made of what stands in its boxes, and was entered by hand', () => {
    const { order } = enter(emptyStart, {
      lines: [tea, emptyLine],
      discount: '6',
      paid: '100',
      no: ' 88 ',
      note: '自提',
    });
    expect(order).toEqual({
      ...who,
      no: '88',
      date: now,
      type: 'sale',
      lines: [{ text: '龙井', qtyMilli: 2000, unitPriceFen: 6800, amountFen: 13_600 }],
      discountFen: 600,
      totalFen: 13_000,
      paidFen: 10_000,
      note: '自提',
      origin: { kind: 'manual' },
    });
  });

  it('needs no goods where there is an amount, and has no time of day on an earlier day', () => {
    const { order } = enter(emptyStart, { day: '2026-11-27', lines: [aLine({ amount: '128.5' })] });
    expect(order).toMatchObject({ date: '2026-11-27', totalFen: 12_850, lines: [{ text: '', amountFen: 12_850 }] });
  });

  it('comes to its lines without the discount, below nothing where it gives back, and is a record as it should be', () => {
    const fen = fc.integer({ min: 0, max: 1e8 });
    const line = fc.record({
      text: fc.string({ maxLength: 9 }),
      qtyMilli: fc.integer({ min: 1, max: 1e6 }),
      amountFen: fen,
    });
    const given = fc.record({
      type: fc.constantFrom(...enterableTypes),
      lines: fc.array(line, { minLength: 1, maxLength: 5 }),
    });
    fc.assert(
      fc.property(given, fen, ({ type, lines }, off) => {
        const sum = lines.reduce((total, { amountFen }) => total + amountFen, 0);
        const discountFen = Math.min(off, sum);
        const start = { ...emptyStart, type, lines, discountFen };
        const { order } = enter(start);
        expect(order?.totalFen).toBe((type === 'refund' ? -1 : 1) * (sum - discountFen) + 0);
        expect(order!.lines.reduce((total, each) => total + each.amountFen, 0) - order!.discountFen).toBe(
          order?.totalFen,
        );
        expect(orderSchema.safeParse(stored(order!)).error).toBeUndefined();
      }),
    );
  });

  it('turns over with its type: what came back is stored below nothing and is owed by nobody', () => {
    const { order } = enter(emptyStart, { type: 'refund', lines: [tea], paid: '5' });
    expect(order).toMatchObject({
      type: 'refund',
      totalFen: -13_600,
      lines: [{ qtyMilli: -2000, amountFen: -13_600 }],
    });
    expect(order).not.toHaveProperty('paidFen');
    expect(order).not.toHaveProperty('refOrderId');
  });

  it('may be a gift without an amount', () => {
    expect(enter(emptyStart, { type: 'gift', lines: [aLine({ text: '茶杯' })] }).order).toMatchObject({
      type: 'gift',
      totalFen: 0,
      lines: [{ text: '茶杯', amountFen: 0 }],
    });
  });

  it('is refused where it says nothing, is yet to come or comes to less than nothing', () => {
    expect(refused(emptyStart)).toEqual({ 'text 0': 'nothing' });
    expect(refused(emptyStart, { discount: '5' })).toEqual({ 'text 0': 'nothing' });
    expect(refused(emptyStart, { lines: [aLine({ text: '龙井' })] })).toEqual({ 'amount 0': 'no-amount' });
    expect(refused(emptyStart, { lines: [tea], day: '2026-11-30' })).toEqual({ day: 'ahead' });
    for (const type of enterableTypes)
      expect(refused(emptyStart, { type, lines: [tea], discount: '137' })).toEqual({ total: 'below-nothing' });
    const huge = aLine({ amount: '90000000000000' });
    expect(refused(emptyStart, { lines: [huge, huge] })).toEqual({ total: 'no-amount' });
  });
});

describe('the same once more', () => {
  it('has the goods, the prices and the channel, and nothing that belongs to the first one alone', () => {
    const { order } = enter(startAgain(sale));
    const { paidFen: _paid, note: _note, ...same } = sale;
    expect(stored(order!)).toEqual({ ...same, ...who, no: '', date: now });
  });

  it('is a sale again after a sale was cancelled, and a gift after a gift', () => {
    expect(enter(startAgain({ ...sale, type: 'void' })).order?.type).toBe('sale');
    expect(enter(startAgain({ ...sale, type: 'gift' })).order?.type).toBe('gift');
  });

  it('is offered for what was sold or given, and giving back for what was sold for money', () => {
    const such = (type: Order['type']) => ({ ...sale, type });
    expect(orderTypes.filter((type) => isRepeatable(such(type)))).toEqual(['sale', 'gift', 'void']);
    expect(orderTypes.filter((type) => isReturnable(such(type)))).toEqual(['sale']);
    expect(isReturnable({ ...sale, totalFen: 0 })).toBe(false);
    expect([isRepeatable, isReturnable].map((is) => is({ ...sale, opening: {} }))).toEqual([false, false]);
  });
});

describe('what gives a sale back', () => {
  it('names it and takes all of it, unless less is written', () => {
    expect(refundOf(sale)).toMatchObject({ type: 'refund', refOrderId: 'o1', channel: '门店', totalFen: -39_000 });
    expect(refundOf(sale).lines[0]).toEqual({
      productId: 'p1',
      text: '龙井',
      qtyMilli: -3000,
      unitPriceFen: 12_800,
      amountFen: -38_400,
    });
    const [tea] = textOfStart(startReturn(sale, []), today, 'CNY').lines;
    const one = { lines: [typeInLine(tea!, { qty: '1' }, 'CNY')], discount: '' };
    expect(refundOf(sale, one)).toMatchObject({ totalFen: -12_800, lines: [{ productId: 'p1', qtyMilli: -1000 }] });
  });

  it('begins with what did not go back before, and never comes to more', () => {
    const [tea] = textOfStart(startReturn(sale, []), today, 'CNY').lines;
    const first = refundOf(sale, { lines: [typeInLine(tea!, { qty: '1' }, 'CNY')], discount: '' });
    const left = startReturn(sale, [first]);
    expect(left.lines.map(({ text, qtyMilli, amountFen }) => [text, qtyMilli, amountFen])).toEqual([
      ['龙井', 2000, 25_600],
      ['运费', 1000, 1000],
    ]);
    const second = refundOf(sale, {}, [first]);
    expect(first.totalFen + second.totalFen).toBe(-39_000);
    expect(refused(startReturn(sale, [first]), { discount: '' })).toEqual({ total: 'above-sale' });
    expect(textOfStart(startReturn(sale, [first, second]), today, 'CNY').lines).toEqual([emptyLine]);
    expect(refused(startReturn(sale, [first, second]), { lines: [aLine({ amount: '0.01' })] })).toEqual({
      total: 'above-sale',
    });
  });

  it('takes goods that stand on several lines from the first of them', () => {
    const tea = (qtyMilli: number) => ({ text: '龙井', qtyMilli, unitPriceFen: 100, amountFen: qtyMilli / 10 });
    const sold = { ...sale, lines: [tea(1000), tea(2000), tea(3000)], discountFen: 0, totalFen: 600 };
    const back = { ...refundOf(sold), lines: [tea(-1500)], totalFen: -150 };
    expect(startReturn(sold, [back]).lines).toEqual([tea(1500), tea(3000)]);
  });

  it('leaves nothing of any sale, at once or in two parts', () => {
    const fen = fc.integer({ min: 1, max: 1e7 });
    const line = fc.record({
      text: fc.constantFrom('茶', '杯', '壶'),
      qtyMilli: fc.constantFrom(1000, 2000, 2500),
      amountFen: fen,
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), fen, fc.nat(), (lines, off, at) => {
        const sum = lines.reduce((total, { amountFen }) => total + amountFen, 0);
        const discountFen = off % sum;
        const sold = { ...sale, lines, discountFen, totalFen: sum - discountFen };
        expect(refundOf(sold).totalFen).toBe(-sold.totalFen);
        const texts = textOfStart(startReturn(sold, []), today, 'CNY').lines;
        const part = { lines: [texts[at % texts.length]!], discount: '' };
        const first = enter(startReturn(sold, []), part).order;
        if (!first) return;
        const back = [stored(first)];
        const rest = startReturn(sold, back);
        if (rest.lines.length > 0) back.push(refundOf(sold, {}, back));
        expect(refundedFen(back)).toBeLessThanOrEqual(sold.totalFen);
      }),
    );
  });
});
