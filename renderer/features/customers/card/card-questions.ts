import { useEffect } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { TimelineFilter } from '#shared/domain/timeline/list-timeline.ts';
import type { CardAnswer, CustomerRow } from '../../../engine/api.ts';
import { useEngineAccess } from '../../../engine/engine-context.tsx';
import { useEngineQuery, type QueryAnswer } from '../../../engine/use-engine-query.ts';

function keyOf(id: CustomerId): string {
  return `card:${id}`;
}

export function useCard(id: CustomerId): QueryAnswer<CardAnswer> {
  return useEngineQuery(keyOf(id), (engine) => engine.card(id), { customerId: id });
}

/** The first rows of what happened with a customer, where the card did not bring all of it along. */
export function useOlderTimeline({ id, filter, rows }: { id: CustomerId; filter: TimelineFilter; rows: number }) {
  return useEngineQuery(
    `timeline:${id}:${filter}:${rows}`,
    (engine) => engine.timeline(id, filter, { from: 0, to: rows }),
    // Whoever shows it is made anew for another customer or filter, so that only its own rows are kept.
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
          if (id !== undefined) answers.request(keyOf(id), (engine) => engine.card(id), id);
        }
      },
      { timeout: 200 },
    );
    return () => {
      window.cancelIdleCallback(handle);
    };
  }, [answers, rowAt, active, isOpen]);
}
