import { useEffect } from 'react';
import type { LocalDate } from '#shared/domain/record.ts';
import { useEngineAccess } from '../../../engine/client/engine-context.tsx';
import { useSitting } from './sitting.ts';

const place = { kind: 'check-skips' } as const;

/** Whoever is passed over is not asked for again today, though the archive is locked meanwhile. */
export function useSkipsOfToday(today: LocalDate): void {
  const { unsaved } = useEngineAccess();
  useEffect(() => {
    const left = unsaved.read(place);
    useSitting.setState({ skipped: left?.on === today ? left.customerIds : [] });
    return useSitting.subscribe(({ skipped }, before) => {
      if (skipped === before.skipped) return;
      unsaved.keep(place, skipped.length === 0 ? null : { on: today, customerIds: [...skipped] });
    });
  }, [unsaved, today]);
}
