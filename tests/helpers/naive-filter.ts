import { toEpochDay, type EpochDay } from '#shared/calendar/day.ts';
import { occurrences } from '#shared/calendar/yearly.ts';
import { dimensions, type ClassKey } from '#shared/domain/class-scheme/class-scheme.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { isContact } from '#shared/domain/interaction/is-contact.ts';
import { customIdOf } from '#shared/filter/fields.ts';
import { isGroup, type Condition, type Filter, type Test } from '#shared/filter/filter.ts';
import { foldText } from '#shared/match/text.ts';

/** A customer as somebody with paper and pencil would look at it. */
export interface Looked {
  dossier: Dossier;
  classes: Partial<Record<string, ClassKey>>;
  today: string;
}

/** What a filter means, decided record by record from the dossier: slow, and without anything of the engine. */
export function holdsNaively(filter: Filter, looked: Looked): boolean {
  if (isGroup(filter) && filter.parts.length === 0) return true;
  const plain = isGroup(filter)
    ? filter.join === 'and'
      ? filter.parts.every((part) => holdsNaively(part, looked))
      : filter.parts.some((part) => holdsNaively(part, looked))
    : conditionHolds(filter, looked);
  return filter.not === true ? !plain : plain;
}

function conditionHolds({ field, test, withinDays, named }: Condition, looked: Looked): boolean {
  const { dossier, classes } = looked;
  const { customer } = dossier;
  const today = toEpochDay(looked.today);
  if ((dimensions as readonly string[]).includes(field)) {
    const key = classes[field] ?? '';
    if (test.is === 'filled') return key !== 'unknown';
    return (
      test.is === 'any' &&
      test.of.some((each) => each === key || (field === 'region' && key.startsWith(each) && each.length === 2))
    );
  }
  if (field === 'bought') return valuesHold(boughtWithin(withinDays, looked), test, today);
  const way = field.endsWith('State') ? reachesOf(field, dossier) : null;
  if (way) {
    const states = way.map(({ status, verifiedAt }) => status ?? (verifiedAt === undefined ? 'unverified' : 'valid'));
    return valuesHold(states, test, today);
  }
  const days = daysOf(field, looked, named);
  if (days) {
    if (test.is === 'filled') return days.length > 0;
    const span = spanOf(test, today);
    return span !== null && days.some((day) => day >= span[0] && day <= span[1]);
  }
  const number = numberOf(field, withinDays, looked);
  if (number !== null) {
    if (test.is === 'filled') return number !== 0;
    return test.is === 'between' && number >= (test.min ?? -Infinity) && number <= (test.max ?? Infinity);
  }
  if (field === 'deleted') return test.is === 'yes' && customer.deletedAt !== undefined;
  if (field === 'words') {
    const words = [
      customer.note,
      ...dossier.interaction.map((each) => each.text),
      ...dossier.followUp.map((each) => each.title),
      ...dossier.order.flatMap(({ no, note, lines }) => [no, note, ...lines.map(({ text }) => text)]),
    ];
    return valuesHold(
      words.flatMap((each) => (each ? [each] : [])),
      test,
      today,
    );
  }
  return valuesHold(valuesOf(field, dossier), test, today);
}

function valuesOf(field: string, { customer }: Dossier): string[] {
  const customId = customIdOf(field);
  const read: unknown = customId === null ? readFixed(field, customer) : customer.customFields[customId];
  const list = (Array.isArray(read) ? read : [read]) as (string | number | boolean | undefined)[];
  return list.flatMap((each) => (each === undefined || each === '' ? [] : [String(each)]));
}

function readFixed(field: string, customer: Dossier['customer']): unknown {
  switch (field) {
    case 'email':
      return customer.emails.map((each) => each.address);
    case 'im':
      return customer.ims.map((each) => each.account);
    case 'address':
      return customer.addresses.map((each) => `${each.city ?? ''}${each.street ?? ''}`);
    default:
      return (customer as Record<string, unknown>)[field];
  }
}

function valuesHold(values: readonly string[], test: Test, today: EpochDay): boolean {
  switch (test.is) {
    case 'filled':
      return values.length > 0;
    case 'contains':
      return values.some((value) => foldText(value).includes(foldText(test.text)));
    case 'starts':
      return values.some((value) => foldText(value).startsWith(foldText(test.text)));
    case 'equals':
      return values.some((value) => foldText(value) === foldText(test.text));
    case 'any':
      return test.of.some((each) => values.includes(each));
    case 'all':
      return test.of.every((each) => values.includes(each));
    case 'between':
      return values.some(
        (value) => Number(value) >= (test.min ?? -Infinity) && Number(value) <= (test.max ?? Infinity),
      );
    case 'yes':
      return values.includes('true');
    case 'days':
    case 'period': {
      const span = spanOf(test, today);
      return span !== null && values.some((value) => isWithin(value, span));
    }
  }
}

