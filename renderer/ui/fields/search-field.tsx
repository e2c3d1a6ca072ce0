import { Search, X } from 'lucide-react';
import type { KeyboardEvent, Ref } from 'react';
import { Button, Input, SearchField as AriaSearchField } from 'react-aria-components';
import { Kbd } from '../actions/kbd.tsx';
import { isComposing } from '../theme/keyboard.ts';
import { useKit } from '../theme/kit-provider.tsx';
import styles from './search-field.module.css';

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
  autoFocus?: boolean;
  inputRef?: Ref<HTMLInputElement>;
}

export function SearchField({
  label,
  value,
  onChange,
  placeholder = label,
  keys,
  onEnter,
  onArrow,
  autoFocus = false,
  inputRef,
}: SearchFieldProps) {
  const { words } = useKit();
  const handleKey = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === 'Enter' && onEnter) {
      event.preventDefault();
      onEnter();
    }
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && onArrow) {
      event.preventDefault();
      onArrow(event.key === 'ArrowDown' ? 'down' : 'up');
    }
  };
  return (
    <AriaSearchField
      aria-label={label}
      value={value}
      onChange={onChange}
      autoFocus={autoFocus}
      className={styles.search ?? ''}
    >
      <Search className={styles.glass} aria-hidden="true" />
      <Input
        {...(inputRef ? { ref: inputRef } : {})}
        placeholder={placeholder}
        className={styles.input ?? ''}
        onKeyDown={handleKey}
      />
      {value !== '' ? (
        <Button className={styles.clear ?? ''} aria-label={words.clear}>
          <X />
        </Button>
      ) : (
        keys !== undefined && <Kbd keys={keys} />
      )}
    </AriaSearchField>
  );
}
