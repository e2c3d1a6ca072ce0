import { useCommit } from '../../engine/client/use-commit.ts';
import { useEngineQuery } from '../../engine/client/use-engine-query.ts';
import { useT } from '../../platform/language.tsx';
import { askAboutUndo } from '../../state/history-panel.ts';
import { showToast } from '../../ui/feedback/toasts.ts';
import { LaterWorkQuestion } from './later-work-question.tsx';

/** Asked when an undo meets work that came later: both values side by side, and what is to become of the later one. */
export function UndoQuestion({ changeSetId }: { changeSetId: string }) {
  const t = useT();
  const commit = useCommit();
  const { data: preview, error } = useEngineQuery(`previewUndo:${changeSetId}`, (engine) =>
    engine.previewUndo(changeSetId),
  );
  const close = () => {
    askAboutUndo(null);
  };
  const undo = async (later: 'keep' | 'take-back') => {
    if (await commit((engine) => engine.undo(changeSetId, later), null)) showToast({ text: t('undo.done') });
  };
  // It was taken back meanwhile, or the journal has it no longer.
  if (error) {
    close();
    return null;
  }
  return preview ? (
    <LaterWorkQuestion preview={preview} onClose={close} onDecide={(later) => void undo(later)} />
  ) : null;
}
