import { linkRecordOf, type LinkRecord } from '#shared/linkage/link-record.ts';
import { customerKinds } from '#shared/domain/customer/customer.ts';
import { birthdayText, placeText } from '#shared/linkage/link-source.ts';
import type { Columns } from '../columns/columns.ts';
import { peopleOf } from './link-people.ts';
import { unpackYearlyDate } from '../columns/occasions.ts';

/** Who a customer is, as far as the columns tell it: nothing has to be opened. */
export function linkRecordAt(columns: Columns, index: number): LinkRecord {
  const { texts, numbers, details, classes } = columns;
  const lines = (text: string) => (text === '' ? [] : text.split('\n'));
  const people = peopleOf(texts.people.at(index));
  return linkRecordOf({
    name: texts.name.at(index),
    reading: texts.sortName.at(index).split('\0')[0] ?? '',
    aliases: lines(details.textOf('aliases', index)),
    isPerson: customerKinds[numbers.kind[index] ?? 0] === 'person',
    codes: [texts.code.at(index), ...lines(details.textOf('formerCodes', index))],
    uscc: details.textOf('uscc', index),
    phones: texts.phoneDigits.at(index).split(' '),
    emails: [...lines(texts.email.at(index)), ...people.flatMap(({ emails }) => emails)],
    ims: [...lines(texts.im.at(index)), ...people.flatMap(({ ims }) => ims)],
    people: people.map(({ name }) => name),
    addresses: lines(texts.address.at(index)),
    birthday: birthdayAt(columns, index),
    city: placeText(classes.valueOf(numbers.regionFact[index] ?? 0)),
  });
}

/** The customer's own birthday, which bears no label. */
function birthdayAt({ lists, labels }: Columns, index: number): string {
  const { occasions } = lists;
  const own = labels.find('');
  const start = occasions.start(index);
  for (let at = start; at < start + occasions.count(index); at += 1) {
    if (occasions.array(1)[at] === own) return birthdayText(unpackYearlyDate(occasions.array(0)[at] ?? 0));
  }
  return '';
}
