import { useEngine } from '../../engine/client/engine-context.tsx';
import { useT } from '../../platform/language.tsx';
import { useActivity } from '../../state/activity.ts';
import { showToast } from '../../ui/feedback/toasts.ts';
import { usePending } from '../../ui/keys/use-pending.ts';

interface StopUndo {
  /** Very many changes are being taken back or put back, and nothing of it is written yet. */
  isStoppable: boolean;
  stop: () => Promise<void>;
  isStopping: boolean;
}

/** The way to stop an undo or redo of very many. */
export function useStopUndo(): StopUndo {
  const t = useT();
  const engine = useEngine();
  const isStoppable = useActivity(({ tasks }) => tasks.some(({ id }) => id === 'undo' || id === 'redo'));
  const [stop, isStopping] = usePending(async () => {
    if (await engine.stopUndo()) showToast({ text: t('undo.stopped') });
  });
  return { isStoppable, stop, isStopping };
}
