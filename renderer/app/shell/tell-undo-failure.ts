import { reportFailure, toAppError } from '../../display/report-failure.ts';
import { askAboutUndo } from '../../state/history-panel.ts';

/** An undo that met later work is a question; anything else is told. */
export function tellUndoFailure(error: unknown): void {
  const { code, data } = toAppError(error);
  const changeSetId = data?.['changeSetId'];
  if (code === 'archive/undo-conflict' && typeof changeSetId === 'string') askAboutUndo(changeSetId);
  else reportFailure(error);
}
