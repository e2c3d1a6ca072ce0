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

/** Milliseconds of one run, and what it gave back. */
export async function timeOnce<T>(run: () => T | Promise<T>): Promise<{ ms: number; result: T }> {
  const start = performance.now();
  const result = await run();
  return { ms: performance.now() - start, result };
}

/** Times each input once, in order. */
export async function timeEach<T>(inputs: readonly T[], run: (input: T) => unknown): Promise<Timing> {
  const durationsMs: number[] = [];
  for (const input of inputs) durationsMs.push((await timeOnce(() => run(input))).ms);
  return timingOf(durationsMs);
}

const rounds = 4;

/**
 * Times two ways to do the same, turn and turn about, so that a busy machine is busy for both. All inputs are gone through
 * several times, never one twice in a row; of each the fastest time counts, as that is what it costs when nothing
 * interrupts. The first round warms up.
 */
export async function timeBoth<T>(
  inputs: readonly T[],
  own: (input: T) => unknown,
  other: (input: T) => unknown,
): Promise<{ own: Timing; other: Timing }> {
  const ownMs = Array<number>(inputs.length).fill(Number.POSITIVE_INFINITY);
  const otherMs = [...ownMs];
  for (let round = 0; round < rounds; round++) {
    for (const [i, input] of inputs.entries()) {
      const times = [(await timeOnce(() => own(input))).ms, (await timeOnce(() => other(input))).ms] as const;
      if (round === 0) continue;
      ownMs[i] = Math.min(ownMs[i] ?? 0, times[0]);
      otherMs[i] = Math.min(otherMs[i] ?? 0, times[1]);
    }
  }
  return { own: timingOf(ownMs), other: timingOf(otherMs) };
}
