import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { Group, Input, TextField as AriaTextField, type TextFieldProps as AriaProps } from 'react-aria-components';
import { isComposing } from '../theme/keyboard.ts';
import { FieldFrame, fieldStyles, type FieldBasics } from './field.tsx';

export interface TextFieldProps
  extends FieldBasics,
    Omit<AriaProps, 'children' | 'className' | 'style' | 'onKeyDown' | 'isInvalid'> {
  placeholder?: string | undefined;
  /** Enter outside a composition. */
  onEnter?: (() => void) | undefined;
  onEscape?: (() => void) | undefined;
  /** Drawn inside the box, before or after the text. */
  before?: ReactNode;
  after?: ReactNode;
  inputRef?: Ref<HTMLInputElement>;
}

export function TextField({
  label,
  isLabelHidden,
  description,
  error,
  placeholder = '',
  onEnter,
  onEscape,
  before,
  after,
  inputRef,
  ...rest
}: TextFieldProps) {
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
  };
  return (
    <AriaTextField {...rest} isInvalid={error !== undefined} className={fieldStyles.field}>
      <FieldFrame label={label} isLabelHidden={isLabelHidden} description={description} error={error}>
        <Group className={fieldStyles.box}>
          {before}
          <Input
            {...(inputRef ? { ref: inputRef } : {})}
            placeholder={placeholder}
            className={fieldStyles.input}
            onKeyDown={handleKey}
          />
          {after}
        </Group>
      </FieldFrame>
    </AriaTextField>
  );
}
