import { fromEpochDay, toEpochDay, type EpochDay } from '#shared/calendar/day.ts';
import { projectDues } from '#shared/calendar/recurrence.ts';
import type { WorkCalendar } from '#shared/calendar/work-calendar.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import type { LocalDate } from '#shared/domain/record.ts';
import type { CalendarDay, CalendarItem } from '../api.ts';
import type { Columns } from '../index/columns/columns.ts';
import { dueRecurs, minutesPerDay } from '../index/columns/column-layout.ts';
import type { CustomerIndex } from '../index/customer-index.ts';
import { createOccasionFinder, unpackYearlyDate } from '../index/columns/occasions.ts';

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
  addFollowUps(columns, present, from, to, workCalendar, days);
  addBirthdays(columns, present, first, last, add);
  addContacts(columns, present, first, last, add);
  return days;
}

type Add = (day: EpochDay, item: () => CalendarItem) => void;

function nameOf(columns: Columns, at: number) {
  return { customerId: columns.idOf(at), customerName: columns.texts.name.at(at) };
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

/** A follow-up of a customer by its place there, or a repeat of it that is made already. */
interface FoundDue {
  minute: number;
  at: number;
  nth: number;
  repeat?: FollowUp;
}

/** The earliest of a day, as far as they are shown. A month may have fifty thousand: the others are only counted. */
class EarliestDues {
  #found: FoundDue[] = [];
  #count = 0;

  add(due: FoundDue): void {
    this.#count += 1;
    if (this.#found.push(due) >= 4 * mostItems) this.#found = this.shown();
  }

  get count(): number {
    return this.#count;
  }

  /** The first of them by time. */
  shown(): FoundDue[] {
    return this.#found.toSorted((a, b) => a.minute - b.minute).slice(0, mostItems);
  }
}

/** Only what recurs, and what is shown in the end, is read. */
function addFollowUps(
  columns: Columns,
  present: readonly number[],
  from: LocalDate,
  to: LocalDate,
  workCalendar: WorkCalendar,
  days: CalendarDay[],
): void {
  const { dues } = columns.lists;
  const [minutes, flags] = [dues.array(0), dues.array(1)];
  const [fromMinute, toMinute] = [toEpochDay(from) * minutesPerDay, (toEpochDay(to) + 1) * minutesPerDay];
  const found = days.map(() => new EarliestDues());
  const note = (due: FoundDue) => found[Math.floor((due.minute - fromMinute) / minutesPerDay)]?.add(due);
  for (const at of present) {
    const start = dues.start(at);
    for (let nth = 0; nth < dues.count(at); nth += 1) {
      const minute = minutes[start + nth] ?? 0;
      if (minute >= toMinute) break;
      if (minute >= fromMinute) note({ minute, at, nth });
      if (((flags[start + nth] ?? 0) & dueRecurs) === 0) continue;
      const followUp = columns.openFollowUps(at)[nth] as FollowUp;
      for (const due of projectDues(followUp, from, to, workCalendar)) {
        const projectedMinute = toEpochDay(due) * minutesPerDay + timeOf(due);
        note({ minute: projectedMinute, at, nth, repeat: { ...followUp, due } });
      }
    }
  }
  days.forEach((day, nth) => {
    const dues = found[nth];
    if (!dues) return;
    const shown = dues.shown();
    day.items = shown.flatMap(({ at, nth: ofCustomer, repeat }): CalendarItem[] => {
      const read = repeat ?? columns.openFollowUps(at)[ofCustomer];
      if (!read) return [];
      const { id, title, due, kind, status } = read;
      const followUp = { id, title, due, kind, status };
      return [{ type: 'follow-up', ...nameOf(columns, at), followUp, projected: repeat !== undefined }];
    });
    day.more = dues.count - shown.length;
  });
}

function timeOf(due: string): number {
  return due.length > 10 ? Number(due.slice(11, 13)) * 60 + Number(due.slice(14, 16)) : 0;
}

function addContacts(columns: Columns, present: readonly number[], first: EpochDay, last: EpochDay, add: Add): void {
  const list = columns.lists.contacts;
  const days = list.array(0);
  for (const at of present) {
    const start = list.start(at);
    // Days stand in order: the latest come last, and what lies before the span need not be looked at.
    for (let entry = start + list.count(at) - 1; entry >= start; ) {
      const day = days[entry] ?? 0;
      if (day < first) break;
      let count = 0;
      for (; entry >= start && days[entry] === day; entry -= 1) count += 1;
      if (day <= last) add(day, () => ({ type: 'interaction', ...nameOf(columns, at), count }));
    }
  }
}
