import type { LocalDate } from '../record.ts';
import { readQuantity } from '../../formats/values/numbers.ts';
import { placesOf, type Currency } from '../../money/currency.ts';
import { readMoney } from '../../money/read-money.ts';
import type { Order, OrderFacts, OrderLine, OrderType } from './order.ts';

/** A line as it stands in its boxes. */
export interface LineText {
  /** Its place among the lines as they are stored; `null` for a new one. */
  of: number | null;
  text: string;
  qty: string;
  price: string;
  amount: string;
}

/** An order as it stands in its boxes. What a refund gives back is written without a minus. */
export interface OrderText {
  day: LocalDate | null;
  type: OrderType;
  no: string;
  channel: string;
  lines: LineText[];
  discount: string;
  paid: string;
  note: string;
  /** Of an opening sale: how many purchases it stands for. */
  purchases: string;
}

export const emptyLine: LineText = { of: null, text: '', qty: '1', price: '', amount: '' };

/** One that was added and left empty stands for nothing. */
export function isEmpty({ of, text, price, amount }: LineText): boolean {
  return of === null && [text, price, amount].every((each) => each.trim() === '');
}

/** −1 where the stored amounts are the other way round than what is written. */
export function signOf({ type, totalFen }: Pick<Order, 'type' | 'totalFen'>): 1 | -1 {
  return type === 'refund' && totalFen <= 0 ? -1 : 1;
}

export function textOfOrder(order: Omit<OrderFacts, 'id' | 'customerId'>, currency: Currency): OrderText {
  const places = placesOf(currency);
  const sign = signOf(order);
  return {
    day: order.date.slice(0, 10),
    type: order.type,
    no: order.no,
    channel: order.channel ?? '',
    lines: order.lines.map((line, at) => textOfLine(line, at, sign, currency)),
    discount: order.discountFen === 0 ? '' : decimal(sign * order.discountFen, places),
    paid: order.paidFen === undefined ? '' : decimal(order.paidFen, places),
    note: order.note ?? '',
    purchases: order.opening?.purchases?.toString() ?? '',
  };
}

export function textOfLine(
  { text, qtyMilli, unitPriceFen, amountFen }: OrderLine,
  of: LineText['of'],
  sign: 1 | -1,
  currency: Currency,
): LineText {
  const places = placesOf(currency);
  return {
    of,
    text,
    qty: decimal(sign * qtyMilli, 3),
    price: unitPriceFen === undefined ? '' : decimal(unitPriceFen, places),
    amount: decimal(sign * amountFen, places),
  };
}

/**
 * A line after something was typed into it: quantity and price make the amount, and an amount that is typed makes the price, or
 * empties it where none makes that amount.
 */
export function typeInLine(line: LineText, by: Partial<LineText>, currency: Currency): LineText {
  const next = { ...line, ...by };
  const places = placesOf(currency);
  const qty = readQuantity(next.qty);
  const [price, amount] = [readOwnMoney(next.price, currency), readOwnMoney(next.amount, currency)];
  if (by.amount !== undefined) {
    if (next.price === '' || amount === undefined) return next;
    const exact = qty === undefined || qty === 0 ? Number.NaN : (amount * 1000) / qty;
    return { ...next, price: Number.isSafeInteger(exact) ? decimal(exact, places) : '' };
  }
  if ((by.qty === undefined && by.price === undefined) || qty === undefined || price === undefined) return next;
  const fen = amountOf(qty, price);
  return fen === undefined ? next : { ...next, amount: decimal(fen, places) };
}

/**
 * A line that became one of goods sold before. Their price comes along where nothing was typed that it would replace: neither a price,
 * unless it came with other goods (`offered`), nor an amount.
 */
export function takeGoods(
  line: LineText,
  { name, priceFen }: { name: string; priceFen: number | null },
  currency: Currency,
  offered?: string,
): LineText {
  const isFree = line.price === '' ? line.amount === '' : line.price === offered;
  const price = isFree && priceFen !== null ? { price: decimal(priceFen, placesOf(currency)) } : {};
  return typeInLine(line, { text: name, ...price }, currency);
}

/** As it is stored, half away from zero; `undefined` beyond what is counted exactly. */
export function amountOf(qtyMilli: number, priceFen: number): number | undefined {
  const product = qtyMilli * priceFen;
  return Number.isSafeInteger(product) ? Math.sign(product) * Math.round(Math.abs(product) / 1000) : undefined;
}

/** An amount in the archive's currency; other money is none. */
export function readOwnMoney(text: string, currency: Currency): number | undefined {
  const money = readMoney(text, currency);
  return money?.isForeign === false ? money.fen : undefined;
}

/** `value` × 10^-`places` without needless zeros. */
function decimal(value: number, places: number): string {
  const digits = String(Math.abs(value)).padStart(places + 1, '0');
  const text = `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/, '');
  return value < 0 ? `-${text}` : text;
}

/** What the boxes come to, as they are written; `undefined` while one of them is no amount. */
export function totalOf(
  { lines, discount }: Pick<OrderText, 'lines' | 'discount'>,
  currency: Currency,
): number | undefined {
  let total = 0;
  for (const line of lines) if (!isEmpty(line)) total += readOwnMoney(line.amount, currency) ?? Number.NaN;
  if (discount.trim() !== '') total -= readOwnMoney(discount, currency) ?? Number.NaN;
  return Number.isSafeInteger(total) ? total : undefined;
}
