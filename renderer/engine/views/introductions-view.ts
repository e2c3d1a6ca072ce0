import { fromEpochDay, type EpochDay } from '#shared/calendar/day.ts';
import { namedIn, thanksDueFor } from '#shared/domain/relation/select-thanks.ts';
import type { IntroducedRow, RelationsView } from '../api.ts';
import { none } from '../index/columns/column-layout.ts';
import type { CustomerIndex } from '../index/customer-index.ts';
import { sumOf } from '../index/filter/sums.ts';

const mostThanks = 5;

/** These customers with what their introductions came to, those who brought most first. */
export function introducedRows(index: CustomerIndex, customers: readonly number[]): IntroducedRow[] {
  const { columns, today } = index;
  const introductions = index.relations.introductions();
  const totalOf = sumOf('amount', undefined, columns, today);
  return customers
    .map((customer) => ({
      id: columns.idOf(customer),
      name: columns.texts.name.at(customer),
      isInBin: columns.numbers.deleted[customer] === 1,
      totalFen: totalOf(customer),
      ...introductions.brought(customer, today),
    }))
    .sort((a, b) => b.allFen - a.allFen || b.totalFen - a.totalFen || b.all - a.all);
}

export function introduced(index: CustomerIndex, by: number | null, limit: number) {
  const introductions = index.relations.introductions();
  const customers = by === null ? introductions.roots() : introductions.childrenOf(by);
  const [of = null] = by === null ? [] : introducedRows(index, [by]);
  return { of, rows: introducedRows(index, customers).slice(0, limit), total: customers.length };
}

export function introducersOf({ columns, relations }: CustomerIndex, customer: number) {
  const introductions = relations.introductions();
  const chain: { id: ReturnType<typeof columns.idOf>; name: string }[] = [];
  for (let at = introductions.parentOf(customer); at >= 0; at = introductions.parentOf(at)) {
    chain.push({ id: columns.idOf(at), name: columns.texts.name.at(at) });
  }
  return chain;
}

/** Whom this customer introduced lately and was not thanked for; a follow-up that names them counts as planned thanks. */
export function thanksOwed(index: CustomerIndex, customer: number): RelationsView['thanks'] {
  const { columns, today } = index;
  const { numbers, lists, texts } = columns;
  const lastContact = dayOrNull(numbers.lastContactDay[customer]);
  const children = index.relations.introductions().childrenOf(customer);
  const names = children.map((child) => texts.name.at(child));
  const planned = new Set(columns.openFollowUps(customer).flatMap(({ title }) => [...namedIn(title, names)]));
  return children
    .flatMap((child) => {
      const [firstPurchaseDay = null] = lists.purchases.list(child, 0);
      const knownSinceDay = numbers.knownSinceDay[child] ?? 0;
      const on = thanksDueFor({ firstPurchaseDay, knownSinceDay }, lastContact, today);
      const name = texts.name.at(child);
      if (on === null || numbers.deleted[child] === 1 || planned.has(name)) return [];
      return [{ id: columns.idOf(child), name, hasBought: firstPurchaseDay !== null, on: fromEpochDay(on) }];
    })
    .slice(0, mostThanks);
}

function dayOrNull(day: number | undefined): EpochDay | null {
  return day === undefined || day === none ? null : day;
}
