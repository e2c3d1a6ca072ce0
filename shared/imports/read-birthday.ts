import type { YearlyDate } from '../domain/customer/customer.ts';
import { readYearlyDate } from '../formats/values/yearly-dates.ts';
import { readCalendar } from './choices.ts';
import type { RowReader } from './row-reader.ts';

/** A birthday, in the calendar that the row says. Two digits of a year never mean one to come. */
export function readBirthday(row: RowReader): YearlyDate | undefined {
  const cell = row.first('birthday');
  if (!cell) return undefined;
  const calendar = readCalendar(row.text('birthdayCalendar'));
  const date = readYearlyDate(cell.text, row.dateOptions(cell.column), calendar);
  if (!date) {
    row.refuse('birthday/unreadable', cell);
    return undefined;
  }
  const thisYear = Number(row.options.today.slice(0, 4));
  return date.year !== undefined && date.year > thisYear ? { ...date, year: date.year - 100 } : date;
}
