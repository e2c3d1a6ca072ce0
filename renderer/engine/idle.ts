/** So long nothing must have been asked before what can wait is done. */
const idleMs = 3_000;

/** Calls back after some quiet seconds. Each new wish calls the one before off, so that bursts end in one call. */
export function whenIdle(work: () => void): () => void {
  const timer = setTimeout(work, idleMs);
  return () => {
    clearTimeout(timer);
  };
}
