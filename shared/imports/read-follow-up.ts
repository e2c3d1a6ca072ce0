import type { LocalTime } from '../domain/record.ts';
import { readDate } from '../formats/values/dates.ts';
import { translate } from '../i18n/translate.ts';
import type { Field } from './fields.ts';
import type { RowReader } from './row-reader.ts';

export interface PlannedFollowUp {
  due: LocalTime;
  title: string;
}

/** A planned next contact: a date, perhaps with words behind it (`12月3日前` is no date and is kept as text). */
export function readFollowUp(row: RowReader, field: Field, titleField: Field | undefined): PlannedFollowUp | undefined {
  const cell = row.first(field);
  if (!cell) return undefined;
  const title = (titleField && row.text(titleField)) || translate(row.options.language, 'import.followUpTitle');
  const options = row.dateOptions(cell.column);
  const whole = readDate(cell.text, options);
  if (whole) return { due: whole, title: title.slice(0, 300) };
  const [, date = '', words = ''] = /^(\S+(?:\s+\d{1,2}:\d{2})?)\s+(.+)$/s.exec(cell.text) ?? [];
  const due = readDate(date, options);
  if (due) return { due, title: words.slice(0, 300) };
  row.refuse('date/unreadable', cell);
  return undefined;
}
