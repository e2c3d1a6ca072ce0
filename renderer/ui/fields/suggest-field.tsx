import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { isComposing } from '../theme/keyboard.ts';
import { Suggestions } from './suggestions.tsx';
import styles from './suggest-field.module.css';

export interface SuggestFieldProps {
  label: string;
  value: string;
  /** Best first; none while there is nothing to go by. */
  suggestions: readonly string[];
  onChange: (text: string) => void;
  /** Enter or leaving takes the text, Tab or a press takes a suggestion. */
  onTake: (text: string) => void;
  onClose: () => void;
}

/** A box for one word of a list that may also be a new one. */
export function SuggestField({ label, value, suggestions, onChange, onTake, onClose }: SuggestFieldProps) {
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const isTaken = useRef(false);
  const [active, setActive] = useState(-1);
  // It takes the place of the button that was pressed.
  useEffect(() => box.current?.focus(), []);
  const take = (text: string) => {
    if (isTaken.current) return;
    isTaken.current = true;
    onTake(text);
  };
  const handleKey = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const move = (by: number) => {
      event.preventDefault();
      setActive(Math.max(-1, Math.min(suggestions.length - 1, active + by)));
    };
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Escape') {
      event.stopPropagation();
      isTaken.current = true;
      onClose();
    } else if (event.key === 'Enter' || (event.key === 'Tab' && suggestions.length > 0)) {
      event.preventDefault();
      event.stopPropagation();
      const taken = event.key === 'Tab' ? suggestions[Math.max(0, active)] : suggestions[active];
      take(taken ?? value);
    }
  };
  return (
    <span className={styles.frame}>
      <input
        className={styles.input}
        role="combobox"
        aria-label={label}
        aria-expanded={suggestions.length > 0}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? `${id}-${String(active)}` : undefined}
        ref={box}
        value={value}
        onChange={(event) => {
          setActive(-1);
          onChange(event.target.value);
        }}
        onKeyDown={handleKey}
        onBlur={() => {
          take(value);
        }}
      />
      {suggestions.length > 0 && (
        <Suggestions
          id={id}
          label={label}
          texts={suggestions}
          active={active}
          onTake={(at) => {
            take(suggestions[at] ?? value);
          }}
        />
      )}
    </span>
  );
}
