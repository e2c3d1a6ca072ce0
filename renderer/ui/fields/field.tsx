import type { ReactNode } from 'react';
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

/** Label above, control, help or error below. Used inside the react-aria field that owns the control. */
export function FieldFrame({
  label,
  isLabelHidden = false,
  description,
  error,
  children,
}: FieldBasics & { children: ReactNode }) {
  return (
    <>
      <Label className={(isLabelHidden ? styles.hiddenLabel : styles.label) ?? ''}>{label}</Label>
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

export const fieldStyles = {
  field: styles.field ?? '',
  label: styles.label ?? '',
  box: styles.box ?? '',
  input: styles.input ?? '',
  addon: styles.addon ?? '',
};
