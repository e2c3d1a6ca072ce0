import { Search, X } from 'lucide-react';
import { useId, useState, type KeyboardEvent, type Ref } from 'react';
import { Kbd } from '../actions/kbd.tsx';
import { isComposing } from '../theme/keyboard.ts';
import { useKit } from '../theme/kit-provider.tsx';
import { useFirstFocus } from './field.tsx';
import styles from './search-field.module.css';
import { Suggestions } from './suggestions.tsx';

export interface SearchFieldProps {
  label: string;
  value: string;
  onChange: (text: string) => void;
  placeholder?: string;
  /** Shortcut shown while it is empty. */
  keys?: string | undefined;
  onEnter?: (() => void) | undefined;
  /** The arrow keys leave the box for the list below it. */
  onArrow?: ((direction: 'up' | 'down') => void) | undefined;
  /** Escape leaves the box, which is empty by then. */
  onLeave?: (() => void) | undefined;
  autoFocus?: boolean;
  inputRef?: Ref<HTMLInputElement>;
  /** How what is typed may go on, shown under the box; the arrow keys choose one, Tab or Enter takes it. */
  suggestions?: { label: string; texts: readonly string[]; onTake: (at: number) => void } | undefined;
}

export function SearchField({
  label,
  value,
  onChange,
  placeholder = label,
  keys,
  onEnter,
  onArrow,
  onLeave,
  autoFocus = false,
  inputRef,
  suggestions,
}: SearchFieldProps) {
  const { words } = useKit();
  const listId = useId();
  const frame = useFirstFocus(autoFocus);
  const clear = () => {
    onChange('');
  };
  const offered = suggestions?.texts ?? [];
  const signature = offered.join('\n');
  const [chosen, setChosen] = useState({ signature, at: -1 });
  // Another list begins without a choice again.
  const active = chosen.signature === signature ? chosen.at : -1;

  const handleKey = (event: KeyboardEvent<HTMLElement>) => {
    if (isComposing(event)) {
      // The browser would empty a search box at the key that ends the composition.
      if (event.key === 'Escape') event.preventDefault();
      return;
    }
    if (suggestions && offered.length > 0) {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      const isTaken = (event.key === 'Tab' && !event.shiftKey) || (event.key === 'Enter' && active >= 0);
      if (step !== 0) setChosen({ signature, at: Math.max(-1, Math.min(offered.length - 1, active + step)) });
      if (isTaken) suggestions.onTake(Math.max(0, active));
      if (step !== 0 || isTaken) {
        event.preventDefault();
        return;
      }
    }
    if (event.key === 'Enter' && onEnter) {
      event.preventDefault();
      onEnter();
    }
    if (event.key === 'Escape' && value !== '') {
      event.preventDefault();
      event.stopPropagation();
      clear();
    } else if (event.key === 'Escape' && onLeave) {
      event.preventDefault();
      event.currentTarget.blur();
      onLeave();
    }
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && onArrow) {
      event.preventDefault();
      onArrow(event.key === 'ArrowDown' ? 'down' : 'up');
    }
  };
  return (
    <div ref={frame} className={styles.search}>
      <Search className={styles.glass} aria-hidden="true" />
      <input
        ref={inputRef}
        type="search"
        aria-label={label}
        value={value}
        placeholder={placeholder}
        className={styles.input}
        onChange={(event) => {
          onChange(event.target.value);
        }}
        onKeyDown={handleKey}
        {...(offered.length > 0 && { 'aria-controls': listId, 'aria-autocomplete': 'list' as const })}
        {...(active >= 0 && { 'aria-activedescendant': `${listId}-${String(active)}` })}
      />
      {value !== '' ? (
        <button
          type="button"
          // Escape does the same.
          tabIndex={-1}
          className={styles.clear}
          aria-label={words.clear}
          onMouseDown={(event) => {
            // The keyboard goes to the box, and not here.
            event.preventDefault();
            frame.current?.querySelector('input')?.focus();
          }}
          onClick={clear}
        >
          <X />
        </button>
      ) : (
        keys !== undefined && <Kbd keys={keys} />
      )}
      {suggestions && offered.length > 0 && (
        <div className={styles.suggestions}>
          <Suggestions id={listId} active={active} {...suggestions} />
        </div>
      )}
    </div>
  );
}
