import { useRef } from 'react';

/** Runs the work unless it is still running: a second Enter before the first is written does nothing. */
export function useOneAtATime(work: () => Promise<void>): () => Promise<void> {
  const isRunning = useRef(false);
  return async () => {
    if (isRunning.current) return;
    isRunning.current = true;
    try {
      await work();
    } finally {
      isRunning.current = false;
    }
  };
}
