import { useState } from 'react';
import { cleanText } from '#shared/match/text.ts';
import type { Committed } from '../../../engine/api.ts';
import { useT } from '../../../platform/language.tsx';
import type { CountedWord } from './counted-words.ts';
import { WordDialog, WordField } from './word-dialog.tsx';

interface RenameDialogProps {
  word: CountedWord;
  /** All words of the list: one that is renamed to another joins it. */
  words: readonly CountedWord[];
  onRename: (to: string) => Promise<Committed | null>;
  onClose: () => void;
}

export function RenameDialog({ word, words, onRename, onClose }: RenameDialogProps) {
  const t = useT();
  const [text, setText] = useState(word.label);
  const to = cleanText(text);
  const isSame = to === '' || to === word.label;
  const other = words.find(({ key, label }) => label === to && key !== word.key);
  return (
    <WordDialog
      title={t('words.renameOne', { word: word.label })}
      saveLabel={t(other ? 'words.join' : 'words.rename')}
      isReady={!isSame}
      onSave={() => onRename(to)}
      onClose={onClose}
    >
      {(onEnter) => (
        <WordField
          value={text}
          onChange={setText}
          onEnter={onEnter}
          description={
            other
              ? t('words.joinHint', { word: to, count: word.count + other.count })
              : word.count > 0
                ? t('words.renameHint', { count: word.count })
                : undefined
          }
        />
      )}
    </WordDialog>
  );
}
