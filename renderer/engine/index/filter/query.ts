import { isOwnCode } from '#shared/domain/customer/customer.ts';
import type { EpochDay } from '#shared/calendar/day.ts';
import {
  classesByDimension,
  dimensions,
  type ClassKey,
  type Dimension,
} from '#shared/domain/class-scheme/class-scheme.ts';
import type { CheckDays } from '#shared/domain/settings/check-days.ts';
import type { GroupKey } from '#shared/domain/list-view/list-view.ts';
import { noFilter, type FilterGroup } from '#shared/filter/filter.ts';
import type { CustomerQuery, QueryResult, SortColumn } from '../../api.ts';
import type { Columns } from '../columns/columns.ts';
import { classColumn, none } from '../columns/column-layout.ts';
import { choicePlaces } from '../orders/choice-places.ts';
import { compareTexts } from '../orders/detail-order.ts';
import { isOverdue, predicateOf, type Predicate } from './filter.ts';
import type { KeptOrder } from '../orders/kept-order.ts';
import { isNumberSort, isTextSort, type Orders } from '../orders/orders.ts';
import { sortByKeys } from '../orders/radix-sort.ts';
import { referrerPlaces } from '../columns/referrer-name.ts';
import type { Relations } from '../relations/relations.ts';
import type { Found, SearchIndex } from '../search/search-index.ts';
import type { SearchTerm } from '../search/search-terms.ts';

export interface QueryContext {
  columns: Columns;
  search: SearchIndex;
  orders: Orders;
  relations: Relations;
  checkDays: CheckDays;
  today: EpochDay;
}

export type Answer = Omit<QueryResult, 'token' | 'elapsedMs'> & { indexes: Uint32Array; terms: readonly SearchTerm[] };

type Indexes = Uint32Array<ArrayBuffer>;

/*
 * Every loop here goes over everybody. Counted loops over typed arrays take a few nanoseconds a customer; iterators and look-ups
 * in the record of columns take ten times that.
 */

/** Finds, filters, sorts and groups; the result is in the order in which the rows are shown. */
export function answer(query: CustomerQuery, context: QueryContext): Answer {
  const { columns, search, today } = context;
  const { alive } = columns;
  const found = search.find(query.text);
  const kept = keep(found ? found.indexes : everyone(columns), [
    (index) => alive[index] === 1,
    predicateOf(query.filter ?? noFilter, context),
  ]);
  const totals = totalsOf(kept, columns, today);
  const sorted = sort(kept, query.sort, found, context);
  const { indexes, groups } = query.groupBy ? group(sorted, query.groupBy, columns) : { indexes: sorted, groups: [] };
  const terms = found?.terms ?? [];
  return { indexes, terms, total: indexes.length, ofTotal: countAll(columns), groups, totals };
}

function everyone({ count }: Columns): Indexes {
  const all = new Uint32Array(count);
  for (let index = 0; index < count; index += 1) all[index] = index;
  return all;
}

/** Those for whom everything holds. */
function keep(indexes: Indexes, predicates: readonly Predicate[]): Indexes {
  const kept = indexes.slice();
  let count = kept.length;
  for (const holds of predicates) {
    let left = 0;
    for (let at = 0; at < count; at += 1) {
      const index = kept[at] ?? 0;
      if (holds(index)) kept[left++] = index;
    }
    count = left;
  }
  return kept.slice(0, count);
}

/** By the last column first, since sorting keeps the order of equals; `kept` stands in the order of its numbers. */
function sort(kept: Indexes, sorting: CustomerQuery['sort'], found: Found | null, context: QueryContext): Indexes {
  const wanted = sorting.length > 0 ? sorting : [{ column: 'relevance', descending: false } as const];
  let indexes = kept;
  let isSorted = false;
  const into = (order: KeptOrder, descending: boolean) =>
    isSorted ? sortByKeys(indexes, order.ranks, descending) : order.sort(indexes, descending);
  for (const { column, descending } of wanted.toReversed()) {
    if (column === 'relevance') {
      // Best match first; among equals the valuable and the recent.
      indexes = into(context.orders.byStanding(), false);
      if (found) indexes = sortByKeys(indexes, found.ranks, false);
    } else indexes = byColumn(indexes, column, descending, into, context);
    isSorted = true;
  }
  return indexes;
}

