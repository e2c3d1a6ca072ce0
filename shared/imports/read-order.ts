import type { OrderType } from '../domain/order/order.ts';
import type { LocalTime } from '../domain/record.ts';
import { readDiscountRate, readQuantity } from '../formats/values/numbers.ts';
import { readOrderType } from './choices.ts';
import { readBuyer, type Buyer } from './read-buyer.ts';
import { readMoneyIn, readMoneyOf } from './read-money.ts';
import { RowReader, type Cell, type Columns, type ReadOptions } from './row-reader.ts';
import type { Problem } from './problems.ts';

/** One line of an order, with what its row says about the whole order. */
export interface OrderRow {
  no: string;
  buyer: Buyer;
  date: LocalTime | undefined;
  type: OrderType;
  refNo: string;
  sku: string;
  product: string;
  unit: string;
  qtyMilli: number;
  unitPriceFen: number | undefined;
  amountFen: number;
  /** Taken off the whole order; stands once, or on every row for its line. */
  discountFen: number;
  paidFen: number | undefined;
  channel: string;
  note: string;
  problems: Problem[];
}

/**
 * Fills down what spreadsheets print only in the first row of an order: a row with goods but without number, date and
 * customer continues the row before it. Changes nothing else.
 */
export function fillDownOrder(
  cells: readonly string[],
  before: readonly string[] | undefined,
  columns: Columns,
): readonly string[] {
  if (!before) return cells;
  const has = (...fields: Parameters<typeof columns.byField.get>[0][]) =>
    fields.some((field) => columns.byField.get(field)?.some((column) => (cells[column] ?? '').trim() !== ''));
  if (
    !columns.byField.has('no') ||
    has('no', 'date', 'customerName', 'customerPhone', 'customerCode') ||
    !has('product', 'sku')
  )
    return cells;
  const filled = [...cells];
  for (const field of [
    'no',
    'date',
    'customerName',
    'customerPhone',
    'customerCode',
    'type',
    'refNo',
    'orderChannel',
  ] as const) {
    for (const column of columns.byField.get(field) ?? []) {
      while (filled.length <= column) filled.push('');
      filled[column] = before[column] ?? '';
    }
  }
  return filled;
}

export function readOrder(cells: readonly string[], columns: Columns, options: ReadOptions): OrderRow {
  const row = new RowReader(cells, columns, options);
  const buyer = readBuyer(row);
  const date = row.date('date');
  if (!date && !row.first('date')) row.fail('order/no-date');
  else if (!date) row.fail('order/bad-date', row.first('date')?.column, { value: row.text('date') });
  else if (date.slice(0, 10) > options.today) row.warn('date/future', row.first('date')?.column, { value: date });
  const written = row.choice('type', readOrderType);
  const amounts = readAmounts(row, written);
  const product = row.fitted('product', 300) ?? '';
  const sku = row.identifier('sku', 60) ?? '';
  return {
    no: row.identifier('no', 60) ?? '',
    buyer,
    date,
    refNo: row.identifier('refNo', 60) ?? '',
    sku,
    product: product || sku,
    unit: row.fitted('unit', 20) ?? '',
    ...amounts,
    paidFen: readMoneyOf(row, 'paid'),
    channel: row.fitted('orderChannel', 60) ?? '',
    note: [...row.all('note').map((cell) => cell.text), ...row.leftovers()].join('\n').slice(0, 5000),
    problems: row.problems,
  };
}

type Amounts = Pick<OrderRow, 'type' | 'qtyMilli' | 'unitPriceFen' | 'amountFen' | 'discountFen'>;

/**
 * The numbers of a line. Amount × sign: a refund is negative however it is written, and a negative amount without a type
 * is a refund. Without an amount, quantity × price; a gift may have neither.
 */
function readAmounts(row: RowReader, written: OrderType | undefined): Amounts {
  const qty = row.choice('qty', readQuantity);
  const unitPriceFen = readMoneyOf(row, 'unitPrice');
  const gross = unitPriceFen === undefined ? undefined : Math.round((unitPriceFen * (qty ?? 1000)) / 1000);
  const net = readAmount(row, 'netAmount');
  const amount = readAmount(row, 'amount');
  const discountFen = readDiscount(row, gross ?? amount ?? 0);
  const base = amount ?? (net === undefined ? gross : net + discountFen);
  const isBroken = row.problems.some((problem) => problem.severity === 'error');
  if (base === undefined && written !== 'gift' && !isBroken) row.fail('order/no-amount');
  const type = written ?? ((base ?? 0) < 0 ? 'refund' : 'sale');
  // The column may hold the amount before or after the discount; the price tells which.
  const isNet =
    gross !== undefined &&
    amount !== undefined &&
    discountFen !== 0 &&
    Math.abs(Math.abs(gross) - discountFen - Math.abs(amount)) <= 1;
  const line = isNet && gross !== undefined ? gross : (base ?? 0);
  if (gross !== undefined && !isNet && Math.abs(Math.abs(gross) - Math.abs(line)) > 1) {
    row.warn('order/amount-mismatch', row.first('amount')?.column, { value: row.text('amount') });
  }
  const sign = type === 'refund' ? -1 : 1;
  const signed = (value: number) => (type === 'refund' ? sign * Math.abs(value) : value);
  return {
    type,
    qtyMilli: signed(qty ?? 1000),
    unitPriceFen,
    amountFen: signed(line) + 0,
    discountFen: signed(discountFen) + 0,
  };
}

function readAmount(row: RowReader, field: 'amount' | 'netAmount'): number | undefined {
  const cell = row.first(field);
  if (!cell) return undefined;
  const money = readMoneyIn(row, cell);
  if (!money) {
    row.fail('order/bad-amount', cell.column, { value: cell.text });
    return undefined;
  }
  return money.fen;
}

/** An amount of money, or a rate (`9折`, `15%`, `0.9` under a header such as 折扣率) of what is sold. */
function readDiscount(row: RowReader, gross: number): number {
  const cell = row.first('discount');
  if (!cell) return 0;
  const rate = readRate(row, cell);
  if (rate !== undefined) return Math.round((Math.abs(gross) * rate) / 1000);
  const money = readMoneyIn(row, cell);
  if (!money) row.refuse('choice/unknown', cell);
  return Math.abs(money?.fen ?? 0);
}

function readRate(row: RowReader, cell: Cell): number | undefined {
  const rate = readDiscountRate(cell.text);
  if (rate !== undefined || !/折|率|rate/i.test(row.columns.header[cell.column] ?? '')) return rate;
  const share = readQuantity(cell.text);
  return share !== undefined && share > 0 && share <= 1000 ? 1000 - share : undefined;
}
