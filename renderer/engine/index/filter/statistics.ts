import { toEpochDay, type EpochDay } from '#shared/calendar/day.ts';
import { isDateValue } from '#shared/custom-fields/date-value.ts';
import { dimensions, type Dimension } from '#shared/domain/class-scheme/class-scheme.ts';
import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import { customIdOf } from '#shared/filter/fields.ts';
import type { ColumnStatistics, SelectionSummary, SortColumn } from '../../api.ts';
import type { Columns } from '../columns/columns.ts';
import { classColumn, none, type NumberColumn, type TextColumnName } from '../columns/column-layout.ts';
import type { TextPlaces } from '../columns/derived-texts.ts';
import { isOverdue } from './filter.ts';
import { Interner } from '../columns/interner.ts';
import { referrerPlaces } from '../columns/referrer-name.ts';

const mostTop = 8;
const minutesPerDay = 1440;

/** What some customers come to; indexes of customers that are not there are left out. */
export function summaryOf(
  columns: Columns,
  indexes: readonly number[],
  today: EpochDay,
): Omit<SelectionSummary, 'outside' | 'gone'> {
  const { revenueFen, purchases } = columns.numbers;
  const overdue = isOverdue(columns, today);
  const summary = { count: 0, revenueFen: 0, purchases: 0, overdue: 0 };
  for (const index of indexes) {
    if (index < 0 || !columns.isAlive(index)) continue;
    summary.count += 1;
    summary.revenueFen += revenueFen[index] ?? 0;
    summary.purchases += purchases[index] ?? 0;
    if (overdue(index)) summary.overdue += 1;
  }
  return summary;
}

const numbers: Partial<
  Record<SortColumn, { column: NumberColumn; kind: ColumnStatistics['kind']; scale?: number; isZeroEmpty?: boolean }>
> = {
  lastContact: { column: 'lastContactDay', kind: 'day' },
  nextFollowUp: { column: 'nextDueMin', kind: 'day', scale: minutesPerDay },
  lastPurchase: { column: 'lastPurchaseDay', kind: 'day' },
  revenue: { column: 'revenueFen', kind: 'money', isZeroEmpty: true },
  purchases: { column: 'purchases', kind: 'number' },
  completeness: { column: 'completeness', kind: 'percent' },
};

type NumberKind = 'number' | 'money' | 'day';

/** What the texts of the details say, where they are no words. */
const detailKinds: Partial<Record<string, NumberKind>> = {
  creditLimitFen: 'money',
  paymentTermsDays: 'number',
  acquiredOn: 'day',
  verifiedOn: 'day',
  lostOn: 'day',
};
const ownKinds: Partial<Record<CustomField['type'], NumberKind>> = { number: 'number', money: 'money', date: 'day' };

/** How a column is filled among these customers. */
export function statisticsOf(
  columns: Columns,
  indexes: Uint32Array,
  column: SortColumn,
  customFields: readonly Pick<CustomField, 'id' | 'type'>[],
): ColumnStatistics {
  const number = numbers[column];
  if (number) {
    const { scale = 1, isZeroEmpty = false, kind } = number;
    const values = columns.numbers[number.column];
    return numberStatistics(indexes, kind, (index) => {
      const value = values[index] ?? none;
      return value === none || (isZeroEmpty && value === 0) ? null : Math.floor(value / scale);
    });
  }
  if ((dimensions as readonly string[]).includes(column)) {
    const places = columns.numbers[classColumn(column as Dimension)];
    return placeStatistics(indexes, 'class', places, columns.classes.values, 'unknown');
  }
  if (column in columns.texts) return textStatistics(indexes, columns.derived.placesOf(column as TextColumnName));
  if (column === 'referrer') {
    const { places, names } = referrerPlaces(indexes, columns);
    return placeStatistics(indexes, 'text', places, names, '');
  }
  if (column === 'tagIds') return placeStatistics(indexes, 'text', columns.numbers.tagSet, columns.tagSets.values, '');
  return detailStatistics(columns, indexes, column, customFields.find(({ id }) => id === customIdOf(column))?.type);
}

