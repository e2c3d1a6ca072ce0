import { useState } from 'react';
import { describeFilter } from '#shared/filter/describe.ts';
import type { FilterField } from '#shared/filter/fields.ts';
import { conditionsOf, type FilterGroup } from '#shared/filter/filter.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { useFilterVocabulary } from './field-options.ts';
import styles from './filter.module.css';
import { GroupEditor } from './group-editor.tsx';
import { beginFilter, finishedPart, isFinished } from './operators.ts';

export interface FilterDialogProps {
  filter: FilterGroup;
  /** What is to be asked of besides. */
  by?: FilterField | undefined;
  onChange: (filter: FilterGroup) => void;
  onClose: () => void;
}

/** The filter builder. What is finished takes effect at once; the sentence below says it back. */
export function FilterDialog({ filter, by, onChange, onClose }: FilterDialogProps) {
  const words = useFilterVocabulary();
  const { t } = words;
  const [draft, setDraft] = useState(() => beginFilter(filter, words.customFields, by));
  const finished = finishedPart(draft);
  const { data: counts } = useEngineQuery(
    `counts:${JSON.stringify([finished])}`,
    (engine) => engine.counts([finished]),
    { keepsPrevious: true },
  );
  const change = (next: FilterGroup) => {
    setDraft(next);
    onChange(finishedPart(next));
  };
  const close = () => {
    // A number takes effect once its field is left, and Escape closes the dialog from within it.
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
    onClose();
  };
  const isUnfinished = conditionsOf(draft).some((condition) => !isFinished(condition));
  return (
    <Dialog
      title={t('filters.title')}
      size="wide"
      isOpen
      onClose={close}
      footer={
        <>
          <span className={styles.result} role="status">
            {counts?.[0] !== undefined && t('filters.result', { count: counts[0] })}
          </span>
          <Button
            onPress={() => {
              change({ join: 'and', parts: [] });
            }}
          >
            {t('filters.clear')}
          </Button>
          <Button kind="primary" onPress={onClose}>
            {t('filters.done')}
          </Button>
        </>
      }
    >
      <div className={styles.builder}>
        <GroupEditor words={words} group={draft} depth={1} onChange={change} />
        <p className={styles.sentence}>{describeFilter(words, finished)}</p>
        {isUnfinished && <p className={styles.hint}>{t('filters.invalid')}</p>}
      </div>
    </Dialog>
  );
}
