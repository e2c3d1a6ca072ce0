import { useState } from 'react';
import type { Attachment } from '#shared/domain/attachment/attachment.ts';
import { cleanText } from '#shared/match/text.ts';
import { draftOf } from '../../../engine/draft-of.ts';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { useOneAtATime } from '../../../ui/keys/use-one-at-a-time.ts';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import cardStyles from '../card/card.module.css';
import { useFileActions } from './use-file-actions.ts';

export function FileDialog({ file, onClose }: { file: Attachment; onClose: () => void }) {
  const t = useT();
  const { change } = useFileActions(file);
  const [name, setName] = useState(file.name);
  const [note, setNote] = useState(file.note ?? '');
  const isNamed = cleanText(name) !== '';

  const save = useOneAtATime(async () => {
    if (!isNamed) return;
    const { note: _before, ...rest } = draftOf(file);
    const own = cleanText(note) === '' ? {} : { note: cleanText(note) };
    const after = { ...rest, ...own, name: cleanText(name).slice(0, 255) };
    if (await change(after, t('files.changed', { name: after.name }))) onClose();
  });

  return (
    <Dialog
      title={t('files.details')}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" isDisabled={!isNamed} onPress={() => void save()}>
            {t('ui.save')}
          </Button>
        </>
      }
    >
      <div className={cardStyles.form}>
        <TextField label={t('files.name')} value={name} onChange={setName} autoFocus onEnter={() => void save()} />
        <TextField label={t('files.note')} value={note} onChange={setNote} onEnter={() => void save()} />
      </div>
    </Dialog>
  );
}
