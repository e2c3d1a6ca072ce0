import { isShortened } from '../formats/values/lost-values.ts';
import { readMoney, type Money } from '../money/read-money.ts';
import type { Field } from './fields.ts';
import type { Cell, RowReader } from './row-reader.ts';

/** The amount of a field as it is stored. Nothing is converted: that another currency was written is noted. */
export function readMoneyOf(row: RowReader, field: Field): number | undefined {
  const cell = row.first(field);
  if (!cell) return undefined;
  const money = readMoneyIn(row, cell);
  if (!money) row.refuse('choice/unknown', cell);
  return money?.fen;
}

/** What a cell says in money, in the currency of the archive or, which is noted, of its own or its column's. */
export function readMoneyIn(row: RowReader, { column, text }: Cell): Money | undefined {
  const { currency } = row.options;
  const money = readMoney(text, currency);
  if (money && isShortened(text)) row.warn('money/shortened', column, { value: text });
  if (money?.isForeign) row.warn('money/foreign', column, { value: text, currency });
  else if (money && row.columns.foreign.has(column)) {
    row.warn('money/foreign', column, { value: `${text} ${row.columns.foreign.get(column) ?? ''}`, currency });
  }
  return money;
}
