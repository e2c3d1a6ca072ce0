import { useEffect } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { TimelineFilter } from '#shared/domain/timeline/list-timeline.ts';
import type { CardAnswer, CustomerRow, RelationsView } from '../../../engine/api.ts';
import { useEngineAccess } from '../../../engine/engine-context.tsx';
import { useEngineQuery, type QueryAnswer } from '../../../engine/use-engine-query.ts';

const cardKey = (id: CustomerId): string => `card:${id}`;
const relationsKey = (id: CustomerId): string => `relations:${id}`;

export function useCard(id: CustomerId): QueryAnswer<CardAnswer> {
  return useEngineQuery(cardKey(id), (engine) => engine.card(id), { customerId: id });
}

/** Any change may concern them: the other ends lie in other dossiers. */
export function useRelations(id: CustomerId): QueryAnswer<RelationsView> {
  return useEngineQuery(relationsKey(id), (engine) => engine.relations(id));
}

/**
 * The first rows of what happened with a customer, where the card did not bring all of it along. For one list of one customer:
 * the rows that are there stay while more are asked for.
 */
export function useOlderTimeline({ id, filter, rows }: { id: CustomerId; filter: TimelineFilter; rows: number }) {
  return useEngineQuery(
    `timeline:${id}:${filter}:${rows}`,
    (engine) => engine.timeline(id, filter, { from: 0, to: rows }),
    { customerId: id, keepsPrevious: true },
  );
}

/** Asks for the cards on both sides of the open one while nothing else is to be done, so that turning the page shows them at once. */
export function useNeighbours(
  rowAt: (index: number) => CustomerRow | undefined,
  active: number,
  isOpen: boolean,
): void {
  const { answers } = useEngineAccess();
  useEffect(() => {
    if (!isOpen || active < 0) return undefined;
    const handle = window.requestIdleCallback(
      () => {
        for (const at of [active + 1, active - 1, active + 2]) {
          const id = rowAt(at)?.id;
          if (id === undefined) continue;
          answers.request(cardKey(id), (engine) => engine.card(id), id);
          answers.request(relationsKey(id), (engine) => engine.relations(id), null);
        }
      },
      { timeout: 200 },
    );
    return () => {
      window.cancelIdleCallback(handle);
    };
  }, [answers, rowAt, active, isOpen]);
}
