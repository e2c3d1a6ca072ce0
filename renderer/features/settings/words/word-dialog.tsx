import type { ReactNode } from 'react';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
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
  const t = useT();
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
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" isDisabled={!isReady} onPress={save}>
            {saveLabel ?? t('ui.save')}
          </Button>
        </>
      }
    >
      {children(save)}
    </Dialog>
  );
}
