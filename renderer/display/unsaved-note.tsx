import { useT } from '../platform/language.tsx';
import { Button } from '../ui/actions/button.tsx';
import styles from './unsaved-note.module.css';

interface UnsavedNoteProps {
  text?: string;
  onDiscard: () => void;
}

/** Says why a box is filled that nobody just typed into, and empties it on request. */
export function UnsavedNote({ text, onDiscard }: UnsavedNoteProps) {
  const t = useT();
  return (
    <p className={styles.note}>
      {text ?? t('unsaved.broughtBack')}
      <Button
        kind="quiet"
        size="small"
        onPress={() => {
          onDiscard();
        }}
      >
        {t('unsaved.discard')}
      </Button>
    </p>
  );
}
