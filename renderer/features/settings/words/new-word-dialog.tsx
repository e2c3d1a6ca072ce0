import { useState } from 'react';
import { isCodedList } from '#shared/words/coded-words.ts';
import { cleanText, compactText } from '#shared/match/text.ts';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { newId } from '../../../platform/ids.ts';
import { useT } from '../../../platform/language.tsx';
import type { CountedList, CountedWord } from './counted-words.ts';
import { WordDialog, WordField } from './word-dialog.tsx';

interface NewWordDialogProps {
  list: Exclude<CountedList, 'relation'>;
  words: readonly CountedWord[];
  onClose: () => void;
}

/** A word for a list, before anybody has it. */
export function NewWordDialog({ list, words, onClose }: NewWordDialogProps) {
  const t = useT();
  const commit = useCommit();
  const [text, setText] = useState('');
  const word = cleanText(text);
  const isTaken = words.some(({ label }) => compactText(label) === compactText(word));
  const isReady = word !== '' && !isTaken;
  const save = () => {
    const id = newId();
    const about = isCodedList(list) ? { key: `own:${id}`, name: word } : { key: word };
    return commit(
      (engine) => engine.commit('dictionary/edit', [{ table: 'word', id, after: { id, list, ...about } }]),
      t('words.added', { word }),
    );
  };
  return (
    <WordDialog
      title={t('words.addTo', { list: t(`words.list.${list}`) })}
      isReady={isReady}
      onSave={save}
      onClose={onClose}
    >
      {(onEnter) => (
        <WordField
          value={text}
          onChange={setText}
          onEnter={onEnter}
          error={word !== '' && isTaken ? t('words.taken') : undefined}
        />
      )}
    </WordDialog>
  );
}
