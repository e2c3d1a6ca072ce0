import { useState } from 'react';
import { cleanText, compactText } from '#shared/match/text.ts';
import { useCommit } from '../../../engine/use-commit.ts';
import { newId } from '../../../platform/ids.ts';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { useOneAtATime } from '../../../ui/keys/use-one-at-a-time.ts';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import type { CountedList, CountedWord } from './use-listed.ts';

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
  const save = useOneAtATime(async () => {
    if (!isReady) return;
    onClose();
    const id = newId();
    const about = list === 'source' ? { key: `own:${id}`, name: word } : { key: word };
    await commit(
      (engine) => engine.commit('dictionary/edit', [{ table: 'word', id, after: { id, list, ...about } }]),
      t('words.added', { word }),
    );
  });
  return (
    <Dialog
      title={t('words.addTo', { list: t(`words.list.${list}`) })}
      size="small"
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" isDisabled={!isReady} onPress={() => void save()}>
            {t('ui.save')}
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
        error={word !== '' && isTaken ? t('words.taken') : undefined}
      />
    </Dialog>
  );
}
