import { translate } from '#shared/i18n/translate.ts';
import { AppFailure } from '#shared/errors/app-error.ts';
import type { WriteAnnouncer } from '../../engine/client/engine-context.tsx';
import { usePreferences } from '../../state/preferences.ts';
import { refreshSpace } from '../../state/space.ts';
import { showToast } from '../../ui/feedback/toasts.ts';
import { askForDeletion } from './mass-deletion.tsx';
import { tellUndoFailure } from './tell-undo-failure.ts';

/** Writes are told by toasts, each with its undo. */
export const announcer: WriteAnnouncer = {
  saved(sentence, undo) {
    const { language } = usePreferences.getState();
    showToast({
      text: sentence,
      action: { label: translate(language, 'ui.undo'), keys: 'Mod+Z', onPress: undo },
    });
  },
  undone() {
    showToast({ text: translate(usePreferences.getState().language, 'undo.done') });
  },
  failed(error) {
    tellUndoFailure(new AppFailure(error));
    if (error.code === 'archive/disk-nearly-full') void refreshSpace();
  },
  confirmDeletion: askForDeletion,
};
