import { describe, expect, it } from 'vitest';
import { fromEpochDay, toEpochDay } from '#shared/calendar/day.ts';
import { boughtGoods } from '#shared/classify/bought-goods.ts';
import { customerIdSchema } from '#shared/domain/customer/customer.ts';
import type { Order } from '#shared/domain/order/order.ts';

const base = { version: 1, createdAt: '2026-01-05T02:00:00.000Z', updatedAt: '2026-01-05T02:00:00.000Z' };

function anOrder(id: string, date: string, goods: readonly string[], more: Partial<Order> = {}): Order {
  return {
    ...base,
    id,
    no: id,
    customerId: customerIdSchema.parse('c'),
    date,
    type: 'sale',
    lines: goods.map((text) => ({ text, qtyMilli: 1_000, amountFen: 100 })),
    discountFen: 0,
    totalFen: goods.length * 100,
    origin: { kind: 'manual' },
    ...more,
  };
}

function bought(...orders: Order[]): Record<string, string> {
  const goods = boughtGoods(orders, toEpochDay('2026-03-01'));
  return Object.fromEntries(Array.from(goods, ([name, { day }]) => [name, fromEpochDay(day)]));
}

describe('boughtGoods', () => {
  it('tells the last day on which each was bought, in whatever order the orders stand', () => {
    expect(
      bought(
        anOrder('b', '2026-02-10', ['龙井']),
        anOrder('a', '2026-01-02T10:00', ['龙井', '螺丝']),
        anOrder('c', '2026-03-02', ['龙井', '茶杯']),
      ),
    ).toEqual({ 龙井: '2026-02-10', 螺丝: '2026-01-02' });
  });

  it('tells what one cost when it was told last', () => {
    const line = { text: '龙井', qtyMilli: 2_000 };
    const at = (id: string, date: string, of: Partial<Order['lines'][number]>) =>
      anOrder(id, date, [], { lines: [{ ...line, amountFen: 301, ...of }] });
    const orders = [
      at('c', '2026-02-10', {}),
      at('b', '2026-02-03', { unitPriceFen: 140 }),
      at('a', '2026-01-02', { amountFen: 240 }),
    ];
    const asOf = toEpochDay('2026-03-01');
    expect(boughtGoods(orders, asOf).get('龙井')).toEqual({ day: toEpochDay('2026-02-10'), priceFen: 140 });
    expect(boughtGoods(orders.toReversed(), asOf).get('龙井')?.priceFen).toBe(140);
    expect(boughtGoods(orders.slice(2), asOf).get('龙井')?.priceFen).toBe(120);
    expect(boughtGoods(orders.slice(0, 1), asOf).get('龙井')?.priceFen).toBeNull();
  });

  it.each<[string, Order[]]>([
    ['a gift', [anOrder('a', '2026-02-01', ['龙井'], { type: 'gift' })]],
    ['a cancelled order', [anOrder('a', '2026-02-01', ['龙井'], { type: 'void' })]],
    ['an order in the bin', [anOrder('a', '2026-02-01', ['龙井'], { deletedAt: base.createdAt })]],
    [
      'a sale that was given back in full',
      [
        anOrder('a', '2026-02-01', ['龙井']),
        anOrder('r', '2026-02-02', ['龙井'], { type: 'refund', refOrderId: 'a', totalFen: -100 }),
      ],
    ],
    [
      'a line that takes back',
      [anOrder('a', '2026-02-01', [], { lines: [{ text: '龙井', qtyMilli: -1_000, amountFen: -100 }] })],
    ],
    ['a line without a name', [anOrder('a', '2026-02-01', [''])]],
  ])('counts %s as nothing bought', (_, orders) => {
    expect(bought(...orders)).toEqual({});
  });

  it('counts a sale that was given back in part or will be', () => {
    const refund = { type: 'refund', refOrderId: 'a' } as const;
    expect(
      bought(
        anOrder('a', '2026-02-01', ['龙井', '螺丝']),
        anOrder('r', '2026-02-02', ['龙井'], { ...refund, totalFen: -100 }),
        anOrder('s', '2026-03-02', ['螺丝'], { ...refund, totalFen: -100 }),
      ),
    ).toEqual({ 龙井: '2026-02-01', 螺丝: '2026-02-01' });
  });
});
