import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { QueryResult } from '../../../engine/api.ts';
import type { RowPages } from './row-pages.ts';

/** A result and the question that it answers. */
export interface Listing {
  question: string;
  result: QueryResult;
  /** The rows of the result. */
  pages: RowPages;
}

/** Where the keyboard is in the list. */
export interface Place {
  /** -1 when it is on no row. */
  at: number;
  id: CustomerId | undefined;
  /** What was asked when somebody went there; `null` for nobody. */
  asked: string | null;
  /** The result in which this is the place. */
  token: string | undefined;
}

export const nowhere: Place = { at: -1, id: undefined, asked: null, token: undefined };

/**
 * The active row of a result that takes the place of another: that of the same customer, or of whoever came into the place of one who
 * left the list. Another question begins at the top, unless a card is open, whose place is found again, or somebody went to a row since
 * it was asked. Without its `token` the place is not known yet.
 */
export function carryOver(
  place: Place,
  before: string | undefined,
  { question, result: { token, total, sought }, pages }: Listing,
  openId: CustomerId | null,
): Place {
  if (openId === null && before !== question && place.asked !== question) return nowhere;
  const id = openId ?? place.id;
  if (id === undefined) return place;
  const at = sought?.id === id ? sought.at : pages.placeOf(id);
  if (at === undefined) return place;
  if (at >= 0 || openId !== null) return { ...place, at, id, token };
  return standIn(place, token, total, pages);
}

/** Whoever came into the place of a customer who left the list. */
export function standIn(place: Place, token: string, total: number, pages: RowPages): Place {
  const next = Math.min(place.at, total - 1);
  return { ...place, at: next, id: pages.rowAt(next)?.id, token };
}
