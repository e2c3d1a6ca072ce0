import { Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button,
  Group,
  Input,
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaProps,
} from 'react-aria-components';
import { useKit } from '../theme/kit-provider.tsx';
import { FieldFrame, fieldStyles, type FieldBasics } from './field.tsx';
import styles from './number-field.module.css';

export interface NumberFieldProps
  extends FieldBasics,
    Omit<AriaProps, 'children' | 'className' | 'style' | 'isInvalid'> {
  /** Shown after the number, such as `天`. */
  unit?: ReactNode;
  /** Leaves out the two buttons, for amounts. */
  isPlain?: boolean;
  placeholder?: string;
}

export function NumberField({
  label,
  isLabelHidden,
  description,
  error,
  unit,
  isPlain = false,
  placeholder = '',
  ...rest
}: NumberFieldProps) {
  const { words } = useKit();
  return (
    <AriaNumberField {...rest} isInvalid={error !== undefined} className={fieldStyles.field}>
      <FieldFrame label={label} isLabelHidden={isLabelHidden} description={description} error={error}>
        <Group className={fieldStyles.box}>
          <Input placeholder={placeholder} className={fieldStyles.input} />
          {unit !== undefined && <span className={fieldStyles.addon}>{unit}</span>}
          {!isPlain && (
            <>
              <Button slot="decrement" className={styles.step ?? ''} aria-label={words.decrease}>
                <Minus />
              </Button>
              <Button slot="increment" className={styles.step ?? ''} aria-label={words.increase}>
                <Plus />
              </Button>
            </>
          )}
        </Group>
      </FieldFrame>
    </AriaNumberField>
  );
}
