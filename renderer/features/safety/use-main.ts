import { useCallback, useEffect, useState } from 'react';
import type { Channel } from '#shared/ipc/channels.ts';
import type { Input, Output } from '#shared/ipc/contract.ts';
import { reportFailure } from '../../display/report-failure.ts';
import { callMain } from '../../platform/main-api.ts';

/** What main answers, asked when the screen opens and again whenever `again` is called. `input` must not change. */
export function useMain<C extends Channel>(channel: C, input: Input<C>): [answer: Output<C> | null, again: () => void] {
  const [answer, setAnswer] = useState<Output<C> | null>(null);
  const [turn, setTurn] = useState(0);
  const text = JSON.stringify(input);
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
