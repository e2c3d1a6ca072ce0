import { readFieldValue } from '../../custom-fields/values.ts';
import type { LocalDate } from '../../domain/record.ts';

export type GuessedType = 'text' | 'money' | 'date';

/** A currency in front, or the unit behind: `¥3,200`, `1.2万`, `860元`. */
const moneyMark = /^[-\s]*[¥￥]|[万亿元]$/u;
const dateLabel = /日期|时间|date/iu;
/** What a spreadsheet counts as a day may as well be a number of something: 45012. */
const writtenAsDate = /\d\s*[-/.年]\s*\d/u;
const moneyLabel = /金额|欠款|应收|余额|消费$|货款|balance|outstanding|spen[dt]$|lifetimevalue/iu;

/**
 * What a column becomes that the archive has no field for: money or dates where every one of its cells reads as such, so that it can be
 * ordered and filtered by; else text. A mere number may be a code and stays text.
 */
export function guessFieldType(label: string, values: readonly string[], today: LocalDate): GuessedType {
  const isAll = (type: GuessedType) =>
    values.length > 0 && values.every((text) => !('problem' in readFieldValue({ type, options: [] }, text, today)));
  const looksLikeMoney = moneyLabel.test(label) || values.some((text) => moneyMark.test(text.trim()));
  if (looksLikeMoney && isAll('money')) return 'money';
  const looksLikeDates = dateLabel.test(label) || values.every((text) => writtenAsDate.test(text));
  return looksLikeDates && isAll('date') ? 'date' : 'text';
}
