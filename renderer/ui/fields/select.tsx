import { ChevronDown } from 'lucide-react';
import { Button, ListBox, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components';
import { FieldFrame, fieldStyles, type FieldBasics } from './field.tsx';
import { OptionItem, optionStyles, type Option } from './options.tsx';
import styles from './select.module.css';

export interface SelectProps<Id extends string> extends FieldBasics {
  options: readonly Option<Id>[];
  value: Id | null;
  onChange: (id: Id) => void;
  placeholder?: string;
  isDisabled?: boolean;
  autoFocus?: boolean;
}

/** One choice of a short, known list; for two to five words that should all be seen, SegmentedControl. */
export function Select<Id extends string>({
  label,
  isLabelHidden,
  description,
  error,
  options,
  value,
  onChange,
  placeholder = '—',
  ...rest
}: SelectProps<Id>) {
  return (
    <AriaSelect
      {...rest}
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.id === key);
        if (chosen) onChange(chosen.id);
      }}
      placeholder={placeholder}
      isInvalid={error !== undefined}
      className={fieldStyles.field}
    >
      <FieldFrame label={label} isLabelHidden={isLabelHidden} description={description} error={error}>
        <Button className={styles.button ?? ''}>
          <SelectValue className={styles.value ?? ''} />
          <ChevronDown aria-hidden="true" />
        </Button>
      </FieldFrame>
      <Popover className={optionStyles.popover} offset={4}>
        <ListBox className={optionStyles.list} items={options}>
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
