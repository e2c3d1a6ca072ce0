import { ComboBox, Group, Input, ListBox, Popover } from 'react-aria-components';
import { FieldFrame, fieldStyles, type FieldBasics } from './field.tsx';
import styles from './lookup-field.module.css';
import { OptionItem, optionStyles, type Option } from './options.tsx';

export interface LookupFieldProps extends FieldBasics {
  text: string;
  /** What the text finds, best first; the caller looks it up. */
  options: readonly Option[];
  placeholder?: string;
  autoFocus?: boolean;
  onType: (text: string) => void;
  onTake: (id: string) => void;
}

/** A box in which typing looks something up: the arrow keys choose, Enter takes, and what was typed stays editable. */
export function LookupField({
  label,
  isLabelHidden,
  description,
  error,
  text,
  options,
  placeholder = '',
  autoFocus = false,
  onType,
  onTake,
}: LookupFieldProps) {
  return (
    <ComboBox
      items={options}
      inputValue={text}
      onInputChange={onType}
      value={null}
      onChange={(key) => {
        if (key !== null) onTake(String(key));
      }}
      // What the options are was decided by whoever looked them up.
      defaultFilter={() => true}
      menuTrigger="input"
      allowsCustomValue
      isInvalid={error !== undefined}
      autoFocus={autoFocus}
      className={fieldStyles.field}
    >
      <FieldFrame label={label} isLabelHidden={isLabelHidden} description={description} error={error}>
        <Group className={fieldStyles.box}>
          <Input className={fieldStyles.input} placeholder={placeholder} />
        </Group>
      </FieldFrame>
      <Popover className={`${optionStyles.popover} ${styles.popover ?? ''}`} offset={4}>
        <ListBox className={optionStyles.list} items={options}>
          {(option: Option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
