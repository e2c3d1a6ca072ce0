import { Pencil, X } from 'lucide-react';
import { useState } from 'react';
import { cleanText } from '#shared/match/text.ts';
import type { WordField } from '#shared/rewrite/rewrite.ts';
import type { ValueUse } from '../../../engine/api.ts';
import { useCommit } from '../../../engine/use-commit.ts';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { useOneAtATime } from '../../../ui/keys/use-one-at-a-time.ts';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import styles from './words.module.css';

interface WordLineProps {
  field: WordField;
  word: string;
  count: number;
  /** All words of the field: one that is renamed to another joins it. */
  words: readonly ValueUse[];
}

export function WordLine({ field, word, count, words }: WordLineProps) {
  const t = useT();
  const commit = useCommit();
  const [isRenaming, setRenaming] = useState(false);
  const rewrite = (to: string | null, sentence: string) =>
    commit(
      (engine) => engine.commitRewrite([{ kind: 'words', field, renames: { [word]: to } }], 'dictionary/edit', []),
      sentence,
    );
  return (
    <li className={styles.line}>
      <span className={styles.word}>{word}</span>
      <span className={styles.count}>{t('fields.count', { count })}</span>
      <IconButton
        size="small"
        label={t('words.renameOne', { word })}
        icon={<Pencil />}
        onPress={() => {
          setRenaming(true);
        }}
      />
      <IconButton
        size="small"
        label={t('words.removeOne', { word })}
        icon={<X />}
        onPress={() => void rewrite(null, t('words.removed', { word, count }))}
      />
      {isRenaming && (
        <RenameDialog
          word={word}
          count={count}
          words={words}
          onRename={(to) => void rewrite(to, t('words.renamed', { word, to, count }))}
          onClose={() => {
            setRenaming(false);
          }}
        />
      )}
    </li>
  );
}

interface RenameDialogProps extends Omit<WordLineProps, 'field'> {
  onRename: (to: string) => void;
  onClose: () => void;
}

function RenameDialog({ word, count, words, onRename, onClose }: RenameDialogProps) {
  const t = useT();
  const [text, setText] = useState(word);
  const to = cleanText(text);
  const other = words.find(({ value }) => value === to && value !== word);
  const save = useOneAtATime(async () => {
    if (to === '' || to === word) return;
    onClose();
    onRename(to);
  });
  return (
    <Dialog
      title={t('words.renameOne', { word })}
      size="small"
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" isDisabled={to === '' || to === word} onPress={() => void save()}>
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
          other ? t('words.joinHint', { word: to, count: count + other.count }) : t('words.renameHint', { count })
        }
      />
    </Dialog>
  );
}
