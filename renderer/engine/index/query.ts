import type { EpochDay } from '#shared/calendar/day.ts';
import { classesByDimension, type ClassKey, type Dimension } from '#shared/domain/class-scheme/class-scheme.ts';
import { noFilter, type FilterGroup } from '#shared/filter/filter.ts';
import type { CustomerQuery, QueryResult, SortColumn } from '../api.ts';
import type { Columns } from './columns.ts';
import { classColumn, none, type NumberColumn } from './column-layout.ts';
import { isOverdue, predicateOf, type Predicate } from './filter.ts';
import { sortByKeys, type SortKeys } from './radix-sort.ts';
import type { Found, SearchIndex } from './search-index.ts';
import type { TextOrder } from './text-order.ts';

export interface QueryContext {
  columns: Columns;
  search: SearchIndex;
  orders: Record<'name' | 'organization' | 'phone', TextOrder>;
  today: EpochDay;
}

export type Answer = Omit<QueryResult, 'token' | 'elapsedMs'> & { indexes: Uint32Array };

/** Finds, filters, sorts and groups; the result is in the order in which the rows are shown. */
export function answer(query: CustomerQuery, context: QueryContext): Answer {
  const { columns, search, today } = context;
  const found = search.find(query.text);
  const holds = predicateOf(query.filter ?? noFilter, context);
  const kept = keep(found ? found.indexes : everyone(columns), columns, holds);
  let indexes = sort(kept, query.sort, found, context);
  let groups: QueryResult['groups'] = [];
  if (query.groupBy) ({ indexes, groups } = group(indexes, query.groupBy, columns));
  return {
    indexes,
    total: indexes.length,
    ofTotal: countAll(columns),
    groups,
    totals: totalsOf(indexes, columns, today),
  };
}

function everyone({ count }: Columns): Uint32Array {
  const all = new Uint32Array(count);
  for (let index = 0; index < count; index += 1) all[index] = index;
  return all;
}

function keep(indexes: Uint32Array, columns: Columns, holds: Predicate): Uint32Array {
  const kept = new Uint32Array(indexes.length);
  let count = 0;
  for (const index of indexes) {
    if (columns.isAlive(index) && holds(index)) kept[count++] = index;
  }
  return kept.subarray(0, count);
}

/** By the last column first, since sorting keeps the order of equals. */
function sort(
  kept: Uint32Array,
  sorting: CustomerQuery['sort'],
  found: Found | null,
  context: QueryContext,
): Uint32Array {
  const wanted = sorting.length > 0 ? sorting : [{ column: 'relevance', descending: false } as const];
  let indexes = kept;
  for (const { column, descending } of wanted.toReversed()) {
    indexes =
      column === 'relevance' ? byRelevance(indexes, found, context) : byColumn(indexes, column, descending, context);
  }
  return indexes;
}

/** Best match first; among equals the valuable and the recent. */
function byRelevance(indexes: Uint32Array, found: Found | null, { columns }: QueryContext): Uint32Array {
  const { numbers } = columns;
  const byValue = sortByKeys(sortByKeys(indexes, numbers.lastContactDay, true), numbers.revenueFen, true);
  if (!found) return byValue;
  const ranks = new Uint8Array(columns.count);
  found.indexes.forEach((index, at) => {
    ranks[index] = found.ranks[at] ?? 0;
  });
  return sortByKeys(byValue, ranks, false);
}

const numberColumns: Partial<Record<SortColumn, NumberColumn>> = {
  lastContact: 'lastContactDay',
  nextFollowUp: 'nextDueMin',
  revenue: 'revenueFen',
  purchases: 'purchases',
  lastPurchase: 'lastPurchaseDay',
  created: 'createdMs',
  completeness: 'completeness',
};

function byColumn(
  indexes: Uint32Array,
  column: Exclude<SortColumn, 'relevance'>,
  descending: boolean,
  context: QueryContext,
): Uint32Array {
  const { columns, orders } = context;
  if (column === 'name' || column === 'organization' || column === 'phone') {
    const texts = columns.texts[column];
    return missingLast(sortByKeys(indexes, orders[column].ranks(), descending), (index) => texts[index] === '');
  }
  const numberColumn = numberColumns[column];
  if (numberColumn) {
    const keys: SortKeys = columns.numbers[numberColumn];
    return missingLast(sortByKeys(indexes, keys, descending), (index) => keys[index] === none);
  }
  return byClass(indexes, column as Dimension, descending, columns);
}

/** What is not known comes last in either direction. */
function missingLast(indexes: Uint32Array, isMissing: (index: number) => boolean): Uint32Array {
  const sorted = new Uint32Array(indexes.length);
  let count = 0;
  for (const index of indexes) if (!isMissing(index)) sorted[count++] = index;
  if (count === indexes.length) return indexes;
  for (const index of indexes) if (isMissing(index)) sorted[count++] = index;
  return sorted;
}

function byClass(indexes: Uint32Array, dimension: Dimension, descending: boolean, columns: Columns): Uint32Array {
  const places = classPlaces(dimension, columns);
  const column = columns.numbers[classColumn(dimension)];
  const keys = new Uint16Array(columns.count);
  for (const index of indexes) keys[index] = places[column[index] ?? 0] ?? 0;
  return sortByKeys(indexes, keys, descending);
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
  if (dimension !== 'region') return [...classesByDimension[dimension]];
  const regions = columns.classes.values.filter((key) => /^\d{2,4}$/.test(key)).toSorted();
  return [...regions, 'abroad', 'unknown'];
}

function group(
  indexes: Uint32Array,
  dimension: Dimension,
  columns: Columns,
): { indexes: Uint32Array; groups: QueryResult['groups'] } {
  const sorted = byClass(indexes, dimension, false, columns);
  const groups: QueryResult['groups'] = [];
  let open: QueryResult['groups'][number] | undefined;
  sorted.forEach((index, place) => {
    const key = columns.classOf(index, dimension);
    if (open?.class !== key) {
      open = { class: key, from: place, count: 0, revenueFen: 0 };
      groups.push(open);
    }
    open.count += 1;
    open.revenueFen += columns.numbers.revenueFen[index] ?? 0;
  });
  return { indexes: sorted, groups };
}

function totalsOf(indexes: Uint32Array, columns: Columns, today: EpochDay): QueryResult['totals'] {
  const overdue = isOverdue(columns, today);
  const totals = { revenueFen: 0, overdue: 0 };
  for (const index of indexes) {
    totals.revenueFen += columns.numbers.revenueFen[index] ?? 0;
    if (overdue(index)) totals.overdue += 1;
  }
  return totals;
}

/** How many customers each filter keeps. */
export function countEach(filters: readonly FilterGroup[], context: QueryContext): number[] {
  const { columns } = context;
  return filters.map((filter) => {
    const holds = predicateOf(filter, context);
    let count = 0;
    for (let index = 0; index < columns.count; index += 1) if (columns.isAlive(index) && holds(index)) count += 1;
    return count;
  });
}

/** Customers outside the bin. */
export function countAll(columns: Columns): number {
  let count = 0;
  for (let index = 0; index < columns.count; index += 1) {
    if (columns.isAlive(index) && columns.numbers.deleted[index] === 0) count += 1;
  }
  return count;
}
