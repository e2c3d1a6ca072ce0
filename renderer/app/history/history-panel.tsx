import { useState } from 'react';
import { reasons, type Reason } from '#shared/changes/reasons.ts';
import { messages } from '#shared/i18n/messages.ts';
import { ChangeList } from '../../display/history/change-list.tsx';
import type { HistoryQuestion } from '../../engine/api.ts';
import { useT } from '../../platform/language.tsx';
import { closeHistory } from '../../state/history-panel.ts';
import { SearchField } from '../../ui/fields/search-field.tsx';
import { Dialog } from '../../ui/overlays/dialog.tsx';
import styles from './history-panel.module.css';

const pageSize = 20;

/** All changes over whatever screen, found by customer or by what was done. */
export function HistoryPanel() {
  const t = useT();
  const [text, setText] = useState('');
  return (
    <Dialog title={t('history.title')} isOpen size="wide" onClose={closeHistory}>
      <div className={styles.panel}>
        <div className={styles.search}>
          <SearchField label={t('history.search')} value={text} onChange={setText} autoFocus />
        </div>
        <ChangeList pageSize={pageSize} asked={questionOf(text)} />
      </div>
    </Dialog>
  );
}

/** A text that some deed is called by, in either language, asks for that deed too. */
function questionOf(text: string): HistoryQuestion | undefined {
  const sought = text.trim().toLowerCase();
  if (sought === '') return undefined;
  const isMeant = (reason: Reason) => messages[`reason.${reason}`].some((name) => name.toLowerCase().includes(sought));
  return { text: sought, reasons: reasons.filter(isMeant) };
}
