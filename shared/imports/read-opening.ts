import type { LocalTime } from '../domain/record.ts';
import { readMoneyOf } from './read-money.ts';
import type { RowReader } from './row-reader.ts';

/** All that was bought so far, as a list of customers tells it. */
export interface OpeningDraft {
  date: LocalTime;
  totalFen: number;
  purchases?: number;
}

/**
 * The last purchase and the total of a row. One without the other makes no opening sale and is kept as text; a total of nothing
 * says that nothing was bought.
 */
export function readOpening(row: RowReader): OpeningDraft | undefined {
  const [day, amount] = [row.first('lastPurchase'), row.first('totalSpent')];
  const totalFen = readMoneyOf(row, 'totalSpent');
  const date = row.date('lastPurchase');
  const count = row.choice('purchaseCount', readCount);
  if (totalFen === 0) return undefined;
  if (date !== undefined && totalFen !== undefined && totalFen > 0 && date.slice(0, 10) <= row.options.today) {
    return { date, totalFen, ...(count !== undefined && count > 0 && { purchases: count }) };
  }
  // What could not be read was kept when it was read.
  if (totalFen !== undefined && amount) row.refuse(date === undefined ? 'opening/no-day' : 'opening/no-sale', amount);
  if (date !== undefined && day) {
    if (totalFen === undefined) row.refuse('opening/no-total', day);
    else row.keep(day);
  }
  return undefined;
}

function readCount(text: string): number | undefined {
  const match = /^(\d{1,6})(?:\.0+)?\s*[次笔单]?$/.exec(text.replace(/,/g, ''));
  return match ? Number(match[1]) : undefined;
}
