import type { Currency } from '../../money/currency.ts';
import type { LocalDate, LocalTime } from '../record.ts';
import { amendOrder, refundedFen, type Amended, type OrderKin } from './amend-order.ts';
import {
  amountOf,
  emptyLine,
  isEmpty,
  signOf,
  textOfOrder,
  totalOf,
  type LineText,
  type OrderText,
} from './order-text.ts';
import type { Order, OrderFacts, OrderLine, OrderType } from './order.ts';

/** What a new order may be where nothing is said before. */
export const enterableTypes = ['sale', 'refund', 'gift'] as const satisfies readonly OrderType[];

/** What a new order begins with. Its amounts are as they are written: what is given back has no minus. */
export interface OrderStart {
  type: OrderType;
  channel?: string | undefined;
  lines: readonly OrderLine[];
  discountFen: number;
  /** The sale that a refund gives back, and what gave it back before. */
  kin: OrderKin;
}

const alone: OrderKin = { sale: null, refunds: [] };

export const emptyStart: OrderStart = { type: 'sale', lines: [], discountFen: 0, kin: alone };

/** The same goods once more. */
export function startAgain({ type, channel, lines, discountFen }: OrderFacts): OrderStart {
  return { type: type === 'gift' ? 'gift' : 'sale', channel, lines, discountFen, kin: alone };
}

/** What is left of a sale to be given back: each of its goods without what went back before, and together no more than was paid. */
export function startReturn(sale: Order, refunds: readonly Order[]): OrderStart {
  const gone = new Map<string, { qtyMilli: number; amountFen: number }>();
  for (const { text, qtyMilli, amountFen } of refunds.flatMap(({ lines }) => lines)) {
    const before = gone.get(text) ?? { qtyMilli: 0, amountFen: 0 };
    gone.set(text, {
      qtyMilli: before.qtyMilli + Math.abs(qtyMilli),
      amountFen: before.amountFen + Math.abs(amountFen),
    });
  }
  const lines = sale.lines.flatMap((line) => {
    const back = gone.get(line.text);
    if (!back || line.qtyMilli <= 0) return [line];
    const taken = {
      qtyMilli: Math.min(back.qtyMilli, line.qtyMilli),
      amountFen: Math.min(back.amountFen, line.amountFen),
    };
    back.qtyMilli -= taken.qtyMilli;
    back.amountFen -= taken.amountFen;
    const left = withoutPart(line, taken);
    return left.qtyMilli === 0 ? [] : [left];
  });
  const most = Math.max(0, sale.totalFen - refundedFen(refunds));
  const sum = lines.reduce((total, { amountFen }) => total + amountFen, 0);
  return {
    type: 'refund',
    channel: sale.channel,
    lines: most === 0 ? [] : lines,
    discountFen: most === 0 ? 0 : Math.max(0, sum - most),
    kin: { sale, refunds },
  };
}

/** The price stays where it still makes the amount. */
function withoutPart(line: OrderLine, taken: { qtyMilli: number; amountFen: number }): OrderLine {
  const { unitPriceFen, ...rest } = line;
  const qtyMilli = line.qtyMilli - taken.qtyMilli;
  const amountFen = line.amountFen - taken.amountFen;
  const isExact = unitPriceFen !== undefined && amountOf(qtyMilli, unitPriceFen) === amountFen;
  return { ...rest, qtyMilli, amountFen, ...(isExact && { unitPriceFen }) };
}

/** A new order in its boxes. */
export function textOfStart(start: OrderStart, today: LocalDate, currency: Currency): OrderText {
  const text = textOfOrder(blankOf(start, start.type, today), currency);
  return text.lines.length > 0 ? text : { ...text, lines: [emptyLine] };
}

/**
 * The order that the boxes describe, or what is wrong in them. One of today has the time of day at which it is entered; one of an
 * earlier day has none. A gift without an amount is worth nothing.
 */
export function enterOrder(
  start: OrderStart,
  who: Pick<OrderFacts, 'id' | 'customerId'>,
  typed: OrderText,
  { now, currency }: { now: LocalTime; currency: Currency },
): Amended {
  const { type } = typed;
  const today = now.slice(0, 10);
  const text: OrderText = {
    ...typed,
    paid: type === 'sale' ? typed.paid : '',
    lines: type === 'gift' ? typed.lines.map(asGift) : typed.lines,
  };
  if (text.lines.every(isEmpty)) return { problems: new Map([['text 0', 'nothing']]) };
  const { order, problems } = amendOrder({ ...who, ...blankOf(start, type, today) }, text, start.kin, {
    today,
    currency,
  });
  const total = totalOf(text, currency);
  if (!order || total === undefined) return { problems: problems ?? new Map([['total', 'no-amount']]) };
  if (total < 0) return { problems: new Map([['total', 'below-nothing']]) };
  const date = order.date === today ? now : order.date;
  return { order: { ...order, date, totalFen: signOf(order) * total + 0 } };
}

function asGift(line: LineText): LineText {
  return line.text.trim() !== '' && line.amount === '' ? { ...line, amount: '0' } : line;
}

function blankOf(
  { channel, lines, discountFen, kin }: OrderStart,
  type: OrderType,
  today: LocalDate,
): Omit<OrderFacts, 'id' | 'customerId'> {
  const sign = signOf({ type, totalFen: 0 });
  return {
    no: '',
    date: today,
    type,
    ...(kin.sale && { refOrderId: kin.sale.id }),
    ...(channel !== undefined && { channel }),
    lines: lines.map((line) => ({ ...line, qtyMilli: sign * line.qtyMilli + 0, amountFen: sign * line.amountFen + 0 })),
    discountFen: sign * discountFen + 0,
    totalFen: 0,
    origin: { kind: 'manual' },
  };
}
