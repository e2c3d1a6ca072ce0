import { useEffect } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { ClassExplanation, CustomerRow } from '../../../engine/api.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { useEngineAccess } from '../../../engine/engine-context.tsx';
import { useEngineQuery, type QueryAnswer } from '../../../engine/use-engine-query.ts';
import type { Engine } from '../../../engine/client-types.ts';

const questions = {
  dossier: (engine: Engine, id: CustomerId) => engine.dossier(id),
  explain: (engine: Engine, id: CustomerId) => engine.explain(id),
};

export function useDossier(id: CustomerId): QueryAnswer<Dossier> {
  return useEngineQuery(`dossier:${id}`, (engine) => questions.dossier(engine, id), { customerId: id });
}

export function useClasses(id: CustomerId): QueryAnswer<ClassExplanation[]> {
  return useEngineQuery(`explain:${id}`, (engine) => questions.explain(engine, id), { customerId: id });
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
          for (const [name, ask] of Object.entries(questions)) {
            answers.request(`${name}:${id}`, (engine) => ask(engine, id), id);
          }
        }
      },
      { timeout: 200 },
    );
    return () => {
      window.cancelIdleCallback(handle);
    };
  }, [answers, rowAt, active, isOpen]);
}
