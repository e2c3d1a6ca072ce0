import type { UndoPreview } from '../../engine/api.ts';
import { useT } from '../../platform/language.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { Dialog } from '../../ui/overlays/dialog.tsx';
import styles from './history.module.css';
import { useSaying } from './use-saying.ts';

interface LaterWorkQuestionProps {
  preview: UndoPreview;
  onClose: () => void;
  onDecide: (later: 'keep' | 'take-back') => void;
}

/** Both values side by side where taking something back meets work that came later, and what is to become of the later one. */
export function LaterWorkQuestion({ preview, onClose, onDecide }: LaterWorkQuestionProps) {
  const t = useT();
  const decide = (later: 'keep' | 'take-back') => {
    onClose();
    onDecide(later);
  };
  return (
    <Dialog
      isOpen
      role="alertdialog"
      size="wide"
      title={t('undo.conflict.title')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button
            onPress={() => {
              decide('take-back');
            }}
          >
            {t('undo.conflict.takeBack')}
          </Button>
          {preview.changing > 0 && (
            <Button
              kind="primary"
              autoFocus
              onPress={() => {
                decide('keep');
              }}
            >
              {t('undo.conflict.keep', { count: preview.changing })}
            </Button>
          )}
        </>
      }
    >
      <p>{t('undo.conflict.intro')}</p>
      <ConflictTable preview={preview} />
      {preview.moreConflicts > 0 && <p>{t('history.more', { count: preview.moreConflicts })}</p>}
      {preview.changing === 0 && <p className={styles.muted}>{t('undo.conflict.nothingElse')}</p>}
      <p className={styles.muted}>{t('undo.conflict.safe')}</p>
    </Dialog>
  );
}

function ConflictTable({ preview }: { preview: UndoPreview }) {
  const t = useT();
  const { nameOf, say } = useSaying();
  return (
    <table className={styles.conflicts}>
      <thead>
        <tr>
          <th scope="col">{t('undo.conflict.record')}</th>
          <th scope="col">{t('undo.conflict.now')}</th>
          <th scope="col">{t('undo.conflict.back')}</th>
        </tr>
      </thead>
      <tbody>
        {preview.conflicts.map(({ table, recordId, field, now, back, customerName, title }) => {
          const isWhole = field === '*';
          const words = [customerName, title, isWhole ? t(`table.${table}`) : nameOf(table, field)];
          return (
            <tr key={`${table}/${recordId}/${field}`}>
              <th scope="row">{words.filter((word) => word !== undefined && word !== '').join(' · ')}</th>
              <td>{isWhole ? t(now ? 'undo.conflict.hasMore' : 'undo.conflict.gone') : say(field, now)}</td>
              <td>{isWhole ? (now ? t('undo.conflict.toBin') : '—') : say(field, back)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
