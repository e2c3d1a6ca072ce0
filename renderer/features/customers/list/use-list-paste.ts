import { looksLikeTable } from '#shared/formats/clipboard/looks-like-table.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import { bringTable } from '../../../display/brought-table.ts';
import { useT } from '../../../platform/language.tsx';
import { showToast } from '../../../ui/feedback/toasts.ts';
import { usePaste, type Pasted } from '../../../ui/keys/use-paste.ts';
import { isTyping } from '../../../ui/theme/keyboard.ts';

/** Says that no cell is chosen to paste into; a table can come in as new customers at once. */
export function offerTable(pasted: Pasted, t: Translate): void {
  showToast({
    text: t('bulk.pasteNowhere'),
    ...(looksLikeTable(pasted.text) && {
      action: {
        label: t('bulk.pasteAsNew'),
        onPress: () => {
          bringTable(pasted);
        },
      },
    }),
  });
}

/** What is pasted beside the cells: into an empty archive at once, otherwise a table is offered as new customers. */
export function useListPaste(isArchiveEmpty: boolean, onNew: (line: string) => void): void {
  const t = useT();
  usePaste((pasted, event) => {
    const { text, html, files } = pasted;
    if (event.defaultPrevented || isTyping(event.target)) return;
    const isTable = (files.length > 0 && html === '') || looksLikeTable(text);
    if (!isArchiveEmpty && (!isTable || text === '')) return;
    if (!isArchiveEmpty) offerTable(pasted, t);
    else if (isTable) bringTable(pasted);
    else if (text.trim() !== '') onNew(text.trim());
    else return;
    event.preventDefault();
  });
}
