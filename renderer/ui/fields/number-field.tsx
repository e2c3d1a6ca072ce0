import { Minus, Plus } from 'lucide-react';
import { useContext, useEffect, useRef, type ReactNode } from 'react';
import {
  Button,
  Group,
  Input,
  NumberField as AriaNumberField,
  NumberFieldStateContext,
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
  /** What is typed counts after a short pause, too, not only when the field is left. */
  isLive?: boolean;
}

const pauseMs = 500;

export function NumberField({
  label,
  isLabelHidden,
  description,
  error,
  unit,
  isPlain = false,
  placeholder = '',
  isLive = false,
  ...rest
}: NumberFieldProps) {
  const { words } = useKit();
  return (
    <AriaNumberField {...rest} isInvalid={error !== undefined} className={fieldStyles.field}>
      <FieldFrame label={label} isLabelHidden={isLabelHidden} description={description} error={error}>
        <Group className={fieldStyles.box}>
          {isLive ? (
            <LiveInput
              placeholder={placeholder}
              least={rest.minValue}
              most={rest.maxValue}
              onPause={(value) => rest.onChange?.(value)}
            />
          ) : (
            <Input placeholder={placeholder} className={fieldStyles.input} />
          )}
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

interface LiveInputProps {
  placeholder: string;
  least: number | undefined;
  most: number | undefined;
  onPause: (value: number) => void;
}

function LiveInput({ placeholder, least = -Infinity, most = Infinity, onPause }: LiveInputProps) {
  const state = useContext(NumberFieldStateContext);
  const current = useRef({ state, onPause });
  useEffect(() => {
    current.current = { state, onPause };
  });
  const timer = useRef(0);
  useEffect(
    () => () => {
      window.clearTimeout(timer.current);
    },
    [],
  );
  const wait = ({ currentTarget: box }: { currentTarget: HTMLInputElement }): void => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      const typed = current.current.state;
      if (!typed || document.activeElement !== box || box.selectionStart !== box.value.length) return;
      const { numberValue: value, inputValue } = typed;
      // The box shows anew what counts: `1.` and `1.50` go on, and out of bounds is what only begins.
      const isSettled = inputValue === '' || inputValue.replaceAll(',', '') === String(value);
      if (isSettled && !(value < least || value > most)) current.current.onPause(value);
    }, pauseMs);
  };
  return <Input placeholder={placeholder} className={fieldStyles.input} onInput={wait} />;
}
