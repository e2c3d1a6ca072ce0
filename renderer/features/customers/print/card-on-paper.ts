import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import type { TimelineEntry, TimelineFilter } from '#shared/domain/timeline/list-timeline.ts';
import type { RelationsView } from '../../../engine/api.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useRelations } from '../card/card-questions.ts';

/** What can be printed of a card, in the order of the paper. */
export const cardParts = ['facts', 'people', 'relations', 'plans', 'orders', 'timeline'] as const;
export type CardPart = (typeof cardParts)[number];

export interface CardOnPaper {
  dossier: Dossier;
  relations: RelationsView;
  /** The last so many of each, newest first. */
  orders: readonly TimelineEntry[];
  timeline: readonly TimelineEntry[];
}

/** What a printed card holds; `null` until all of it is there, so that nothing is missing on the paper. */
export function useCardOnPaper(dossier: Dossier, most: number): CardOnPaper | null {
  const relations = useRelations(dossier.customerId).data;
  const orders = useLast(dossier, 'order', most);
  const timeline = useLast(dossier, 'all', most);
  if (!relations || !orders || !timeline) return null;
  return { dossier, relations, orders, timeline };
}

function useLast({ customerId }: Dossier, filter: TimelineFilter, most: number): TimelineEntry[] | undefined {
  return useEngineQuery(
    `printed:${customerId}:${filter}:${String(most)}`,
    (engine) => engine.timeline(customerId, filter, { from: 0, to: most }),
    { concerns: customerId },
  ).data?.entries;
}
