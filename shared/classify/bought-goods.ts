import { toEpochDay, type EpochDay } from '../calendar/day.ts';
import type { Order } from '../domain/order/order.ts';
import { isUndone, refundsByOrder } from './facts.ts';

/**
 * What was bought, by its name on the order, with the last day up to `asOf`. As with purchases, a sale that was refunded in
 * full is none, gifts and cancelled orders neither; an opening sale does not say what was bought; what a line takes back was not bought by it.
 */
export function boughtGoods(orders: readonly Order[], asOf: EpochDay): Map<string, EpochDay> {
  const counted = orders.filter(({ deletedAt, date }) => deletedAt === undefined && toEpochDay(date) <= asOf);
  const refunds = refundsByOrder(counted);
  const goods = new Map<string, EpochDay>();
  for (const order of counted) {
    if (order.type !== 'sale' || order.opening !== undefined || isUndone(order, refunds.get(order.id))) continue;
    const day = toEpochDay(order.date);
    for (const { text, qtyMilli } of order.lines) {
      if (text !== '' && qtyMilli >= 0) goods.set(text, Math.max(day, goods.get(text) ?? day));
    }
  }
  return goods;
}