function byColumn(
  indexes: Indexes,
  column: Exclude<SortColumn, 'relevance'>,
  descending: boolean,
  into: (order: KeptOrder, descending: boolean) => Indexes,
  context: QueryContext,
): Indexes {
  const { columns, orders } = context;
  if (isTextSort(column)) {
    const texts = columns.texts[column];
    return missingLast(into(orders.byText(column), descending), (index) => texts.isEmpty(index));
  }
  if (isNumberSort(column)) {
    const keys = orders.keysOf(column);
    return missingLast(into(orders.byNumber(column), descending), (index) => keys[index] === none);
  }
  if (isDimension(column)) return byClass(indexes, column, descending, columns);
  if (column === 'referrer') return byReferrer(indexes, descending, columns);
  return byDetail(indexes, column, descending, context);
}

/** What is not known comes last in either direction. */
function missingLast(indexes: Indexes, isMissing: Predicate): Indexes {
  const known = indexes.slice();
  const missing = new Uint32Array(indexes.length);
  let [left, right] = [0, 0];
  for (let at = 0; at < indexes.length; at += 1) {
    const index = indexes[at] ?? 0;
    if (isMissing(index)) missing[right++] = index;
    else known[left++] = index;
  }
  known.set(missing.subarray(0, right), left);
  return known;
}

function isDimension(column: SortColumn): column is Dimension {
  return (dimensions as readonly SortColumn[]).includes(column);
}

/** By the name of who introduced a customer. */
function byReferrer(indexes: Indexes, descending: boolean, columns: Columns): Indexes {
  const { places, names } = referrerPlaces(indexes, columns);
  const order = Array.from(names.keys()).sort((a, b) => compareTexts(names[a] ?? '', names[b] ?? ''));
  const ranks = new Uint32Array(names.length);
  order.forEach((place, rank) => {
    ranks[place] = rank;
  });
  const keys = places.map((place) => ranks[place] ?? 0);
  return missingLast(sortByKeys(indexes, keys, descending), (index) => places[index] === 0);
}

function byDetail(indexes: Indexes, column: SortColumn, descending: boolean, context: QueryContext): Indexes {
  const { columns, orders } = context;
  const places = columns.details.column(column);
  if (!places) return indexes;
  if (columns.references.has(column)) return byReference(indexes, column, descending, places, columns);
  const ranks = orders.byDetail(column, places);
  const keys = new Uint32Array(columns.count);
  for (let at = 0; at < indexes.length; at += 1) {
    const index = indexes[at] ?? 0;
    keys[index] = ranks[places[index] ?? 0] ?? 0;
  }
  return missingLast(sortByKeys(indexes, keys, descending), (index) => (places[index] ?? 0) === 0);
}

/** By the names of the customers who are meant: those may have changed since the last time. */
function byReference(
  indexes: Indexes,
  field: string,
  descending: boolean,
  places: Uint32Array,
  columns: Columns,
): Indexes {
  const used = new Set(Array.from(indexes, (index) => places[index] ?? 0));
  const names = Array.from(used, (place) => ({ place, name: columns.detailText(field, place) }));
  names.sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
  const ranks = new Map(names.map(({ place }, rank) => [place, rank]));
  const keys = new Uint32Array(columns.count);
  for (const index of indexes) keys[index] = ranks.get(places[index] ?? 0) ?? 0;
  return missingLast(sortByKeys(indexes, keys, descending), (index) => (places[index] ?? 0) === 0);
}