function isWithin(value: string, [from, to]: [number, number]): boolean {
  return /^\d{4}-\d\d-\d\d/.test(value) && toEpochDay(value) >= from && toEpochDay(value) <= to;
}

/** Through the calendar of JavaScript, where the code counts by itself. */
function spanOf(test: Test, today: EpochDay): [number, number] | null {
  const dayMs = 86_400_000;
  if (test.is === 'days') {
    const point = (end: typeof test.from, open: number) =>
      !end ? open : 'on' in end ? Date.parse(end.on) / dayMs : today + end.inDays;
    return [point(test.from, -Infinity), point(test.to, Infinity)];
  }
  if (test.is !== 'period') return null;
  const date = new Date(today * dayMs);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (test.unit === 'week') {
    const monday = today - ((date.getUTCDay() + 6) % 7) + 7 * test.shift;
    return [monday, monday + 6];
  }
  const size = { month: 1, quarter: 3, year: 12 }[test.unit];
  const first = Math.floor(month / size) * size + size * test.shift;
  return [Date.UTC(year, first, 1) / dayMs, Date.UTC(year, first + size, 1) / dayMs - 1];
}

function daysOf(field: string, { dossier, today }: Looked, named = ''): number[] | null {
  const asOf = toEpochDay(today);
  const past = (days: number[]) => days.filter((day) => day <= asOf);
  const last = (days: number[]) => (days.length > 0 ? [Math.max(...days)] : []);
  switch (field) {
    case 'lastContact':
      return last(past(dossier.interaction.filter(isContact).map((each) => toEpochDay(each.at))));
    case 'lastInbound':
      return last(
        past(dossier.interaction.filter((each) => each.direction === 'inbound').map((each) => toEpochDay(each.at))),
      );
    case 'lastPurchase':
      return last(past(salesOf(dossier).map((each) => toEpochDay(each.date))));
    case 'followUp':
      return dossier.followUp.filter((each) => each.status === 'open').map((each) => toEpochDay(each.due));
    case 'birthday': {
      const { birthday } = dossier.customer;
      return birthday ? occurrences(birthday, asOf - 800, asOf + 800) : [];
    }
    case 'anniversary':
      return dossier.customer.anniversaries
        .filter(({ label }) => foldText(label).includes(foldText(named)))
        .flatMap(({ date }) => occurrences(date, asOf - 800, asOf + 800));
    default:
      return null;
  }
}

interface Reached {
  status?: string | undefined;
  verifiedAt?: string | undefined;
}

/** Numbers, accounts or mails of the customer and of everybody who works there. */
function reachesOf(field: string, { customer, contact }: Dossier): Reached[] {
  const list = `${field.slice(0, -'State'.length)}s` as 'phones' | 'ims' | 'emails';
  return [customer, ...contact].flatMap((each): readonly Reached[] => each[list]);
}

/** By the lines of sales that were not given back in full. */
function boughtWithin(withinDays: number | undefined, { dossier, today }: Looked): string[] {
  const asOf = toEpochDay(today);
  const givenBack = (id: string) =>
    dossier.order
      .filter((each) => each.type === 'refund' && each.refOrderId === id && toEpochDay(each.date) <= asOf)
      .map((each) => Math.abs(each.totalFen));
  return salesOf(dossier).flatMap(({ id, date, lines, totalFen }) => {
    const day = toEpochDay(date);
    const back = givenBack(id);
    const isGone = back.length > 0 && back.reduce((sum, fen) => sum + fen, 0) >= totalFen;
    const isWithin = day <= asOf && (withinDays === undefined || day > asOf - withinDays);
    return isGone || !isWithin ? [] : lines.filter(({ qtyMilli }) => qtyMilli >= 0).map(({ text }) => text);
  });
}

function salesOf(dossier: Dossier): Dossier['order'] {
  return dossier.order.filter((each) => each.type === 'sale');
}

function numberOf(field: string, withinDays: number | undefined, { dossier, today }: Looked): number | null {
  const asOf = toEpochDay(today);
  const isCounted = (time: string) => {
    const day = toEpochDay(time);
    return day <= asOf && (withinDays === undefined || day > asOf - withinDays);
  };
  const sales = salesOf(dossier).filter((each) => isCounted(each.date));
  switch (field) {
    case 'purchases':
      return new Set(sales.map((each) => each.date.slice(0, 10))).size;
    case 'amount':
      return sales.reduce((sum, each) => sum + each.totalFen, 0);
    case 'contacts':
      return dossier.interaction.filter((each) => isCounted(each.at)).length;
    default:
      return null;
  }
}
