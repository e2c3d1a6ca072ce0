import type { CustomKey } from '#shared/filter/fields.ts';
import type { Columns } from '../columns/columns.ts';
import { compareTexts } from './detail-order.ts';

interface ChoicePlaces {
  /** By customer, the place of its choice in `order`. */
  places: Uint32Array<ArrayBuffer>;
  order: string[];
}

/** Choices in the order of their field, then those that it no longer offers; having none, the empty text, comes last. */
export function choicePlaces(indexes: Uint32Array, field: CustomKey | 'campaign', columns: Columns): ChoicePlaces {
  const chosen = columns.details.column(field) ?? new Uint32Array(0);
  const { values } = columns.details;
  const listed = field === 'campaign' ? columns.campaignOrder : (columns.optionOrders.get(field) ?? []);
  const used = new Set<number>();
  for (let at = 0; at < indexes.length; at += 1) used.add(chosen[indexes[at] ?? 0] ?? 0);
  used.delete(0);
  const ranks = new Map(listed.map((value, rank) => [value, rank]));
  const rankOf = (number: number) => ranks.get(values[number] ?? '') ?? listed.length;
  const numbers = [...used].toSorted((a, b) => rankOf(a) - rankOf(b) || compareTexts(values[a] ?? '', values[b] ?? ''));
  const placeOf = new Map(numbers.map((number, place) => [number, place]));
  const places = new Uint32Array(columns.count);
  for (let at = 0; at < indexes.length; at += 1) {
    const index = indexes[at] ?? 0;
    places[index] = placeOf.get(chosen[index] ?? 0) ?? numbers.length;
  }
  return { places, order: [...numbers.map((number) => values[number] ?? ''), ''] };
}
