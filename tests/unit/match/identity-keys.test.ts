import { describe, expect, it } from 'vitest';
import type { CustomerId } from '../../../shared/domain/customer/customer.ts';
import type { OrderType } from '../../../shared/domain/order/order.ts';
import { interactionKey, orderKey } from '../../../shared/match/identity-keys.ts';

const customerId = 'c1' as CustomerId;
const type: OrderType = 'sale';
const order = {
  no: 'DD-001',
  customerId,
  date: '2025-01-05',
  type,
  totalFen: 100,
  lines: [{ text: '茶', qtyMilli: 1000, amountFen: 100 }],
};

describe('identity keys', () => {
  it('knows a numbered order whatever else changed', () => {
    expect(orderKey({ ...order, no: 'dd001', totalFen: 5, customerId: 'c2' as CustomerId })).toBe(orderKey(order));
  });

  it('tells the refund from the sale of the same number', () => {
    expect(orderKey({ ...order, type: 'refund' })).not.toBe(orderKey(order));
  });

  it('tells orders without number by customer, day, amount and lines', () => {
    const bare = { ...order, no: '' };
    expect(orderKey({ ...bare, lines: [...bare.lines] })).toBe(orderKey(bare));
    for (const other of [
      { customerId: 'c2' as CustomerId },
      { date: '2025-01-06' },
      { totalFen: 101 },
      { lines: [] },
    ]) {
      expect(orderKey({ ...bare, ...other })).not.toBe(orderKey(bare));
    }
  });

  it('tells contacts by customer, time, channel, direction and words', () => {
    const contact = {
      customerId,
      at: '2025-01-05T10:00',
      channel: 'phone',
      direction: 'outbound',
      text: '聊了新茶',
    } as const;
    expect(interactionKey({ ...contact, text: '聊了 新茶。' })).toBe(interactionKey(contact));
    expect(interactionKey({ ...contact, at: '2025-01-05T10:01' })).not.toBe(interactionKey(contact));
    expect(interactionKey({ ...contact, text: '' })).not.toBe(interactionKey(contact));
  });

  it('does not collide over many rows', () => {
    const keys = new Set(Array.from({ length: 100_000 }, (_, index) => orderKey({ ...order, no: `D${index}` })));
    expect(keys.size).toBe(100_000);
  });
});
