import type { ClassKey } from '../domain/class-scheme/class-scheme.ts';
import type { Customer, CustomerKind, Source } from '../domain/customer/customer.ts';
import { regionClassOf } from '../domain/customer/region-class.ts';
import type { Interaction } from '../domain/interaction/interaction.ts';
import { isContact } from '../domain/interaction/is-contact.ts';
import type { Order } from '../domain/order/order.ts';
import { civilDayOfInstant, toEpochDay, type EpochDay } from '../calendar/day.ts';
import { readOpenings } from './opening.ts';

/**
 * Everything the rules look at, as plain numbers. Days are epoch days up to the `asOf` the facts were derived with,
 * ascending; money is fen. Lists may be typed arrays. Same index, same day.
 */
export interface CustomerFacts {
  /** Days with at least one sale that was not refunded in full. Sales of one day are one purchase. */
  purchaseDays: ArrayLike<number>;
  /** Net of each purchase day: its sales, and the refunds and adjustments of these sales whenever they were made. */
  purchaseFen: ArrayLike<number>;
  /** Amounts that belong to no purchase (a refund without its sale): they count as money, never as a purchase. */
  correctionDays: ArrayLike<number>;
  correctionFen: ArrayLike<number>;
  /** Purchases on days that nobody knows (see `readOpenings`), before the first known one; 0 where not even their number is, `null` without any. */
  earlierPurchases: number | null;
  /** Last time the customer got in touch. */
  lastInboundDay: EpochDay | null;
  /** Last time somebody was reached, in either direction and by any channel. */
  lastContactDay: EpochDay | null;
  /** First trace of the customer: entered, first met, first contact or first order. */
  knownSinceDay: EpochDay;
  kind: CustomerKind;
  source: Source;
  region: ClassKey;
  /** First day after `asOf` on which an order or contact dated in the future begins to count; derive again then. */
  futureDay: EpochDay | null;
  /** When somebody said that the customer is lost. */
  lostDay: EpochDay | null;
}

interface DayTotal {
  fen: number;
  isPurchase: boolean;
}

/** The refunds by the order that they say they give back. */
export function refundsByOrder(orders: readonly Order[]): Map<string, Order[]> {
  const refunds = new Map<string, Order[]>();
  for (const order of orders) {
    if (order.type !== 'refund' || order.refOrderId === undefined) continue;
    const others = refunds.get(order.refOrderId);
    if (others) others.push(order);
    else refunds.set(order.refOrderId, [order]);
  }
  return refunds;
}

/** A sale is undone when its refunds give all of it back; a sale of nothing when it was refunded at all. */
export function isUndone(sale: Order, refunds: readonly Order[] = []): boolean {
  const givenBack = refunds.reduce((sum, refund) => sum + Math.abs(refund.totalFen), 0);
  return refunds.length > 0 && givenBack >= sale.totalFen;
}

/** Refunds count as negative whichever sign they were written with. */
function signedFen(order: Order): number {
  return order.type === 'refund' ? -Math.abs(order.totalFen) : order.totalFen;
}

interface Totals {
  byDay: Map<EpochDay, DayTotal>;
  earlierPurchases: number | null;
}

/** Net amounts per day (domain rules of refunds, gifts, same-day and opening sales), not yet in order. */
function totalsByDay(orders: readonly Order[]): Totals {
  const sales = new Map<string, Order>();
  for (const order of orders) if (order.type === 'sale') sales.set(order.id, order);
  const refundsOf = refundsByOrder(orders);
  const totals = new Map<EpochDay, DayTotal>();
  const add = (day: EpochDay, fen: number, isPurchase: boolean) => {
    const total = totals.get(day);
    if (total) {
      total.fen += fen;
      total.isPurchase ||= isPurchase;
    } else totals.set(day, { fen, isPurchase });
  };
  for (const order of orders) {
    if (order.type !== 'refund' && order.type !== 'adjust') continue;
    const sale = order.refOrderId === undefined ? undefined : sales.get(order.refOrderId);
    add(toEpochDay((sale ?? order).date), signedFen(order), false);
  }
  const openings: Order[] = [];
  for (const sale of sales.values()) {
    const isPurchase = !isUndone(sale, refundsOf.get(sale.id));
    if (sale.opening === undefined) add(toEpochDay(sale.date), sale.totalFen, isPurchase);
    else if (isPurchase) openings.push(sale);
    else add(toEpochDay(sale.date), sale.totalFen, false);
  }
  if (openings.length === 0) return { byDay: totals, earlierPurchases: null };
  const { fenByDay, earlierPurchases } = readOpenings(openings, totals);
  for (const [day, fen] of fenByDay) add(day, fen, true);
  return { byDay: totals, earlierPurchases };
}

function latest(days: Iterable<EpochDay>): EpochDay | null {
  let last: EpochDay | null = null;
  for (const day of days) if (last === null || day > last) last = day;
  return last;
}

/**
 * Reads what the rules need out of a customer's records (domain.md §1.0): a refund belongs to the day of its sale,
 * a refund without its sale to its own day, gifts and cancelled orders to none; records in the bin are not there,
 * and those dated after `asOf` not yet.
 */
export function deriveFacts(
  orders: readonly Order[],
  interactions: readonly Interaction[],
  customer: Pick<Customer, 'createdAt' | 'acquiredOn' | 'kind' | 'source' | 'addresses' | 'lostOn'>,
  asOf: EpochDay,
): CustomerFacts {
  let futureDay: EpochDay | null = null;
  const isPresent = (deletedAt: string | undefined, day: EpochDay): boolean => {
    if (deletedAt !== undefined) return false;
    if (day <= asOf) return true;
    if (futureDay === null || day < futureDay) futureDay = day;
    return false;
  };
  const countedOrders = orders.filter((order) => isPresent(order.deletedAt, toEpochDay(order.date)));
  const countedContacts = interactions.filter((contact) => isPresent(contact.deletedAt, toEpochDay(contact.at)));

  const facts = {
    purchaseDays: [] as EpochDay[],
    purchaseFen: [] as number[],
    correctionDays: [] as EpochDay[],
    correctionFen: [] as number[],
  };
  const { byDay, earlierPurchases } = totalsByDay(countedOrders);
  for (const [day, total] of [...byDay].sort((a, b) => a[0] - b[0])) {
    if (total.isPurchase) {
      facts.purchaseDays.push(day);
      facts.purchaseFen.push(total.fen);
    } else if (total.fen !== 0) {
      facts.correctionDays.push(day);
      facts.correctionFen.push(total.fen);
    }
  }

  const entered = customer.acquiredOn ? toEpochDay(customer.acquiredOn) : civilDayOfInstant(customer.createdAt);
  const traces = [entered, ...countedOrders.map((each) => toEpochDay(each.date))];
  for (const contact of countedContacts) traces.push(toEpochDay(contact.at));
  const inbound = countedContacts.filter((contact) => contact.direction === 'inbound');

  return {
    ...facts,
    earlierPurchases,
    lastInboundDay: latest(inbound.map((contact) => toEpochDay(contact.at))),
    lastContactDay: latest(countedContacts.filter(isContact).map((contact) => toEpochDay(contact.at))),
    knownSinceDay: traces.reduce((first, day) => Math.min(first, day)),
    kind: customer.kind,
    source: customer.source ?? 'unknown',
    region: regionClassOf(customer.addresses),
    futureDay,
    lostDay: customer.lostOn === undefined ? null : toEpochDay(customer.lostOn),
  };
}
