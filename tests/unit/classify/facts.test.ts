import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilOf, fromEpochDay, toEpochDay } from '#shared/calendar/day.ts';
import { windowNetFen, windowPurchases } from '#shared/classify/cut-points.ts';
import { deriveFacts } from '#shared/classify/facts.ts';
import type { Interaction } from '#shared/domain/interaction/interaction.ts';
import { customerIdSchema } from '#shared/domain/customer/customer.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { describeOracle, readOracle } from '../../helpers/oracles.ts';

const customerId = customerIdSchema.parse('c');
const base = { version: 1, createdAt: '2026-01-05T02:00:00.000Z', updatedAt: '2026-01-05T02:00:00.000Z' };
const customer = { createdAt: base.createdAt, kind: 'person' as const, addresses: [] };

let orders = 0;
function anOrder(type: Order['type'], date: string, yuan: number, more: Partial<Order> = {}): Order {
  return {
    ...base,
    id: `o${++orders}`,
    no: '',
    customerId,
    date,
    type,
    lines: [],
    discountFen: 0,
    totalFen: yuan * 100,
    origin: { kind: 'manual' },
    ...more,
  };
}

function aContact(at: string, more: Partial<Interaction> = {}): Interaction {
  return {
    ...base,
    id: `i${at}`,
    customerId,
    at,
    channel: 'phone',
    direction: 'outbound',
    text: '',
    origin: { kind: 'manual' },
    ...more,
  };
}

function factsOf(orderList: Order[], contacts: Interaction[] = [], asOf = '2026-11-21') {
  return deriveFacts(orderList, contacts, customer, toEpochDay(asOf));
}

function purchases(orderList: Order[], asOf = '2026-11-21'): [string, number][] {
  const { purchaseDays, purchaseFen } = factsOf(orderList, [], asOf);
  return Array.from(purchaseDays, (day, index) => [fromEpochDay(day), (purchaseFen[index] ?? 0) / 100]);
}

function corrections(orderList: Order[]): [string, number][] {
  const { correctionDays, correctionFen } = factsOf(orderList);
  return Array.from(correctionDays, (day, index) => [fromEpochDay(day), (correctionFen[index] ?? 0) / 100]);
}

describe('purchases', () => {
  it('of one day are one purchase', () => {
    expect(purchases([anOrder('sale', '2026-03-02T10:00', 200), anOrder('sale', '2026-03-02', 100)])).toEqual([
      ['2026-03-02', 300],
    ]);
  });

  it('are put in order', () => {
    const dates = ['2026-05-01', '2025-01-01', '2026-03-02'];
    expect(purchases(dates.map((date) => anOrder('sale', date, 1))).map(([day]) => day)).toEqual([...dates].sort());
  });

  it('lose on their own day what is refunded later, with either sign', () => {
    const sale = anOrder('sale', '2026-03-02', 300);
    for (const yuan of [-100, 100]) {
      const refund = anOrder('refund', '2026-08-01', yuan, { refOrderId: sale.id });
      expect(purchases([sale, refund])).toEqual([['2026-03-02', 200]]);
    }
  });

  it('that were refunded in full are none', () => {
    const sale = anOrder('sale', '2026-03-02', 300);
    const refunds = [100, 200].map((yuan) => anOrder('refund', '2026-08-01', -yuan, { refOrderId: sale.id }));
    expect(purchases([sale, ...refunds])).toEqual([]);
    expect(corrections([sale, ...refunds])).toEqual([]);
  });

  it('keep their day when another sale of it stands', () => {
    const sale = anOrder('sale', '2026-03-02', 300);
    const refund = anOrder('refund', '2026-03-03', -300, { refOrderId: sale.id });
    expect(purchases([sale, refund, anOrder('sale', '2026-03-02', 50)])).toEqual([['2026-03-02', 50]]);
  });

  it('of nothing count as purchases', () => {
    expect(purchases([anOrder('sale', '2026-03-02', 0)])).toEqual([['2026-03-02', 0]]);
  });

  it('are not gifts, cancelled orders or records in the bin', () => {
    const deletedAt = '2026-11-01T00:00:00.000Z';
    const list = [
      anOrder('gift', '2026-03-02', 9),
      anOrder('void', '2026-03-02', 9),
      anOrder('sale', '2026-03-02', 9, { deletedAt }),
    ];
    expect(purchases(list)).toEqual([]);
    expect(corrections(list)).toEqual([]);
  });

  it('take adjustments of their order to their day', () => {
    const sale = anOrder('sale', '2026-03-02', 300);
    expect(purchases([sale, anOrder('adjust', '2026-04-02', -50, { refOrderId: sale.id })])).toEqual([
      ['2026-03-02', 250],
    ]);
  });
});

