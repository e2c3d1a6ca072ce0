import type { UndoPreview } from '../../engine/api.ts';
import { useCommit } from '../../engine/use-commit.ts';
import { useEngineQuery } from '../../engine/use-engine-query.ts';
import { useT } from '../../platform/language.tsx';
import { askAboutUndo } from '../../state/history-panel.ts';
import { Button } from '../../ui/actions/button.tsx';
import { showToast } from '../../ui/feedback/toasts.ts';
import { Dialog } from '../../ui/overlays/dialog.tsx';
import styles from './history.module.css';
import { useSaying } from './use-saying.ts';

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
    close();
    if (await commit((engine) => engine.undo(changeSetId, later), null)) showToast({ text: t('undo.done') });
  };
  // It was taken back meanwhile, or the journal has it no longer.
  if (error) {
    close();
    return null;
  }
  if (!preview) return null;
  return (
    <Dialog
      isOpen
      role="alertdialog"
      size="wide"
      title={t('undo.conflict.title')}
      onClose={close}
      footer={
        <>
          <Button onPress={close}>{t('ui.cancel')}</Button>
          <Button onPress={() => void undo('take-back')}>{t('undo.conflict.takeBack')}</Button>
          {preview.changing > 0 && (
            <Button kind="primary" autoFocus onPress={() => void undo('keep')}>
              {t('undo.conflict.keep', { count: preview.changing })}
            </Button>
          )}
        </>
      }
    >
      <p>{t('undo.conflict.intro')}</p>
      <ConflictTable preview={preview} />
      {preview.moreConflicts > 0 && <p>{t('history.more', { count: preview.moreConflicts })}</p>}
      <p className={styles.muted}>
        {preview.changing === 0 && t('undo.conflict.nothingElse')} {t('undo.conflict.safe')}
      </p>
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
