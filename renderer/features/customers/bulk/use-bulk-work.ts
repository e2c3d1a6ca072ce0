import { useState } from 'react';
import { useEngine } from '../../../engine/client/engine-context.tsx';
import { useActivity } from '../../../state/activity.ts';
import { usePending } from '../../../ui/keys/use-pending.ts';

/** A change of fewer is done before anybody could read how far it is, or stop it. */
export const manyCustomers = 1_000;

/** How far a change of very many is: it can be stopped until it is being written. */
export type BulkStage = 'asked' | 'working' | 'stopping' | 'writing' | 'stopped';

interface BulkWork {
  apply: () => Promise<void>;
  isPending: boolean;
  stage: BulkStage;
  /** Leaves the dialog; stops first what was begun in it, as long as that leaves nothing half done. */
  leave: () => void;
}

/** The work of a dialog that changes `count` customers or cells. */
export function useBulkWork(count: number, work: () => Promise<void>, onClose: () => void): BulkWork {
  const engine = useEngine();
  const [isStopped, setStopped] = useState(false);
  const [apply, isPending] = usePending(async () => {
    setStopped(false);
    await work();
  });
  const isWriting = useActivity(({ tasks }) => tasks.some(({ id }) => id === 'commit'));
  const stage = stageOf({ isPending: isPending && count > manyCustomers, isStopped, isWriting });
  return {
    apply,
    isPending,
    stage,
    leave() {
      if (stage === 'working') {
        setStopped(true);
        void engine.stopBulk();
      } else if (stage !== 'stopping') onClose();
    },
  };
}

function stageOf(is: { isPending: boolean; isStopped: boolean; isWriting: boolean }): BulkStage {
  if (!is.isPending) return is.isStopped ? 'stopped' : 'asked';
  if (is.isWriting) return 'writing';
  return is.isStopped ? 'stopping' : 'working';
}
