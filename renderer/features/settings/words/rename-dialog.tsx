import { useState } from 'react';
import { cleanText } from '#shared/match/text.ts';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { useOneAtATime } from '../../../ui/keys/use-one-at-a-time.ts';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import type { CountedWord } from './use-listed.ts';

interface RenameDialogProps {
  word: CountedWord;
  /** All words of the list: one that is renamed to another joins it. */
  words: readonly CountedWord[];
  onRename: (to: string) => void;
  onClose: () => void;
}

export function RenameDialog({ word, words, onRename, onClose }: RenameDialogProps) {
  const t = useT();
  const [text, setText] = useState(word.label);
  const to = cleanText(text);
  const isSame = to === '' || to === word.label;
  const other = words.find(({ key, label }) => label === to && key !== word.key);
  const save = useOneAtATime(async () => {
    if (isSame) return;
    onClose();
    onRename(to);
  });
  return (
    <Dialog
      title={t('words.renameOne', { word: word.label })}
      size="small"
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" isDisabled={isSame} onPress={() => void save()}>
            {t(other ? 'words.join' : 'words.rename')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('words.word')}
        autoFocus
        maxLength={60}
        value={text}
        onChange={setText}
        onEnter={() => void save()}
        description={
          other
            ? t('words.joinHint', { word: to, count: word.count + other.count })
            : t('words.renameHint', { count: word.count })
        }
      />
    </Dialog>
  );
}
