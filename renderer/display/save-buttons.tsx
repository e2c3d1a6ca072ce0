import { useT } from '../platform/language.tsx';
import { Button } from '../ui/actions/button.tsx';

interface SaveButtonsProps {
  /** What saving is called here. */
  label?: string | undefined;
  /** Keys that save too, as `saveByKey` takes them. */
  keys?: string | undefined;
  isDisabled?: boolean;
  /** It is being written. */
  isPending?: boolean;
  onSave: () => void;
  onCancel: () => void;
}

/** The foot of a dialog in which something is decided or typed. */
export function SaveButtons({
  label,
  keys,
  isDisabled = false,
  isPending = false,
  onSave,
  onCancel,
}: SaveButtonsProps) {
  const t = useT();
  return (
    <>
      <Button onPress={onCancel}>{t('ui.cancel')}</Button>
      <Button kind="primary" keys={keys} isDisabled={isDisabled} isPending={isPending} onPress={onSave}>
        {label ?? t('ui.save')}
      </Button>
    </>
  );
}
