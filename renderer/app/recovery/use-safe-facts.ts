import { useEffect, useState } from 'react';
import type { Output } from '#shared/ipc/contract.ts';
import { callMain } from '../../platform/main-api.ts';

export interface SafeFactsFound {
  journal: Output<'journal/status'> | null;
  backups: Output<'backup/status'> | null;
}

/** What main knows to be intact; `null` until it answered. */
export function useSafeFacts(): SafeFactsFound | null {
  const [facts, setFacts] = useState<SafeFactsFound | null>(null);
  useEffect(() => {
    // Each may fail for the same reason that led here; what can be said is said.
    const ask = <T>(answer: Promise<T>): Promise<T | null> => answer.catch(() => null);
    void Promise.all([ask(callMain('journal/status', {})), ask(callMain('backup/status', {}))]).then(
      ([journal, backups]) => {
        setFacts({ journal, backups });
        return undefined;
      },
    );
  }, []);
  return facts;
}
