import type { ReactNode } from 'react';
import { SaveButtons } from '../../../display/save-buttons.tsx';
import type { Committed } from '../../../engine/api.ts';
import { useT } from '../../../platform/language.tsx';
import { TextField, type TextFieldProps } from '../../../ui/fields/text-field.tsx';
import { usePending } from '../../../ui/keys/use-pending.ts';
import { Dialog } from '../../../ui/overlays/dialog.tsx';

interface WordDialogProps {
  title: string;
  saveLabel?: string;
  isReady: boolean;
  /** The dialog is closed once it is written, and stays with what was typed where it is not. */
  onSave: () => Promise<Committed | null>;
  onClose: () => void;
  /** The boxes; Enter in the last one saves. */
  children: (save: () => void) => ReactNode;
}

/** The frame of what is asked about one word of a list. */
export function WordDialog({ title, saveLabel, isReady, onSave, onClose, children }: WordDialogProps) {
  const [saveOnce, isPending] = usePending(async () => {
    if (!isReady) return;
    if (await onSave()) onClose();
  });
  const save = () => void saveOnce();
  return (
    <Dialog
      title={title}
      size="small"
      isOpen
      onClose={onClose}
      footer={
        <SaveButtons
          label={saveLabel}
          isDisabled={!isReady && !isPending}
          isPending={isPending}
          onSave={save}
          onCancel={onClose}
        />
      }
    >
      {children(save)}
    </Dialog>
  );
}

/** The box for the word itself. */
export function WordField(props: Pick<TextFieldProps, 'value' | 'onChange' | 'onEnter' | 'error' | 'description'>) {
  return <TextField label={useT()('words.word')} autoFocus maxLength={60} {...props} />;
}
