import type { Columns } from './columns.ts';
import { Interner } from './interner.ts';

/** The name of who introduced a customer, in the archive or not; empty for nobody. */
export function referrerNameOf(columns: Columns, index: number): string {
  const end = columns.numbers.referrer[index] ?? 0;
  if (end === 0) return columns.details.textOf('referrer', index);
  return columns.texts.name.at(columns.indexOf(columns.ends.valueOf(end)));
}

/** For each of these customers where the name of who introduced it stands in `names`, of all customers 0 where it is nobody. */
export function referrerPlaces(
  indexes: Uint32Array,
  columns: Columns,
): { places: Uint32Array<ArrayBuffer>; names: readonly string[] } {
  const { referrer } = columns.numbers;
  const names = new Interner();
  const places = new Uint32Array(columns.count);
  // One may have introduced thousands.
  const placeOfEnd = new Map<number, number>();
  for (let at = 0; at < indexes.length; at += 1) {
    const index = indexes[at] ?? 0;
    const end = referrer[index] ?? 0;
    const known = end === 0 ? undefined : placeOfEnd.get(end);
    const place = known ?? names.numberOf(referrerNameOf(columns, index));
    if (end !== 0) placeOfEnd.set(end, place);
    places[index] = place;
  }
  return { places, names: names.values };
}
