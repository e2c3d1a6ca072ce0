import { ChevronDown } from 'lucide-react';
import { Button, ComboBox as AriaComboBox, Group, Input, ListBox, Popover } from 'react-aria-components';
import { useKit } from '../theme/kit-provider.tsx';
import { FieldFrame, fieldStyles, type FieldBasics } from './field.tsx';
import { OptionItem, optionStyles, type Option } from './options.tsx';

interface Common<Id extends string> extends FieldBasics {
  options: readonly Option<Id>[];
  value: Id | null;
  /** `null` when the box was emptied. */
  onChange: (id: Id | null) => void;
  placeholder?: string;
  isDisabled?: boolean;
  autoFocus?: boolean;
}

/** Left to itself the box filters its options; with `inputValue` the screen finds them and gives new `options`. */
export type ComboBoxProps<Id extends string> = Common<Id> &
  ({ inputValue?: never; onInputChange?: never } | { inputValue: string; onInputChange: (text: string) => void });

/** A choice found by typing. */
export function ComboBox<Id extends string>({
  label,
  isLabelHidden,
  description,
  error,
  options,
  value,
  onChange,
  placeholder = '',
  inputValue,
  onInputChange,
  ...rest
}: ComboBoxProps<Id>) {
  const { words } = useKit();
  const isAsync = inputValue !== undefined;
  const items = isAsync
    ? { items: options, inputValue, onInputChange, defaultFilter: () => true }
    : { defaultItems: options };
  return (
    <AriaComboBox
      {...rest}
      {...items}
      value={value}
      onChange={(key) => {
        onChange(options.find((option) => option.id === key)?.id ?? null);
      }}
      menuTrigger="focus"
      allowsEmptyCollection
      isInvalid={error !== undefined}
      className={fieldStyles.field}
    >
      <FieldFrame label={label} isLabelHidden={isLabelHidden} description={description} error={error}>
        <Group className={fieldStyles.box}>
          <Input className={fieldStyles.input} placeholder={placeholder} />
          <Button className={optionStyles.arrow}>
            <ChevronDown />
          </Button>
        </Group>
      </FieldFrame>
      <Popover className={optionStyles.popover} offset={4}>
        <ListBox<Option<Id>>
          className={optionStyles.list}
          renderEmptyState={() => <div className={optionStyles.empty}>{words.noResults}</div>}
        >
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
