import { readFieldValue, type ReadWorld } from '../../custom-fields/values.ts';
import { currencyNamedIn, namesCurrency } from '../../money/read-money.ts';

export type GuessedType = 'text' | 'number' | 'money' | 'date';

/** What only amounts end in: `1.2万`. */
const largeUnit = /[万亿]$/u;
const dateLabel = /日期|时间|date/iu;
/** What a spreadsheet counts as a day may as well be a number of something: 45012. */
const writtenAsDate = /\d\s*[-/.年]\s*\d/u;
const moneyLabel = /金额|欠款|应收|余额|消费$|货款|balance|outstanding|amount ?(?:due|owed)|spen[dt]$|lifetimevalue/iu;

/**
 * What a column becomes that the archive has no field for: money or dates where every one of its cells reads as such, so that it can be
 * ordered and filtered by; else text. A mere number may be a code and stays text; under a heading that names another currency than the
 * archive's, it is no amount of the archive's but a number.
 */
export function guessFieldType(label: string, values: readonly string[], world: ReadWorld): GuessedType {
  const isAll = (type: GuessedType) =>
    values.length > 0 && values.every((text) => !('problem' in readFieldValue({ type, options: [] }, text, world)));
  const looksLikeMoney =
    moneyLabel.test(label) || values.some((text) => largeUnit.test(text.trim()) || namesCurrency(text));
  const named = currencyNamedIn(label);
  if (named !== undefined && named !== world.currency) return isAll('number') ? 'number' : 'text';
  if (looksLikeMoney && isAll('money')) return 'money';
  const looksLikeDates = dateLabel.test(label) || values.every((text) => writtenAsDate.test(text));
  return looksLikeDates && isAll('date') ? 'date' : 'text';
}
