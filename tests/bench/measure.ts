/** How long something took, in milliseconds, over a number of runs. */
export interface Timing {
  runs: number;
  p50: number;
  p95: number;
  max: number;
}

export function timingOf(durationsMs: readonly number[]): Timing {
  const sorted = durationsMs.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
  return { runs: sorted.length, p50: at(0.5), p95: at(0.95), max: at(1) };
}

/** Runs once for each input, one after the other; a first round over some of them warms up and is not counted. */
export async function timeEach<T>(inputs: readonly T[], run: (input: T) => unknown): Promise<Timing> {
  for (const input of inputs.slice(0, 5)) await run(input);
  const durationsMs: number[] = [];
  for (const input of inputs) {
    const start = performance.now();
    await run(input);
    durationsMs.push(performance.now() - start);
  }
  return timingOf(durationsMs);
}

/** Milliseconds of one run, and what it gave back. */
export async function timeOnce<T>(run: () => T | Promise<T>): Promise<{ ms: number; result: T }> {
  const start = performance.now();
  const result = await run();
  return { ms: performance.now() - start, result };
}