function byClass(indexes: Indexes, dimension: Dimension, descending: boolean, columns: Columns): Indexes {
  return sortByKeys(indexes, placesOf(indexes, dimension, columns), descending);
}

/** The place of each of these customers' class in its dimension. */
function placesOf(indexes: Indexes, dimension: Dimension, columns: Columns): Uint16Array {
  const places = classPlaces(dimension, columns);
  const column = columns.numbers[classColumn(dimension)];
  const keys = new Uint16Array(columns.count);
  for (let at = 0; at < indexes.length; at += 1) {
    const index = indexes[at] ?? 0;
    keys[index] = places[column[index] ?? 0] ?? 0;
  }
  return keys;
}

/** The place of each class in its dimension, by the number of the class; regions by their codes, the unknown ones last. */
function classPlaces(dimension: Dimension, columns: Columns): Uint16Array {
  const order = classOrder(dimension, columns);
  const places = new Uint16Array(columns.classes.values.length);
  order.forEach((key, place) => {
    const number = columns.classes.find(key);
    if (number >= 0) places[number] = place;
  });
  return places;
}

export function classOrder(dimension: Dimension, columns: Columns): ClassKey[] {
  if (dimension === 'source') return sourceOrder(columns);
  if (dimension !== 'region') return [...classesByDimension[dimension]];
  const regions = columns.classes.values.filter((key) => /^\d{2,4}$/.test(key)).toSorted();
  return [...regions, 'abroad', 'unknown'];
}

/** As the user ordered them; those that are in use and stand in no list any more come before the unknown ones. */
function sourceOrder({ sourceOrder: listed, classes }: Columns): ClassKey[] {
  const isListed = new Set(listed);
  const gone = classes.values.filter((key) => isOwnCode(key) && !isListed.has(key));
  return [...listed, ...gone, 'unknown'];
}

function group(indexes: Indexes, by: GroupKey, columns: Columns): { indexes: Indexes; groups: QueryResult['groups'] } {
  const { places, order } = isDimension(by)
    ? { places: placesOf(indexes, by, columns), order: classOrder(by, columns) }
    : choicePlaces(indexes, by, columns);
  const counts = new Uint32Array(order.length);
  const sums = new Float64Array(order.length);
  const { revenueFen } = columns.numbers;
  for (let at = 0; at < indexes.length; at += 1) {
    const index = indexes[at] ?? 0;
    const place = places[index] ?? 0;
    counts[place] = (counts[place] ?? 0) + 1;
    sums[place] = (sums[place] ?? 0) + (revenueFen[index] ?? 0);
  }
  const groups: QueryResult['groups'] = [];
  let from = 0;
  order.forEach((key, place) => {
    const count = counts[place] ?? 0;
    if (count > 0) groups.push({ class: key, from, count, revenueFen: sums[place] ?? 0 });
    from += count;
  });
  return { indexes: sortByKeys(indexes, places, false), groups };
}

function totalsOf(indexes: Indexes, columns: Columns, today: EpochDay): QueryResult['totals'] {
  const { revenueFen } = columns.numbers;
  const overdue = isOverdue(columns, today);
  let [sum, count] = [0, 0];
  for (let at = 0; at < indexes.length; at += 1) {
    const index = indexes[at] ?? 0;
    sum += revenueFen[index] ?? 0;
    if (overdue(index)) count += 1;
  }
  return { revenueFen: sum, overdue: count };
}

/** How many customers a filter keeps. */
export function countOf(filter: FilterGroup, context: QueryContext): number {
  const { count, alive } = context.columns;
  const holds = predicateOf(filter, context);
  let kept = 0;
  for (let index = 0; index < count; index += 1) if (alive[index] === 1 && holds(index)) kept += 1;
  return kept;
}

/** Customers outside the bin. */
export function countAll({ count, alive, numbers: { deleted } }: Columns): number {
  let all = 0;
  for (let index = 0; index < count; index += 1) if (alive[index] === 1 && deleted[index] === 0) all += 1;
  return all;
}
