import { useState, type KeyboardEvent } from 'react';
import { Button } from '../actions/button.tsx';
import { Kbd } from '../actions/kbd.tsx';
import { isComposing } from '../theme/keyboard.ts';
import styles from './keys-field.module.css';

interface KeysFieldProps {
  /** What pressing the button does, such as “Choose keys”. */
  label: string;
  /** Said while a combination is waited for. */
  prompt: string;
  /** The combination that is chosen, written as `Kbd` reads it. */
  keys: string | null;
  isDisabled?: boolean;
  /** Returns whether that was a combination to take; more is waited for otherwise. */
  onPressed: (event: KeyboardEvent) => boolean;
}

const leaves = new Set(['Escape', 'Tab']);

/** A combination of keys, chosen by pressing it. Escape and Tab leave it as it was. */
export function KeysField({ label, prompt, keys, isDisabled = false, onPressed }: KeysFieldProps) {
  const [isListening, setListening] = useState(false);
  const handle = (event: KeyboardEvent): void => {
    if (!isListening || isComposing(event)) return;
    const isBare = !event.ctrlKey && !event.altKey && !event.metaKey;
    if (isBare && leaves.has(event.key)) {
      setListening(false);
      if (event.key === 'Tab') return;
    } else if (onPressed(event)) {
      setListening(false);
    }
    // Nothing else may take it for a shortcut, a press of this button or a way out of a dialog.
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <span
      role="group"
      aria-label={label}
      className={styles.keys}
      onKeyDownCapture={handle}
      onBlur={() => {
        setListening(false);
      }}
    >
      {keys !== null && (
        <span className={styles.chosen}>
          <Kbd keys={keys} />
        </span>
      )}
      <Button
        isDisabled={isDisabled}
        onPress={() => {
          setListening(true);
        }}
      >
        {isListening ? prompt : label}
      </Button>
    </span>
  );
}
