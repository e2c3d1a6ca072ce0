import { useState } from 'react';
import type { Attachment } from '#shared/domain/attachment/attachment.ts';
import { cleanText } from '#shared/match/text.ts';
import { SaveButtons } from '../../../display/save-buttons.tsx';
import { draftOf } from '../../../engine/draft-of.ts';
import { useFieldDefinitions } from '../../../display/use-custom-fields.ts';
import { useT } from '../../../platform/language.tsx';
import { Select } from '../../../ui/fields/select.tsx';
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
  const [fieldId, setFieldId] = useState(file.fieldId ?? '');
  const fields = useFieldDefinitions().filter(
    ({ id, type, archived }) => id === file.fieldId || (type === 'attachment' && archived !== true),
  );
  const isNamed = cleanText(name) !== '';

  const save = useOneAtATime(async () => {
    if (!isNamed) return;
    const after = {
      ...draftOf(file),
      name: cleanText(name).slice(0, 255),
      note: cleanText(note) || undefined,
      fieldId: fieldId || undefined,
    };
    if (await change(after, t('files.changed', { name: after.name }))) onClose();
  });

  return (
    <Dialog
      title={t('files.details')}
      isOpen
      onClose={onClose}
      size="small"
      footer={<SaveButtons isDisabled={!isNamed} onSave={() => void save()} onCancel={onClose} />}
    >
      <div className={cardStyles.form}>
        <TextField label={t('files.name')} value={name} onChange={setName} autoFocus onEnter={() => void save()} />
        <TextField label={t('files.note')} value={note} onChange={setNote} onEnter={() => void save()} />
        {fields.length > 0 && (
          <Select
            label={t('files.field')}
            value={fieldId}
            options={[{ id: '', label: t('files.noField') }, ...fields.map(({ id, label }) => ({ id, label }))]}
            onChange={setFieldId}
          />
        )}
      </div>
    </Dialog>
  );
}
