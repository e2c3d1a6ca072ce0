import { useCallback, useEffect, useState } from 'react';
import type { Channel } from '#shared/ipc/channels.ts';
import type { Input, Output } from '#shared/ipc/contract.ts';
import { reportFailure } from '../../display/report-failure.ts';
import { callMain } from '../../platform/main-api.ts';

/** What main answered ahead, by question: shown until it answers again. On lock: gone with the window's memory. */
const ahead = new Map<string, unknown>();

/** Asks for a screen that will be opened later. What fails is asked again then, and told. */
export async function askMainAhead<C extends Channel>(channel: C, input: Input<C>): Promise<void> {
  try {
    ahead.set(keyOf(channel, input), await callMain(channel, input));
  } catch {
    // Nobody looks at it yet.
  }
}

/** What main answers, asked when the screen opens and again whenever `again` is called. `input` must not change. */
export function useMain<C extends Channel>(channel: C, input: Input<C>): [answer: Output<C> | null, again: () => void] {
  const text = JSON.stringify(input);
  const [answer, setAnswer] = useState<Output<C> | null>(
    () => (ahead.get(keyOf(channel, input)) as Output<C> | undefined) ?? null,
  );
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isGone = false;
    callMain(channel, JSON.parse(text) as Input<C>)
      .then((output) => {
        if (!isGone) setAnswer(output);
      })
      .catch(reportFailure);
    return () => {
      isGone = true;
    };
  }, [channel, text, turn]);
  const again = useCallback(() => {
    setTurn((count) => count + 1);
  }, []);
  return [answer, again];
}

function keyOf<C extends Channel>(channel: C, input: Input<C>): string {
  return `${channel} ${JSON.stringify(input)}`;
}