describe('refunds without their sale', () => {
  it('stay on their own day and are no purchase', () => {
    const list = [anOrder('refund', '2026-10-01', -70), anOrder('refund', '2026-10-02', -5, { refOrderId: 'gone' })];
    expect(purchases(list)).toEqual([]);
    expect(corrections(list)).toEqual([
      ['2026-10-01', -70],
      ['2026-10-02', -5],
    ]);
  });
});

describe('what lies ahead', () => {
  it('does not count yet, but says from when', () => {
    const sale = anOrder('sale', '2026-03-02', 300);
    const list = [
      sale,
      anOrder('sale', '2026-12-24', 1),
      anOrder('refund', '2026-12-20', -300, { refOrderId: sale.id }),
    ];
    const facts = factsOf(list, [aContact('2026-12-22')]);
    expect(facts.purchaseDays).toEqual([toEpochDay('2026-03-02')]);
    expect(facts.futureDay).toBe(toEpochDay('2026-12-20'));
    expect(purchases(list, '2026-12-31')).toEqual([['2026-12-24', 1]]);
  });
});

describe('contacts', () => {
  it('count when somebody was reached', () => {
    const facts = factsOf([], [aContact('2026-10-01'), aContact('2026-11-01', { outcome: 'missed' })]);
    expect(facts.lastContactDay).toBe(toEpochDay('2026-10-01'));
    expect(facts.lastInboundDay).toBeNull();
  });

  it('from the customer are signs of life', () => {
    const facts = factsOf([], [aContact('2026-10-01T09:00', { direction: 'inbound' }), aContact('2026-11-01')]);
    expect(facts.lastInboundDay).toBe(toEpochDay('2026-10-01'));
    expect(facts.lastContactDay).toBe(toEpochDay('2026-11-01'));
  });
});

describe('the first trace of a customer', () => {
  it('is the earliest of entry, first order and first contact', () => {
    expect(fromEpochDay(factsOf([]).knownSinceDay)).toBe('2026-01-05');
    expect(fromEpochDay(factsOf([anOrder('sale', '2024-03-02', 1)]).knownSinceDay)).toBe('2024-03-02');
    expect(fromEpochDay(factsOf([], [aContact('2023-03-02')]).knownSinceDay)).toBe('2023-03-02');
  });
});

describeOracle('the ledger', () => {
  interface LedgerOrder {
    id: string;
    customer: string;
    date: string | null;
    amount: number;
    type: string;
    ref: string | null;
  }
  const ledger = JSON.parse(readOracle('kpi/ledger.json')) as { customers: { id: string }[]; orders: LedgerOrder[] };
  const types: Record<string, Order['type']> = { discount_adjust: 'adjust', cancelled: 'void' };
  const all = ledger.customers.map(({ id }) =>
    factsOf(
      ledger.orders.flatMap((each) =>
        each.customer === id && each.date !== null
          ? [
              anOrder(types[each.type] ?? (each.type as Order['type']), each.date, each.amount, {
                id: each.id,
                ...(each.ref ? { refOrderId: each.ref } : {}),
              }),
            ]
          : [],
      ),
    ),
  );
  const endOf2025 = toEpochDay('2025-12-31');

  it('gives the revenue of both years', () => {
    const sum = (asOf: number, days: number) =>
      all.reduce((total, facts) => total + windowNetFen(facts, asOf, days), 0) / 100;
    expect(sum(endOf2025, 365)).toBe(3020);
    expect(all.reduce((total, facts) => total + windowNetFen(facts, endOf2025, 9999), 0) / 100).toBe(3020 + 435);
    expect(civilOf(endOf2025 - 365)).toEqual({ year: 2024, month: 12, day: 31 });
  });

  it('has two repeat buyers among six', () => {
    const in2025 = all.map((facts) => {
      const upTo = Array.from(facts.purchaseDays).filter((day) => day <= endOf2025);
      return windowPurchases({ ...facts, purchaseDays: upTo }, endOf2025, 365);
    });
    expect(in2025.filter((count) => count >= 1)).toHaveLength(6);
    expect(in2025.filter((count) => count >= 2)).toHaveLength(2);
  });
});

