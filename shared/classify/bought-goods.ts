import { toEpochDay, type EpochDay } from '../calendar/day.ts';
import type { Order, OrderLine } from '../domain/order/order.ts';
import { isUndone, refundsByOrder } from './facts.ts';

export interface Bought {
  /** The last one. */
  day: EpochDay;
  /** What one cost on the last day that tells it; `null` when none does. */
  priceFen: number | null;
}

/**
 * What was bought, by its name on the order, with the last day up to `asOf`. As with purchases, a sale that was refunded in
 * full is none, gifts and cancelled orders neither; an opening sale does not say what was bought; what a line takes back was not bought by it.
 */
export function boughtGoods(orders: readonly Order[], asOf: EpochDay): Map<string, Bought> {
  const counted = orders.filter(({ deletedAt, date }) => deletedAt === undefined && toEpochDay(date) <= asOf);
  const refunds = refundsByOrder(counted);
  const goods = new Map<string, Bought>();
  const pricedOn = new Map<string, EpochDay>();
  for (const order of counted) {
    if (order.type !== 'sale' || order.opening !== undefined || isUndone(order, refunds.get(order.id))) continue;
    const day = toEpochDay(order.date);
    for (const line of order.lines) {
      const { text, qtyMilli } = line;
      if (text === '' || qtyMilli < 0) continue;
      const bought = goods.get(text) ?? { day, priceFen: null };
      bought.day = Math.max(day, bought.day);
      goods.set(text, bought);
      const priceFen = unitPriceOf(line);
      if (priceFen === null || day < (pricedOn.get(text) ?? day)) continue;
      bought.priceFen = priceFen;
      pricedOn.set(text, day);
    }
  }
  return goods;
}

/** As it is written, or what the amount comes to for one where that is a whole number of fen. What was given away has none. */
function unitPriceOf({ qtyMilli, unitPriceFen, amountFen }: OrderLine): number | null {
  const price = unitPriceFen ?? (amountFen * 1000) / qtyMilli;
  return Number.isSafeInteger(price) && price > 0 ? price : null;
}
