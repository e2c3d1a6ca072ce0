import { useState } from 'react';
import { SaveButtons } from '../../../display/save-buttons.tsx';
import type { Committed } from '../../../engine/api.ts';
import { useT } from '../../../platform/language.tsx';
import { PickList } from '../../../ui/fields/pick-list.tsx';
import { usePending } from '../../../ui/keys/use-pending.ts';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import lineStyles from '../lines.module.css';
import type { CountedList, CountedWord } from './counted-words.ts';
import { canJoin } from './word-plans.ts';

interface JoinDialogProps {
  list: CountedList;
  word: CountedWord;
  words: readonly CountedWord[];
  onJoin: (into: CountedWord) => Promise<Committed | null>;
  onClose: () => void;
}

/** One word goes into another; what that comes to is said before. */
export function JoinDialog({ list, word, words, onJoin, onClose }: JoinDialogProps) {
  const t = useT();
  const [key, setKey] = useState<string | null>(null);
  const others = words.filter((each) => each.key !== word.key && canJoin(list, word.key, each.key));
  const into = others.find((each) => each.key === key);
  const [join, isPending] = usePending(async () => {
    if (into && (await onJoin(into))) onClose();
  });
  return (
    <Dialog
      title={t('words.joinOne', { word: word.label })}
      size="small"
      isOpen
      onClose={onClose}
      footer={
        <SaveButtons
          label={t('words.join')}
          isDisabled={!into}
          isPending={isPending}
          onSave={() => void join()}
          onCancel={onClose}
        />
      }
    >
      <div className={lineStyles.form}>
        <PickList
          label={t('words.into')}
          placeholder={t('words.into')}
          autoFocus
          sections={[
            {
              id: 'words',
              options: others.map((each) => ({ id: each.key, label: each.label, detail: each.count.toLocaleString() })),
            },
          ]}
          chosen={key === null ? [] : [key]}
          onChange={([chosen = null]) => {
            setKey(chosen);
          }}
        />
        <p className={lineStyles.hint} role="status">
          {into && t('words.joinPreview', { count: word.count, from: word.label, into: into.label })}
        </p>
      </div>
    </Dialog>
  );
}
