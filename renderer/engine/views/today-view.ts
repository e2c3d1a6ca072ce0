import { fromEpochDay, isoWeekday, type EpochDay } from '#shared/calendar/day.ts';
import { isRecurring, missedInstances } from '#shared/calendar/recurrence.ts';
import { turnsOn } from '#shared/calendar/yearly.ts';
import { valueRank } from '#shared/classify/cut-points.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import { scoreFollowUp, urgencyOf } from '#shared/domain/follow-up/score-follow-up.ts';
import { suggestCadenceDays } from '#shared/domain/follow-up/suggest-cadence.ts';
import type { CustomerRow, TodayCustomer, TodayItem, TodayView } from '../api.ts';
import { dueOf, minuteOf, minutesPerDay, none } from '../index/columns/column-layout.ts';
import type { Columns } from '../index/columns/columns.ts';
import type { CustomerIndex } from '../index/customer-index.ts';
import { rowOf } from '../index/columns/customer-row.ts';
import { countChecks } from './check-up-view.ts';
import { createOccasionFinder, unpackYearlyDate } from '../index/columns/occasions.ts';

/** Entries of a list at most; nobody works through more in a day, and the customer list shows all of them. */
const mostItems = 500;
/** Read in one step. */
const itemsAtOnce = 100;
const birthdayDays = 7;
const mostNeglected = 10;
/** Days back over which punctuality is measured. */
const punctualityDays = 30;

/**
 * Who to contact today and why. `closedSince` is the first day on which Kebu was not open, up to yesterday: what fell due
 * from then on was missed. It takes long where there are many: in steps, between which others can be answered; what they see
 * must not change meanwhile.
 */
export function* todayView(index: CustomerIndex, closedSince: EpochDay | null): Generator<void, TodayView> {
  const { today } = index;
  const items = yield* dueItems(index);
  const isPromise = ({ followUp }: TodayItem) => followUp.kind === 'promise';
  const isMissed = ({ daysOverdue }: TodayItem) =>
    daysOverdue > 0 && closedSince !== null && today - daysOverdue >= closedSince;
  const others = items.filter((item) => !isPromise(item));
  const birthdays = upcomingBirthdays(index);
  yield;
  const neglected = neglectedCustomers(index);
  yield;
  return {
    today: fromEpochDay(today),
    promises: items.filter(isPromise).slice(0, mostItems),
    due: others.filter((item) => !isMissed(item)).slice(0, mostItems),
    missed: others.filter(isMissed).slice(0, mostItems),
    birthdays,
    neglected,
    checksDue: countChecks(index),
    ...doneCounts(index),
  };
}

/** Everybody's are weighed by the columns; only those that are shown are read. */
function* dueItems(index: CustomerIndex): Generator<void, TodayItem[]> {
  const { columns, today, classifier } = index;
  const { nextDueMin, deleted, lastContactDay, revenueFen, unanswered } = columns.numbers;
  const { dues } = columns.lists;
  const [minutes, flags] = [dues.array(0), dues.array(1)];
  const before = (today + 1) * minutesPerDay;
  const found: { at: number; nth: number; score: number; lastContact: number }[] = [];
  for (let at = 0; at < columns.count; at += 1) {
    const next = nextDueMin[at] ?? none;
    if (next === none || next >= before || deleted[at] || !columns.isAlive(at)) continue;
    const customer = {
      value: columns.classOf(at, 'value'),
      lifecycle: columns.classOf(at, 'lifecycle'),
      risk: columns.classOf(at, 'risk'),
      valueRank: valueRank(classifier.cutPoints, revenueFen[at] ?? 0),
      unanswered: unanswered[at] === 1,
    };
    const start = dues.start(at);
    for (let nth = 0; nth < dues.count(at); nth += 1) {
      const minute = minutes[start + nth] ?? 0;
      if (minute >= before) break;
      const daysOverdue = today - Math.floor(minute / minutesPerDay);
      const score = urgencyOf({ ...customer, ...dueOf(flags[start + nth] ?? 0), daysOverdue });
      found.push({ at, nth, score, lastContact: lastContactDay[at] ?? none });
    }
  }
  found.sort((a, b) => b.score - a.score || a.lastContact - b.lastContact);
  const read = new Map<number, { customer: TodayCustomer; followUps: FollowUp[] }>();
  const items: TodayItem[] = [];
  for (const [place, { at, nth }] of found.slice(0, 3 * mostItems).entries()) {
    if (place % itemsAtOnce === 0) yield;
    const { customer, followUps } = read.get(at) ?? {
      customer: customerOf(columns, at),
      followUps: columns.openFollowUps(at),
    };
    read.set(at, { customer, followUps });
    const followUp = followUps[nth];
    if (followUp) items.push({ customer, ...itemOf(index, at, followUp) });
  }
  return items;
}

function customerOf(columns: Columns, at: number): TodayCustomer {
  const { name, organization, phone } = columns.texts;
  return {
    id: columns.idOf(at),
    name: name.at(at),
    organization: organization.at(at),
    phone: phone.at(at),
    value: columns.classOf(at, 'value'),
  };
}

