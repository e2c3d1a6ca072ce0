import { readNumber, readQuantity } from '../../formats/values/numbers.ts';
import type { Currency } from '../../money/currency.ts';
import type { LocalDate } from '../record.ts';
import { orderLengths, type Order, type OrderFacts, type OrderLine } from './order.ts';
import {
  isEmpty,
  readOwnMoney,
  signOf,
  textOfLine,
  textOfOrder,
  totalOf,
  type LineText,
  type OrderText,
} from './order-text.ts';

/** The orders that belong to one another: a sale and what gives it back. */
export interface OrderKin {
  /** Of a refund: what it gives back, where that is known. */
  sale: Order | null;
  /** What gives back the same sale, of a sale or beside a refund. */
  refunds: readonly Order[];
}

export type AmendProblem =
  | 'no-day'
  | 'ahead'
  | 'no-amount'
  | 'no-quantity'
  | 'no-count'
  | 'too-long'
  /** Neither goods nor an amount. */
  | 'nothing'
  | 'below-nothing'
  /** Less than what was given back of it. */
  | 'below-refunds'
  /** More is given back than was bought. */
  | 'above-sale';

/** Where something is wrong: the name of a box, of a line with its number (`amount 2`). */
export type AmendPlace =
  | Exclude<keyof OrderText, 'lines' | 'type'>
  | 'total'
  | `${Exclude<keyof LineText, 'of'>} ${number}`;
export type AmendProblems = ReadonlyMap<AmendPlace, AmendProblem>;

export type Amended = { order: OrderFacts; problems?: never } | { order?: never; problems: AmendProblems };

/** The orders of one customer that belong to one of them. */
export function kinOf(orders: readonly Order[], { id, type, refOrderId }: Order): OrderKin {
  const saleId = type === 'refund' ? refOrderId : id;
  const isThere = (order: Order) => order.deletedAt === undefined && order.id !== id && saleId !== undefined;
  return {
    sale: orders.find((order) => isThere(order) && order.id === saleId) ?? null,
    refunds: orders.filter((order) => isThere(order) && order.type === 'refund' && order.refOrderId === saleId),
  };
}

/** What refunds give back, whichever sign they are written with. */
export function refundedFen(refunds: readonly Order[]): number {
  return refunds.reduce((sum, { totalFen }) => sum + Math.abs(totalFen), 0);
}

/** A sale, a gift and a cancelled order may become one another, as long as nothing gives it back; what gives back stays what it is. */
export const exchangeableTypes = ['sale', 'gift', 'void'] as const;

export function isExchangeable({ type, opening }: OrderFacts, { refunds }: OrderKin): boolean {
  return opening === undefined && refunds.length === 0 && exchangeableTypes.some((each) => each === type);
}

/**
 * An order with what was changed in its boxes, or what is wrong in them. The time of day stays, and so does what nobody touched,
 * to the last sign; a line whose goods are called otherwise no longer belongs to that product. What was wrong before and is not
 * touched is no reason to refuse.
 */
