import { useEngine } from '../../engine/client/engine-context.tsx';
import { useT } from '../../platform/language.tsx';
import { useActivity, type Task } from '../../state/activity.ts';
import { showToast } from '../../ui/feedback/toasts.ts';
import { useOneAtATime } from '../../ui/keys/use-one-at-a-time.ts';

interface StopUndo {
  /** Very many changes are being taken back or put back, and nothing of it is written yet. */
  task: Task | undefined;
  stop: () => Promise<void>;
  /** Wherever it was asked for. */
  isStopping: boolean;
}

/** The way to stop an undo or redo of very many. */
export function useStopUndo(): StopUndo {
  const t = useT();
  const engine = useEngine();
  const task = useActivity(({ tasks }) => tasks.find(({ id }) => id === 'undo' || id === 'redo'));
  const isStopping = useActivity(({ isStoppingUndo }) => isStoppingUndo);
  const stop = useOneAtATime(async () => {
    useActivity.setState({ isStoppingUndo: true });
    try {
      if (await engine.stopUndo()) showToast({ text: t('undo.stopped') });
    } finally {
      useActivity.setState({ isStoppingUndo: false });
    }
  });
  return { task, stop, isStopping };
}
