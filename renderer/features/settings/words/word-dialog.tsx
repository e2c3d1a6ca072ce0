import type { ReactNode } from 'react';
import { SaveButtons } from '../../../display/save-buttons.tsx';
import { useOneAtATime } from '../../../ui/keys/use-one-at-a-time.ts';
import { Dialog } from '../../../ui/overlays/dialog.tsx';

interface WordDialogProps {
  title: string;
  saveLabel?: string;
  isReady: boolean;
  /** The dialog is closed before it begins. */
  onSave: () => Promise<void> | void;
  onClose: () => void;
  /** The boxes; Enter in the last one saves. */
  children: (save: () => void) => ReactNode;
}

/** The frame of what is asked about one word of a list. */
export function WordDialog({ title, saveLabel, isReady, onSave, onClose, children }: WordDialogProps) {
  const saveOnce = useOneAtATime(async () => {
    if (!isReady) return;
    onClose();
    await onSave();
  });
  const save = () => void saveOnce();
  return (
    <Dialog
      title={title}
      size="small"
      isOpen
      onClose={onClose}
      footer={<SaveButtons label={saveLabel} isDisabled={!isReady} onSave={save} onCancel={onClose} />}
    >
      {children(save)}
    </Dialog>
  );
}
