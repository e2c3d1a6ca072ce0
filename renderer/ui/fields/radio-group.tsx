import type { ReactNode } from 'react';
import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components';
import { FieldFrame, fieldStyles, type FieldBasics } from './field.tsx';
import styles from './radio-group.module.css';

export interface RadioOption<Id extends string> {
  id: Id;
  label: ReactNode;
  /** One or two sentences under the label. */
  detail?: ReactNode;
  isDisabled?: boolean;
}

export interface RadioGroupProps<Id extends string> extends FieldBasics {
  options: readonly RadioOption<Id>[];
  value: Id | null;
  onChange: (id: Id) => void;
  isDisabled?: boolean;
}

export function RadioGroup<Id extends string>({
  label,
  isLabelHidden,
  description,
  error,
  options,
  value,
  onChange,
  ...rest
}: RadioGroupProps<Id>) {
  return (
    <AriaRadioGroup
      {...rest}
      value={value}
      isInvalid={error !== undefined}
      className={fieldStyles.field}
      onChange={(id) => {
        const chosen = options.find((option) => option.id === id);
        if (chosen) onChange(chosen.id);
      }}
    >
      <FieldFrame label={label} isLabelHidden={isLabelHidden} description={description} error={error}>
        {options.map((option) => (
          <Radio
            key={option.id}
            value={option.id}
            isDisabled={option.isDisabled === true}
            className={styles.radio ?? ''}
          >
            <span className={styles.dot} aria-hidden="true" />
            <span>
              {option.label}
              {option.detail !== undefined && <span className={styles.detail}>{option.detail}</span>}
            </span>
          </Radio>
        ))}
      </FieldFrame>
    </AriaRadioGroup>
  );
}
