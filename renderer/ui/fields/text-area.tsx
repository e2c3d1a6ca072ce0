import type { CSSProperties, KeyboardEvent, Ref } from 'react';
import { classNames } from '../theme/class-names.ts';
import { isComposing } from '../theme/keyboard.ts';
import { TextFrame, type TextBasics } from './field.tsx';
import styles from './text-area.module.css';

export interface TextAreaProps extends TextBasics {
  placeholder?: string | undefined;
  /** How many lines it has room for before anything is in it. */
  rows?: number;
  /** Ctrl or ⌘ with Enter, outside a composition. */
  onSubmit?: (() => void) | undefined;
  /** Enter submits too, where a new line means nothing; Shift with Enter still makes one. */
  submitsOnEnter?: boolean;
  onEscape?: (() => void) | undefined;
  inputRef?: Ref<HTMLTextAreaElement>;
}

/** Longer than a third of any window. The browser lays a box that grows with its text out twice, which shows in a long one. */
const longText = 10_000;

/** Grows with its text, from `rows` up to a third of the window. */
export function TextArea({
  placeholder = '',
  rows = 1,
  onSubmit,
  submitsOnEnter = false,
  onEscape,
  inputRef,
  ...basics
}: TextAreaProps) {
  const handleKey = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const isSubmit = event.ctrlKey || event.metaKey || (submitsOnEnter && !event.shiftKey);
    if (event.key === 'Enter' && isSubmit && onSubmit) {
      event.preventDefault();
      event.stopPropagation();
      onSubmit();
    }
    if (event.key === 'Escape' && onEscape) {
      event.stopPropagation();
      onEscape();
    }
  };
  return (
    <TextFrame {...basics}>
      {(box) => (
        <textarea
          {...box}
          ref={inputRef}
          // The attribute counts for nothing in a box that grows.
          style={{ '--rows': rows } as CSSProperties}
          placeholder={placeholder}
          className={classNames(styles.area, box.value.length > longText && styles.long)}
          onKeyDown={handleKey}
        />
      )}
    </TextFrame>
  );
}
