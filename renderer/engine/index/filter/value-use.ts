import { inverseRole } from '#shared/domain/relation/relation-role.ts';
import type { FilterField } from '#shared/filter/fields.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { Twin, ValueUse } from '../../api.ts';
import { occasionKinds } from '../columns/column-layout.ts';
import type { Columns } from '../columns/columns.ts';
import { keyToFind } from '../search/match-keys.ts';

interface Places {
  column: ArrayLike<number>;
  values: readonly string[];
}

/** Where the values of a field lie: tags as sets, sources among the classes, everything else among the details. */
function placesOf({ numbers, tagSets, details, classes }: Columns, field: FilterField): Places {
  if (field === 'source') return { column: numbers.source, values: classes.values };
  if (field === 'tagIds') return { column: numbers.tagSet, values: tagSets.values };
  return { column: details.column(field) ?? [], values: details.values };
}

function isPresent({ alive, numbers }: Columns, index: number): boolean {
  return alive[index] === 1 && numbers.deleted[index] === 0;
}

/** How many customers have a value of a field. */
export function countFilled(columns: Columns, field: FilterField): number {
  const { column } = placesOf(columns, field);
  let count = 0;
  for (let index = 0; index < columns.count; index += 1) {
    if ((column[index] ?? 0) !== 0 && isPresent(columns, index)) count += 1;
  }
  return count;
}

/** How many customers have each value of a field, the most frequent first. */
export function countValues(columns: Columns, field: FilterField): ValueUse[] {
  if (field === 'relations') return countRoles(columns);
  if (field === 'bought') return countGoods(columns);
  if (field === 'anniversary') return countAnniversaries(columns);
  const { column, values } = placesOf(columns, field);
  const counts = new Uint32Array(values.length);
  for (let index = 0; index < columns.count; index += 1) {
    const place = column[index] ?? 0;
    if (place !== 0 && isPresent(columns, index)) counts[place] = (counts[place] ?? 0) + 1;
  }
  const found = new Map<string, number>();
  counts.forEach((count, place) => {
    if (count === 0) return;
    for (const value of (values[place] ?? '').split('\n')) found.set(value, (found.get(value) ?? 0) + count);
  });
  return Array.from(found, ([value, count]) => ({ value, count })).toSorted((a, b) => b.count - a.count);
}

/** Customers, in the bin too, with any value of a field, or with one of these. */
export function customersWith(
  columns: Columns,
  field: FilterField,
  isMeant: (value: string) => boolean = () => true,
): CustomerId[] {
  if (field === 'relations') return customersWithRoles(columns, isMeant);
  const { column, values } = placesOf(columns, field);
  const isWanted = new Uint8Array(values.length);
  values.forEach((value, place) => {
    if (place > 0 && value.split('\n').some(isMeant)) isWanted[place] = 1;
  });
  const ids: CustomerId[] = [];
  for (let index = 0; index < columns.count; index += 1) {
    if (isWanted[column[index] ?? 0] === 1 && columns.isAlive(index)) ids.push(columns.idOf(index));
  }
  return ids;
}

/** Enough to say who it is. */
const mostTwins = 5;

/** Others with exactly the same value. */
export function twinsOf(columns: Columns, field: FilterField, id: CustomerId): Twin[] {
  const own = columns.indexOf(id);
  if (field === 'code') return twinsByCode(columns, own);
  const { column } = placesOf(columns, field);
  const place = column[own] ?? 0;
  const twins: Twin[] = [];
  if (place === 0) return twins;
  for (let index = 0; index < columns.count && twins.length < mostTwins; index += 1) {
    if (column[index] !== place || index === own || !isPresent(columns, index)) continue;
    twins.push({ id: columns.idOf(index), name: columns.texts.name.at(index) });
  }
  return twins;
}

