import { useState } from 'react';
import type { MendedCell } from '#shared/imports/mend-cells.ts';
import { problemKey } from '#shared/imports/problems.ts';
import type { ProblemPlace } from '#shared/imports/summary.ts';
import { SaveButtons } from '../../display/save-buttons.tsx';
import { useT } from '../../platform/language.tsx';
import { Banner } from '../../ui/feedback/banner.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { Dialog } from '../../ui/overlays/dialog.tsx';
import styles from './imports.module.css';
import type { PreviewColumn } from './protocol.ts';

interface MendDialogProps {
  place: ProblemPlace;
  columns: readonly PreviewColumn[];
  unit: 'card' | 'row';
  onClose: () => void;
  onMend: (cells: readonly MendedCell[]) => void;
}

/** A row of the file, cell by cell; what is written here counts as if it stood in the file, which itself stays as it is. */
export function MendDialog({ place: { line, problem, cells }, columns, unit, onClose, onMend }: MendDialogProps) {
  const t = useT();
  const [texts, setTexts] = useState<readonly string[]>(() => columns.map((_, at) => cells[at] ?? ''));
  const sentence = t(problemKey(problem), problem.values);
  const shown = columns
    .map((column, at) => ({ ...column, at }))
    .filter(({ target, at }) => target !== 'ignore' || at === problem.column);
  const mended = texts.flatMap((text, column) => (text === (cells[column] ?? '') ? [] : [{ line, column, text }]));
  const save = () => {
    if (mended.length > 0) onMend(mended);
  };
  return (
    <Dialog
      title={t('data.problem.line', { line, unit })}
      isOpen
      onClose={onClose}
      footer={
        <SaveButtons label={t('data.mend.save')} isDisabled={mended.length === 0} onSave={save} onCancel={onClose} />
      }
    >
      {problem.column === undefined && (
        <Banner tone={problem.severity === 'error' ? 'seal' : 'warn'}>{sentence}</Banner>
      )}
      <p className={styles.quiet}>{t('data.mend.hint')}</p>
      <div className={styles.mend}>
        {shown.map(({ header, at }, index) => (
          <TextField
            key={at}
            label={header || String(at + 1)}
            value={texts[at] ?? ''}
            autoFocus={problem.column === undefined ? index === 0 : at === problem.column}
            error={at === problem.column ? sentence : undefined}
            onChange={(text) => {
              setTexts(texts.with(at, text));
            }}
            onEnter={save}
          />
        ))}
      </div>
    </Dialog>
  );
}