export function amendOrder(
  order: OrderFacts,
  text: OrderText,
  kin: OrderKin,
  { today, currency }: { today: LocalDate; currency: Currency },
): Amended {
  const problems = new Map<AmendPlace, AmendProblem>();
  const shown = textOfOrder(order, currency);
  const sign = signOf(order);
  const words = (place: 'no' | 'channel' | 'note'): string => {
    if (text[place] === shown[place]) return order[place] ?? '';
    if (text[place].trim().length > orderLengths[place]) problems.set(place, 'too-long');
    return text[place].trim();
  };
  const money = (place: 'discount' | 'paid'): number | undefined => {
    if (text[place].trim() === '') return undefined;
    const fen = readOwnMoney(text[place], currency);
    if (fen === undefined) problems.set(place, 'no-amount');
    return fen;
  };

  const { day } = text;
  if (day === null) problems.set('day', 'no-day');
  else if (day > today && day !== shown.day) problems.set('day', 'ahead');
  const lines = text.lines.flatMap((line, at) => readLine(line, at, { order, currency }, problems) ?? []);
  const discountFen = sign * (money('discount') ?? 0) + 0;
  const isSumTouched =
    text.discount !== shown.discount ||
    lines.length !== order.lines.length ||
    lines.some((line, at) => line !== order.lines[at]);
  const total = totalOf(text, currency);
  if (isSumTouched && total === undefined && problems.size === 0) problems.set('total', 'no-amount');
  const totalFen = isSumTouched ? sign * (total ?? 0) + 0 : order.totalFen;
  const wrong = totalFen !== order.totalFen && total !== undefined && checkKin({ type: order.type, totalFen }, kin);
  if (wrong) problems.set('total', wrong);
  const paidFen = money('paid');
  const purchases = readPurchases(text.purchases, problems);
  const [no, channel, note] = [words('no'), words('channel'), words('note')];
  if (problems.size > 0 || day === null) return { problems };

  const { channel: _channel, paidFen: _paidFen, note: _note, opening, ...rest } = order;
  return {
    order: {
      ...rest,
      date: day + order.date.slice(10),
      type: isExchangeable(order, kin) ? text.type : order.type,
      no,
      lines,
      discountFen,
      totalFen,
      ...(channel !== '' && { channel }),
      ...(paidFen !== undefined && { paidFen }),
      ...(note !== '' && { note }),
      ...(opening && { opening: purchases === undefined ? {} : { purchases } }),
    },
  };
}

function readPurchases(text: string, problems: Map<AmendPlace, AmendProblem>): number | undefined {
  if (text.trim() === '') return undefined;
  const count = readNumber(text);
  if (count !== undefined && Number.isInteger(count) && count >= 1 && count <= 1_000_000) return count;
  problems.set('purchases', 'no-count');
  return undefined;
}

function readLine(
  line: LineText,
  at: number,
  { order, currency }: { order: OrderFacts; currency: Currency },
  problems: Map<AmendPlace, AmendProblem>,
): OrderLine | undefined {
  if (isEmpty(line)) return undefined;
  const stored = line.of === null ? undefined : order.lines[line.of];
  const sign = signOf(order);
  if (stored && isSame(textOfLine(stored, line.of, sign, currency), line)) return stored;
  const text = line.text.trim();
  if (text.length > orderLengths.text) problems.set(`text ${at}`, 'too-long');
  const qty = readQuantity(line.qty);
  if (qty === undefined) problems.set(`qty ${at}`, 'no-quantity');
  const price = line.price.trim() === '' ? null : readOwnMoney(line.price, currency);
  if (price === undefined) problems.set(`price ${at}`, 'no-amount');
  const amount = readOwnMoney(line.amount, currency);
  if (amount === undefined) problems.set(`amount ${at}`, 'no-amount');
  if (qty === undefined || price === undefined || amount === undefined) return undefined;
  return {
    ...(stored?.productId !== undefined && stored.text === text && { productId: stored.productId }),
    text,
    qtyMilli: sign * qty + 0,
    ...(price !== null && { unitPriceFen: price }),
    amountFen: sign * amount + 0,
  };
}

function isSame(a: LineText, b: LineText): boolean {
  return a.text === b.text && a.qty === b.qty && a.price === b.price && a.amount === b.amount;
}

/** What is wrong with an order beside those that belong to it. */
function checkKin(
  { type, totalFen }: Pick<OrderFacts, 'type' | 'totalFen'>,
  { sale, refunds }: OrderKin,
): AmendProblem | undefined {
  const others = refundedFen(refunds);
  if (type === 'sale' && totalFen < others) return others === 0 ? 'below-nothing' : 'below-refunds';
  if (type === 'refund' && sale && Math.abs(totalFen) + others > sale.totalFen) return 'above-sale';
  return undefined;
}