function itemOf(index: CustomerIndex, at: number, followUp: FollowUp): Omit<TodayItem, 'customer'> {
  const { columns, today, classifier } = index;
  const { id, title, due, kind, channel, priority, putOffReason } = followUp;
  const daysOverdue = today - Math.floor(minuteOf(due) / minutesPerDay);
  const lastContact = columns.numbers.lastContactDay[at] ?? none;
  const { score, why } = scoreFollowUp({
    kind,
    priority,
    daysOverdue,
    missed: missedInstances(followUp, fromEpochDay(today)),
    value: columns.classOf(at, 'value'),
    lifecycle: columns.classOf(at, 'lifecycle'),
    risk: columns.classOf(at, 'risk'),
    valueRank: valueRank(classifier.cutPoints, columns.numbers.revenueFen[at] ?? 0),
    daysSinceContact: lastContact === none ? null : today - lastContact,
    unanswered: columns.numbers.unanswered[at] === 1,
  });
  const shown = { id, title, due, kind, channel, recurring: isRecurring(followUp), putOffReason };
  return { followUp: shown, daysOverdue, why, score };
}

function upcomingBirthdays(index: CustomerIndex): TodayView['birthdays'] {
  const { columns, today } = index;
  const daysOf = createOccasionFinder(today, today + birthdayDays - 1);
  const list = columns.lists.occasions;
  const found: { at: number; entry: number; on: EpochDay }[] = [];
  for (let at = 0; at < columns.count; at += 1) {
    if (columns.numbers.deleted[at] || !columns.isAlive(at)) continue;
    const start = list.start(at);
    for (let entry = start; entry < start + list.count(at); entry += 1) {
      for (const on of daysOf(list.array(0)[entry] ?? 0)) found.push({ at, entry, on });
    }
  }
  found.sort(
    (a, b) => a.on - b.on || (columns.numbers.revenueFen[b.at] ?? 0) - (columns.numbers.revenueFen[a.at] ?? 0),
  );
  return found.slice(0, mostItems).map(({ at, entry, on }) => {
    const date = unpackYearlyDate(list.array(0)[entry] ?? 0);
    const label = columns.labels.valueOf(list.array(1)[entry] ?? 0);
    return {
      customer: { id: columns.idOf(at), name: columns.texts.name.at(at) },
      label,
      date,
      on: fromEpochDay(on),
      turns: turnsOn(date, on),
    };
  });
}

/** Customers of high or medium value without a plan whose rhythm has passed, the most valuable first. */
function neglectedCustomers({ columns, today }: CustomerIndex): CustomerRow[] {
  const neglected: number[] = [];
  for (let at = 0; at < columns.count; at += 1) {
    if (!columns.isAlive(at) || columns.numbers.deleted[at] || columns.numbers.nextDueMin[at] !== none) continue;
    const value = columns.classOf(at, 'value');
    if (value !== 'high' && value !== 'medium') continue;
    const lastContact = columns.numbers.lastContactDay[at] ?? none;
    if (today - lastContact > suggestCadenceDays(value, columns.classOf(at, 'lifecycle'))) neglected.push(at);
  }
  const revenue = columns.numbers.revenueFen;
  neglected.sort((a, b) => (revenue[b] ?? 0) - (revenue[a] ?? 0));
  return neglected.slice(0, mostNeglected).map((at) => rowOf(columns, at));
}

/** What was done today and since Monday; and of what fell due within 30 days, the share done by its day. */
function doneCounts({
  columns,
  today,
}: CustomerIndex): Pick<TodayView, 'doneToday' | 'doneThisWeek' | 'onTimePercent'> {
  const monday = today - isoWeekday(today) + 1;
  const { done, dues } = columns.lists;
  let doneToday = 0;
  let doneThisWeek = 0;
  let fellDue = 0;
  let onTime = 0;
  for (let at = 0; at < columns.count; at += 1) {
    if (!columns.isAlive(at) || columns.numbers.deleted[at]) continue;
    for (let entry = done.start(at); entry < done.start(at) + done.count(at); entry += 1) {
      const dueDay = done.array(0)[entry] ?? 0;
      const doneDay = done.array(1)[entry] ?? 0;
      if (doneDay === today) doneToday += 1;
      if (doneDay >= monday && doneDay <= today) doneThisWeek += 1;
      if (dueDay <= today - punctualityDays || dueDay > today) continue;
      fellDue += 1;
      if (doneDay <= dueDay) onTime += 1;
    }
    for (let entry = dues.start(at); entry < dues.start(at) + dues.count(at); entry += 1) {
      const dueDay = Math.floor((dues.array(0)[entry] ?? 0) / minutesPerDay);
      if (dueDay > today - punctualityDays && dueDay < today) fellDue += 1;
    }
  }
  return { doneToday, doneThisWeek, onTimePercent: fellDue === 0 ? null : Math.round((onTime / fellDue) * 100) };
}

/** Open follow-ups due today or before, outside the bin. */
export function countDue({ columns, today }: CustomerIndex): number {
  const before = (today + 1) * minutesPerDay;
  const { dues } = columns.lists;
  let count = 0;
  for (let at = 0; at < columns.count; at += 1) {
    const next = columns.numbers.nextDueMin[at] ?? none;
    if (next === none || next >= before || columns.numbers.deleted[at] || !columns.isAlive(at)) continue;
    for (let entry = dues.start(at); entry < dues.start(at) + dues.count(at); entry += 1) {
      if ((dues.array(0)[entry] ?? 0) < before) count += 1;
    }
  }
  return count;
}
