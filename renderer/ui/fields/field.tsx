import { useEffect, useId, useRef, type InputHTMLAttributes, type ReactNode, type RefObject } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import styles from './field.module.css';

/** What every labelled control takes. */
export interface FieldBasics {
  label: string;
  /** The label is only for screen readers. */
  isLabelHidden?: boolean | undefined;
  description?: ReactNode;
  /** What is wrong, in words; shown in seal red and announced. */
  error?: string | undefined;
}

/** Label above, with how what is typed is written, control, help or error below. Used inside the react-aria field that owns the control. */
export function FieldFrame({
  label,
  isLabelHidden = false,
  shape,
  description,
  error,
  children,
}: FieldBasics & { shape?: string | undefined; children: ReactNode }) {
  return (
    <>
      <Label className={(isLabelHidden ? styles.hiddenLabel : styles.label) ?? ''}>
        {label}
        {shape !== undefined && (
          <span className={styles.shape} aria-hidden="true">
            {shape}
          </span>
        )}
      </Label>
      {children}
      {description !== undefined && error === undefined && (
        <Text slot="description" className={styles.description ?? ''}>
          {description}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
    </>
  );
}

/** What the boxes for text take; what they tell comes as the text itself. */
export interface TextBasics
  extends FieldBasics,
    Pick<
      InputHTMLAttributes<HTMLElement>,
      'autoComplete' | 'onBlur' | 'onCompositionEnd' | 'onCompositionStart' | 'spellCheck'
    > {
  value: string;
  onChange?: ((text: string) => void) | undefined;
  autoFocus?: boolean | undefined;
  isDisabled?: boolean | undefined;
  isReadOnly?: boolean | undefined;
  isRequired?: boolean | undefined;
  maxLength?: number | undefined;
}

/** What the browser's own box is given by the frame around it: what was asked of both of them, in the browser's words. */
type BoxProps = Omit<
  TextBasics,
  keyof FieldBasics | 'onChange' | 'autoFocus' | 'isDisabled' | 'isReadOnly' | 'isRequired'
> &
  Pick<
    InputHTMLAttributes<HTMLElement>,
    'aria-describedby' | 'aria-invalid' | 'aria-required' | 'disabled' | 'id' | 'readOnly'
  > & { onChange: (event: { target: { value: string } }) => void };

/**
 * The same around the browser's own boxes for text. Those of React Aria draw themselves anew twice whenever the screen that
 * they stand on is shown again, to see whether there is a description.
 */
export function TextFrame({
  label,
  isLabelHidden = false,
  description,
  error,
  autoFocus = false,
  isDisabled = false,
  isReadOnly,
  isRequired,
  onChange,
  children,
  ...ofBox
}: TextBasics & { children: (box: BoxProps) => ReactNode }) {
  const frame = useFirstFocus(autoFocus);
  const id = useId();
  const isWrong = error !== undefined;
  const isDescribed = description !== undefined && !isWrong;
  return (
    <div
      ref={frame}
      className={styles.field}
      data-invalid={isWrong || undefined}
      data-disabled={isDisabled || undefined}
    >
      <label htmlFor={id} className={isLabelHidden ? styles.hiddenLabel : styles.label}>
        {label}
      </label>
      {children({
        ...ofBox,
        id,
        'aria-describedby': isWrong || isDescribed ? `${id}-about` : undefined,
        'aria-invalid': isWrong || undefined,
        'aria-required': isRequired,
        disabled: isDisabled,
        readOnly: isReadOnly,
        onChange: (event) => {
          onChange?.(event.target.value);
        },
      })}
      {(isWrong || isDescribed) && (
        <span id={`${id}-about`} className={isWrong ? styles.error : styles.description}>
          {error ?? description}
        </span>
      )}
    </div>
  );
}

/** Gives the keyboard to the box in a frame when it is made, once the dialog that it came with may have it. */
export function useFirstFocus(isWanted: boolean): RefObject<HTMLDivElement | null> {
  const frame = useRef<HTMLDivElement>(null);
  const isGiven = useRef(!isWanted);
  useEffect(() => {
    if (!isGiven.current) frame.current?.querySelector<HTMLElement>('input, textarea')?.focus();
    isGiven.current = true;
  }, []);
  return frame;
}

export const fieldStyles = {
  field: styles.field ?? '',
  label: styles.label ?? '',
  box: styles.box ?? '',
  input: styles.input ?? '',
  addon: styles.addon ?? '',
};
