import { useState } from 'react';
import { SaveButtons } from '../../../display/save-buttons.tsx';
import { useT } from '../../../platform/language.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { useOneAtATime } from '../../../ui/keys/use-one-at-a-time.ts';
import { Dialog } from '../../../ui/overlays/dialog.tsx';

interface ViewNameDialogProps {
  name: string;
  /** The dialog stays with the name where it is not written. */
  onSave: (name: string) => Promise<boolean>;
  onClose: () => void;
}

export function ViewNameDialog({ name, onSave, onClose }: ViewNameDialogProps) {
  const t = useT();
  const [text, setText] = useState(name);
  const saveOnce = useOneAtATime(async () => {
    if (text.trim() !== '' && (await onSave(text.trim()))) onClose();
  });
  const save = () => void saveOnce();
  return (
    <Dialog
      title={t(name === '' ? 'views.saveNew' : 'views.rename')}
      size="small"
      isOpen
      onClose={onClose}
      footer={<SaveButtons isDisabled={text.trim() === ''} onSave={save} onCancel={onClose} />}
    >
      <TextField
        label={t('views.name')}
        autoFocus
        maxLength={60}
        value={text}
        onChange={setText}
        onEnter={save}
        {...(name === '' ? { description: t('views.nameHint') } : {})}
      />
    </Dialog>
  );
}
