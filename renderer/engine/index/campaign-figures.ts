import type { EpochDay } from '#shared/calendar/day.ts';
import type { CampaignFigures } from '../api.ts';
import type { Columns } from './columns/columns.ts';
import { none } from './columns/column-layout.ts';
import type { Ragged } from './columns/ragged.ts';

/** What each campaign brought; `begun` says from which day on it could have, where that is known. */
export function campaignFigures(
  columns: Columns,
  begun: ReadonlyMap<string, EpochDay>,
  today: EpochDay,
): CampaignFigures[] {
  const { alive, numbers, details, lists, count } = columns;
  const column = details.column('campaign');
  if (!column) return [];
  const found = new Map<number, CampaignFigures>();
  for (let index = 0; index < count; index += 1) {
    const place = column[index] ?? 0;
    if (place === 0 || alive[index] !== 1 || numbers.deleted[index] === 1) continue;
    const key = details.values[place] ?? '';
    const figures = found.get(place) ?? { key, customers: 0, buyers: 0, purchases: 0, netFen: 0 };
    found.set(place, figures);
    const since = begun.get(key) ?? Number.NEGATIVE_INFINITY;
    const bought = sumSince(lists.purchases, index, since, today);
    const corrected = sumSince(lists.corrections, index, since, today);
    figures.customers += 1;
    if (bought.days > 0) figures.buyers += 1;
    figures.purchases += bought.days;
    figures.netFen += bought.fen + corrected.fen;
  }
  return [...found.values()];
}

/** Days stand in order, the latest last. */
function sumSince(list: Ragged, index: number, since: number, today: EpochDay): { days: number; fen: number } {
  const [days, fen] = [list.array(0), list.array(1)];
  const start = list.start(index);
  const sum = { days: 0, fen: 0 };
  for (let at = start + list.count(index) - 1; at >= start; at -= 1) {
    const day = days[at] ?? none;
    if (day < since) break;
    if (day > today) continue;
    sum.days += 1;
    sum.fen += fen[at] ?? 0;
  }
  return sum;
}