/** For each value, some of those outside the bin who have exactly that. */
export function holdersOf(columns: Columns, field: FilterField, values: readonly string[]): Twin[][] {
  const found = new Map(values.map((value): [string, Twin[]] => [value, []]));
  const { column, values: all } = placesOf(columns, field);
  const byPlace = new Map<number, Twin[]>();
  all.forEach((value, place) => {
    const holders = place === 0 ? undefined : found.get(value);
    if (holders) byPlace.set(place, holders);
  });
  for (let index = 0; byPlace.size > 0 && index < columns.count; index += 1) {
    const holders = byPlace.get(column[index] ?? 0);
    if (!holders || holders.length === mostTwins || !isPresent(columns, index)) continue;
    holders.push({ id: columns.idOf(index), name: columns.texts.name.at(index) });
  }
  return values.map((value) => found.get(value) ?? []);
}

/** Codes are compared as an import does. */
function twinsByCode(columns: Columns, own: number): Twin[] {
  const { code, name } = columns.texts;
  return columns
    .findKey('matchKeys', keyToFind({ code: own < 0 ? '' : code.at(own) }))
    .filter((index) => index !== own && isPresent(columns, index))
    .slice(0, mostTwins)
    .map((index) => ({ id: columns.idOf(index), name: name.at(index) }));
}

/** How many relations there are of each role, from either side. */
function countRoles({ lists, roles, count, alive, numbers }: Columns): ValueUse[] {
  const found = new Map<string, number>();
  const add = (role: string): void => {
    found.set(role, (found.get(role) ?? 0) + 1);
  };
  const { relations } = lists;
  for (let index = 0; index < count; index += 1) {
    if (alive[index] !== 1 || numbers.deleted[index] !== 0) continue;
    for (const number of relations.list(index, 2)) {
      const role = roles.valueOf(number);
      add(role);
      if (inverseRole(role) !== role) add(inverseRole(role));
    }
  }
  return Array.from(found, ([value, times]) => ({ value, count: times })).toSorted((a, b) => b.count - a.count);
}

/** More cannot be offered; a part of the name finds the others. */
const mostGoods = 1_000;

/** How many customers bought each of the goods, the most bought first. */
function countGoods(columns: Columns): ValueUse[] {
  const { goods } = columns;
  const numbers = columns.lists.goods;
  const counts = new Uint32Array(goods.values.length);
  for (let index = 0; index < columns.count; index += 1) {
    if (!isPresent(columns, index)) continue;
    for (const number of numbers.list(index, 0)) counts[number] = (counts[number] ?? 0) + 1;
  }
  return mostFrequent(counts, goods.values).slice(0, mostGoods);
}

/** How many anniversaries are called so. */
function countAnniversaries(columns: Columns): ValueUse[] {
  const { labels } = columns;
  const { occasions } = columns.lists;
  const wanted = occasionKinds.indexOf('anniversary');
  const counts = new Uint32Array(labels.values.length);
  for (let index = 0; index < columns.count; index += 1) {
    if (!isPresent(columns, index)) continue;
    const kinds = occasions.list(index, 2);
    occasions.list(index, 1).forEach((label, at) => {
      if (kinds[at] === wanted) counts[label] = (counts[label] ?? 0) + 1;
    });
  }
  return mostFrequent(counts, labels.values);
}

function mostFrequent(counts: Uint32Array, values: readonly string[]): ValueUse[] {
  const uses = values.map((value, at) => ({ value, count: counts[at] ?? 0 }));
  return uses.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count);
}

/** Customers in whose dossiers relations of these roles lie, said from either side. */
function customersWithRoles(columns: Columns, isMeant: (role: string) => boolean): CustomerId[] {
  const { roles, lists, count } = columns;
  const isWanted = Uint8Array.from(roles.values, (role) => (isMeant(role) || isMeant(inverseRole(role)) ? 1 : 0));
  const ids: CustomerId[] = [];
  for (let index = 0; index < count; index += 1) {
    if (!columns.isAlive(index)) continue;
    if (lists.relations.list(index, 2).some((role) => isWanted[role] === 1)) ids.push(columns.idOf(index));
  }
  return ids;
}
