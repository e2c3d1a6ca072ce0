import { toEpochDay, type EpochDay } from '../calendar/day.ts';
import type { Order } from '../domain/order/order.ts';

/** What opening sales say of purchases whose days nobody knows. */
export interface Opening {
  /** What they bring beside the sales that are known, by their day. */
  fenByDay: Map<EpochDay, number>;
  /** Purchases before the last one, as far as a number was told; `null` where it says that there were none. */
  earlierPurchases: number | null;
}

/**
 * An opening sale is all that was bought up to its day, as another program told it: its day is that of the last purchase and its
 * amount holds every sale up to then. Sales of these days that are known themselves are part of it, so that no order in which
 * files come in counts anything twice. Of the days before it says nothing: it has no part in any rhythm.
 *
 * @param known net amounts of the days that other orders tell of, and whether something was bought on them
 */
export function readOpenings(
  openings: readonly Order[],
  known: ReadonlyMap<EpochDay, { fen: number; isPurchase: boolean }>,
): Opening {
  const fenByDay = new Map<EpochDay, number>();
  let taken = 0;
  for (const { date, totalFen } of openings.toSorted((a, b) => (a.date < b.date ? -1 : 1))) {
    const day = toEpochDay(date);
    let knownFen = -taken;
    for (const [each, { fen }] of known) if (each <= day) knownFen += fen;
    const rest = Math.max(0, totalFen - Math.max(0, knownFen));
    taken += totalFen - rest;
    fenByDay.set(day, (fenByDay.get(day) ?? 0) + rest);
  }
  return { fenByDay, earlierPurchases: earlierOf(openings, known) };
}

function earlierOf(
  openings: readonly Order[],
  known: ReadonlyMap<EpochDay, { fen: number; isPurchase: boolean }>,
): number | null {
  if (openings.every(({ opening }) => opening?.purchases === 1)) return null;
  const last = Math.max(...openings.map(({ date }) => toEpochDay(date)));
  let earlier = 0;
  for (const { opening } of openings) earlier += (opening?.purchases ?? 1) - 1;
  for (const [day, { isPurchase }] of known) if (isPurchase && day < last) earlier--;
  return Math.max(0, earlier);
}
