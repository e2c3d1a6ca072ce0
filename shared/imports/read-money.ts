import { readMoney } from '../formats/values/numbers.ts';
import type { Field } from './fields.ts';
import type { RowReader } from './row-reader.ts';

/** The amount of a field in fen. Nothing is converted: that another currency was written is noted. */
export function readMoneyOf(row: RowReader, field: Field): number | undefined {
  return row.choice(field, (text) => {
    const money = readMoney(text);
    if (money?.isForeign) row.warn('money/foreign', row.first(field)?.column, { value: text });
    return money?.fen;
  });
}
