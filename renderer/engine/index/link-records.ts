import { linkRecordOf, type LinkRecord } from '#shared/linkage/link-record.ts';
import { customerKinds } from '#shared/domain/customer/customer.ts';
import type { Columns } from './columns.ts';
import { unpackYearlyDate } from './occasions.ts';

/** Who a customer is, as far as the columns tell it: nothing has to be opened. */
export function linkRecordAt(columns: Columns, index: number): LinkRecord {
  const { texts, numbers, details, classes } = columns;
  const lines = (text: string | undefined) => (text ? text.split('\n') : []);
  const region = classes.valueOf(numbers.regionFact[index] ?? 0);
  return linkRecordOf({
    name: texts.name[index] ?? '',
    reading: (texts.sortName[index] ?? '').split('\0')[0] ?? '',
    aliases: lines(details.textOf('aliases', index)),
    isPerson: customerKinds[numbers.kind[index] ?? 0] === 'person',
    code: texts.code[index] ?? '',
    uscc: details.textOf('uscc', index),
    phones: (texts.phoneDigits[index] ?? '').split(' '),
    emails: lines(texts.email[index]),
    ims: lines(texts.im[index]),
    addresses: lines(texts.address[index]),
    birthday: birthdayAt(columns, index),
    city: region === 'unknown' ? '' : region,
  });
}

/** The customer's own birthday, which bears no label: calendar, year and day. */
function birthdayAt({ lists, labels }: Columns, index: number): string {
  const { occasions } = lists;
  const own = labels.find('');
  const start = occasions.start(index);
  for (let at = start; at < start + occasions.count(index); at += 1) {
    if (occasions.array(1)[at] !== own) continue;
    const { calendar, year = 0, month, day } = unpackYearlyDate(occasions.array(0)[at] ?? 0);
    const two = (number: number) => String(number).padStart(2, '0');
    return `${calendar} ${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  }
  return '';
}
