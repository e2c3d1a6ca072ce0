import { useId, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { isComposing } from '../theme/keyboard.ts';
import { fieldStyles, TextFrame, type TextBasics } from './field.tsx';

export interface TextFieldProps extends TextBasics {
  type?: 'text' | 'password' | 'email' | 'tel' | 'url' | undefined;
  placeholder?: string | undefined;
  /** Enter outside a composition. */
  onEnter?: (() => void) | undefined;
  onEscape?: (() => void) | undefined;
  /** Tab (1) or Shift and Tab (-1), where it does more than go on. */
  onTab?: ((by: 1 | -1) => void) | undefined;
  /** Drawn inside the box, before or after the text. */
  before?: ReactNode;
  after?: ReactNode;
  inputRef?: Ref<HTMLInputElement>;
  /** Offered while typing; any other text is as good. */
  suggestions?: readonly string[];
}

export function TextField({
  type = 'text',
  placeholder = '',
  onEnter,
  onEscape,
  onTab,
  before,
  after,
  inputRef,
  suggestions,
  ...basics
}: TextFieldProps) {
  const listId = useId();
  const handleKey = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    // With Ctrl or ⌘ it belongs to the form around the field. What is handled here goes no further.
    if (event.key === 'Enter' && onEnter && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      event.stopPropagation();
      onEnter();
    }
    if (event.key === 'Escape' && onEscape) {
      event.stopPropagation();
      onEscape();
    }
    if (event.key === 'Tab' && onTab && !event.ctrlKey && !event.altKey) {
      event.preventDefault();
      onTab(event.shiftKey ? -1 : 1);
    }
  };
  return (
    <TextFrame {...basics}>
      {(box) => (
        <>
          <div className={fieldStyles.box}>
            {before}
            <input
              {...box}
              ref={inputRef}
              type={type}
              list={suggestions && listId}
              placeholder={placeholder}
              className={fieldStyles.input}
              onKeyDown={handleKey}
            />
            {after}
          </div>
          {suggestions && (
            <datalist id={listId}>
              {suggestions.map((text) => (
                <option key={text}>{text}</option>
              ))}
            </datalist>
          )}
        </>
      )}
    </TextFrame>
  );
}
