import { useState } from 'react';
import { useOneAtATime } from './use-one-at-a-time.ts';

/** Work that may take a while, one at a time, and whether it is going on. */
export function usePending(work: () => Promise<void>): [run: () => Promise<void>, isPending: boolean] {
  const [isPending, setPending] = useState(false);
  const run = useOneAtATime(async () => {
    setPending(true);
    try {
      await work();
    } finally {
      setPending(false);
    }
  });
  return [run, isPending];
}
