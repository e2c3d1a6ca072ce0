import { fromEpochDay, toEpochDay, type EpochDay } from '#shared/calendar/day.ts';
import { projectDues } from '#shared/calendar/recurrence.ts';
import type { WorkCalendar } from '#shared/calendar/work-calendar.ts';
import type { LocalDate } from '#shared/domain/record.ts';
import type { CalendarDay, CalendarItem } from '../api.ts';
import type { Columns } from '../index/columns.ts';
import { dueRecurs, minutesPerDay } from '../index/column-layout.ts';
import type { CustomerIndex } from '../index/customer-index.ts';
import { createOccasionFinder, unpackYearlyDate } from '../index/occasions.ts';

/** Entries of a day that are sent; the rest is counted. */
const mostItems = 100;

/** What lies on each day from `from` to `to`: open follow-ups and their repeats, birthdays, contacts that were made. */
export function calendarDays(
  index: CustomerIndex,
  from: LocalDate,
  to: LocalDate,
  workCalendar: WorkCalendar,
): CalendarDay[] {
  const [first, last] = [toEpochDay(from), toEpochDay(to)];
  const days: CalendarDay[] = [];
  for (let day = first; day <= last; day += 1) days.push({ day: fromEpochDay(day), items: [], more: 0 });
  const add = (day: EpochDay, item: () => CalendarItem) => {
    const cell = days[day - first];
    if (!cell) return;
    if (cell.items.length < mostItems) cell.items.push(item());
    else cell.more += 1;
  };
  const { columns } = index;
  const present: number[] = [];
  for (let at = 0; at < columns.count; at += 1)
    if (columns.isAlive(at) && !columns.numbers.deleted[at]) present.push(at);
  // What has to be done comes first, so that a busy day does not hide it.
  addFollowUps(columns, present, from, to, workCalendar, add);
  addBirthdays(columns, present, first, last, add);
  addContacts(columns, present, first, last, add);
  return days;
}

type Add = (day: EpochDay, item: () => CalendarItem) => void;

function nameOf(columns: Columns, at: number) {
  return { customerId: columns.idOf(at), customerName: columns.texts.name[at] ?? '' };
}

function addBirthdays(columns: Columns, present: readonly number[], first: EpochDay, last: EpochDay, add: Add): void {
  const daysOf = createOccasionFinder(first, last);
  const list = columns.lists.occasions;
  const [dates, labels] = [list.array(0), list.array(1)];
  for (const at of present) {
    for (let entry = list.start(at); entry < list.start(at) + list.count(at); entry += 1) {
      const packed = dates[entry] ?? 0;
      for (const day of daysOf(packed)) {
        const label = columns.labels.valueOf(labels[entry] ?? 0);
        add(day, () => ({ type: 'birthday', ...nameOf(columns, at), label, date: unpackYearlyDate(packed) }));
      }
    }
  }
}

function addFollowUps(
  columns: Columns,
  present: readonly number[],
  from: LocalDate,
  to: LocalDate,
  workCalendar: WorkCalendar,
  add: Add,
): void {
  const { dues } = columns.lists;
  const [fromMinute, toMinute] = [toEpochDay(from) * minutesPerDay, (toEpochDay(to) + 1) * minutesPerDay];
  const found: { minute: number; item: CalendarItem }[] = [];
  for (const at of present) {
    let isWanted = false;
    for (let entry = dues.start(at); entry < dues.start(at) + dues.count(at); entry += 1) {
      const minute = dues.array(0)[entry] ?? 0;
      const recurs = ((dues.array(1)[entry] ?? 0) & dueRecurs) !== 0;
      isWanted ||= minute < toMinute && (recurs || minute >= fromMinute);
    }
    if (!isWanted) continue;
    for (const followUp of columns.openFollowUps(at)) {
      const push = (due: string, projected: boolean) => {
        const item: CalendarItem = {
          type: 'follow-up',
          ...nameOf(columns, at),
          followUp: { ...followUp, due },
          projected,
        };
        found.push({ minute: toEpochDay(due) * minutesPerDay + timeOf(due), item });
      };
      if (followUp.due.slice(0, 10) >= from && followUp.due.slice(0, 10) <= to) push(followUp.due, false);
      for (const due of projectDues(followUp, from, to, workCalendar)) push(due, true);
    }
  }
  found.sort((a, b) => a.minute - b.minute);
  for (const { minute, item } of found) add(Math.floor(minute / minutesPerDay), () => item);
}

function timeOf(due: string): number {
  return due.length > 10 ? Number(due.slice(11, 13)) * 60 + Number(due.slice(14, 16)) : 0;
}

function addContacts(columns: Columns, present: readonly number[], first: EpochDay, last: EpochDay, add: Add): void {
  const list = columns.lists.contacts;
  const days = list.array(0);
  for (const at of present) {
    const end = list.start(at) + list.count(at);
    for (let entry = list.start(at); entry < end; ) {
      const day = days[entry] ?? 0;
      let count = 0;
      for (; entry < end && days[entry] === day; entry += 1) count += 1;
      if (day < first || day > last) continue;
      add(day, () => ({ type: 'interaction', ...nameOf(columns, at), count }));
    }
  }
}