function numberStatistics(
  indexes: Uint32Array,
  kind: ColumnStatistics['kind'],
  valueOf: (index: number) => number | null,
): ColumnStatistics {
  let filled = 0;
  let sum = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  const seen = new Set<number>();
  for (let at = 0; at < indexes.length; at += 1) {
    const value = valueOf(indexes[at] ?? 0);
    if (value === null) continue;
    filled += 1;
    sum += value;
    if (value < min) min = value;
    if (value > max) max = value;
    seen.add(value);
  }
  const empty = indexes.length - filled;
  const found = filled > 0 ? { min, max, mean: sum / filled, sum } : undefined;
  return { filled, empty, kind, numbers: found, distinct: seen.size, top: [] };
}

function placeStatistics(
  indexes: Uint32Array,
  kind: 'text' | 'class',
  places: ArrayLike<number>,
  values: readonly string[],
  emptyValue: string,
): ColumnStatistics {
  const counts = countPlaces(indexes, places, values.length);
  const found = new Map<string, number>();
  counts.forEach((count, place) => {
    const value = values[place] ?? '';
    if (count > 0) for (const each of value.split('\n')) found.set(each, (found.get(each) ?? 0) + count);
  });
  const empty = found.get(emptyValue) ?? 0;
  found.delete(emptyValue);
  return { filled: indexes.length - empty, empty, kind, distinct: found.size, top: topOf(found) };
}

function detailStatistics(
  columns: Columns,
  indexes: Uint32Array,
  field: string,
  type: CustomField['type'] | undefined,
): ColumnStatistics {
  const places = columns.details.column(field) ?? [];
  const { values } = columns.details;
  if (columns.references.has(field)) {
    return referenceStatistics(indexes, columns, field, places);
  }
  const kind = type === undefined ? detailKinds[field] : ownKinds[type];
  if (kind === undefined) return placeStatistics(indexes, 'text', places, values, '');
  return numberStatistics(indexes, kind, (index) => numberIn(values[places[index] ?? 0] ?? '', kind));
}

/** `null` for what is left from another type. */
function numberIn(text: string, kind: NumberKind): number | null {
  if (kind === 'day') return isDateValue(text) ? toEpochDay(text) : null;
  const value = Number(text);
  return text === '' || Number.isNaN(value) ? null : value;
}

/** By the names of the customers who are meant. */
function referenceStatistics(
  indexes: Uint32Array,
  columns: Columns,
  field: string,
  places: ArrayLike<number>,
): ColumnStatistics {
  const names = new Interner();
  const namePlaces = new Uint32Array(columns.count);
  for (let at = 0; at < indexes.length; at += 1) {
    const index = indexes[at] ?? 0;
    namePlaces[index] = names.numberOf(columns.detailText(field, places[index] ?? 0));
  }
  return placeStatistics(indexes, 'text', namePlaces, names.values, '');
}

/** Several values of a customer are one text here. */
function textStatistics(indexes: Uint32Array, { places, values }: TextPlaces): ColumnStatistics {
  const counts = countPlaces(indexes, places, values.length);
  const found: [string, number][] = [];
  let distinct = 0;
  for (let place = 1; place < counts.length; place += 1) {
    const count = counts[place] ?? 0;
    if (count > 0) distinct += 1;
    if (count > 1) found.push([values[place] ?? '', count]);
  }
  const empty = counts[0] ?? 0;
  return { filled: indexes.length - empty, empty, kind: 'text', distinct, top: topOf(found) };
}

function countPlaces(indexes: Uint32Array, places: ArrayLike<number>, values: number): Uint32Array {
  const counts = new Uint32Array(values);
  for (let at = 0; at < indexes.length; at += 1) {
    const place = places[indexes[at] ?? 0] ?? 0;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

/** Values that occur more than once, the most frequent first. */
function topOf(found: Iterable<[string, number]>): ColumnStatistics['top'] {
  let least = 1;
  const top: ColumnStatistics['top'] = [];
  for (const [value, count] of found) {
    if (count <= least) continue;
    top.push({ value, count });
    top.sort((a, b) => b.count - a.count);
    if (top.length > mostTop) top.pop();
    if (top.length === mostTop) least = top.at(-1)?.count ?? 1;
  }
  return top;
}