describe('opening sales', () => {
  const opening = (date: string, yuan: number, purchases?: number) =>
    anOrder('sale', date, yuan, { opening: purchases === undefined ? {} : { purchases } });

  it('are one purchase on the day of the last one, with all of the money', () => {
    const facts = factsOf([opening('2026-05-07', 1000, 12)]);
    expect(purchases([opening('2026-05-07', 1000, 12)])).toEqual([['2026-05-07', 1000]]);
    expect(facts.earlierPurchases).toBe(11);
    expect(factsOf([opening('2026-05-07', 1000)]).earlierPurchases).toBe(0);
    expect(factsOf([opening('2026-05-07', 1000, 1)]).earlierPurchases).toBeNull();
    expect(factsOf([anOrder('sale', '2026-05-07', 1)]).earlierPurchases).toBeNull();
  });

  it('hold the sales up to their day, which are not counted twice, and none after it', () => {
    const orders = [
      anOrder('sale', '2026-03-01', 300),
      anOrder('sale', '2026-05-07', 100),
      opening('2026-05-07', 1000, 5),
      anOrder('sale', '2026-06-01', 50),
    ];
    expect(purchases(orders)).toEqual([
      ['2026-03-01', 300],
      ['2026-05-07', 700],
      ['2026-06-01', 50],
    ]);
    expect(factsOf(orders).earlierPurchases).toBe(3);
    expect(purchases([opening('2026-05-07', 200), anOrder('sale', '2026-03-01', 300)])).toEqual([
      ['2026-03-01', 300],
      ['2026-05-07', 0],
    ]);
  });

  it('can be given back, and are no purchase when they are in the bin or cancelled', () => {
    const sale = opening('2026-05-07', 1000);
    const refund = anOrder('refund', '2026-06-01', 250, { refOrderId: sale.id });
    expect(purchases([sale, refund])).toEqual([['2026-05-07', 750]]);
    expect(purchases([sale, { ...refund, totalFen: 100_000 }])).toEqual([]);
    expect(purchases([{ ...sale, deletedAt: base.createdAt }])).toEqual([]);
  });

  it('make the same sum in whatever order they and the sales come in', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((each) => `2026-05-${String(each).padStart(2, '0')}`);
    const sale = fc.tuple(day, fc.integer({ min: 0, max: 900 })).map(([on, yuan]) => anOrder('sale', on, yuan));
    const total = fc.tuple(day, fc.integer({ min: 1, max: 3000 })).map(([on, yuan]) => opening(on, yuan));
    fc.assert(
      fc.property(
        fc.array(sale, { maxLength: 6 }),
        fc.array(total, { maxLength: 2 }),
        fc.integer(),
        (sales, totals, seed) => {
          const all = [...sales, ...totals];
          const turned = all.toSorted(
            (a, b) => ((Number(a.id.slice(1)) * seed) % 7) - ((Number(b.id.slice(1)) * seed) % 7),
          );
          expect(purchases(turned)).toEqual(purchases(all));
          const [first] = totals;
          if (first && totals.length === 1) {
            const sum = (orders: Order[]) => orders.reduce((fen, order) => fen + order.totalFen, 0);
            const until = sum(sales.filter(({ date }) => date <= first.date));
            const after = sum(sales.filter(({ date }) => date > first.date));
            const counted = purchases(all).reduce((yuan, [, each]) => yuan + each * 100, 0);
            expect(counted).toBe(Math.max(until, first.totalFen) + after);
          }
        },
      ),
    );
  });
});
