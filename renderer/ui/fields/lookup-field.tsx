import { useContext, useEffect, useEffectEvent, useState, type KeyboardEvent } from 'react';
import { ComboBox, ComboBoxStateContext, Group, Input, ListBox, Popover } from 'react-aria-components';
import { isComposing } from '../theme/keyboard.ts';
import { FieldFrame, fieldStyles, type FieldBasics } from './field.tsx';
import styles from './lookup-field.module.css';
import { OptionItem, optionStyles, type Option } from './options.tsx';

export interface LookupFieldProps extends FieldBasics {
  text: string;
  /** What the text finds, best first; the caller looks it up. */
  options: readonly Option[];
  placeholder?: string;
  /** Said while nothing is found; without it the list stays closed until something is. */
  noneFound?: string;
  autoFocus?: boolean;
  /** Enter while nothing in the list is marked. */
  onEnter?: (() => void) | undefined;
  onFocusChange?: (isFocused: boolean) => void;
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
  noneFound,
  autoFocus = false,
  onEnter,
  onFocusChange,
  onType,
  onTake,
}: LookupFieldProps) {
  // What was taken is in the box now; offering it again would keep the list open over the fields below.
  const [isTaken, setTaken] = useState(false);
  const [isTyped, setTyped] = useState(false);
  const offered = isTaken ? [] : options;
  const handleKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || !onEnter || isComposing(event)) return;
    const isOfList = event.currentTarget.hasAttribute('aria-activedescendant');
    if (!isOfList && !event.ctrlKey && !event.metaKey && !event.altKey) onEnter();
  };
  return (
    <ComboBox
      items={offered}
      inputValue={text}
      onInputChange={(typed) => {
        setTaken(false);
        setTyped(true);
        onType(typed);
      }}
      value={null}
      onChange={(key) => {
        if (key === null) return;
        setTaken(true);
        onTake(String(key));
      }}
      // What the options are was decided by whoever looked them up.
      defaultFilter={() => true}
      menuTrigger="input"
      allowsCustomValue
      allowsEmptyCollection={noneFound !== undefined && text.trim() !== '' && !isTaken}
      isInvalid={error !== undefined}
      autoFocus={autoFocus}
      {...(onFocusChange ? { onFocusChange } : {})}
      className={fieldStyles.field}
    >
      <FieldFrame label={label} isLabelHidden={isLabelHidden} description={description} error={error}>
        <Group className={fieldStyles.box}>
          <Input className={fieldStyles.input} placeholder={placeholder} onKeyDown={handleKey} />
        </Group>
      </FieldFrame>
      {isTyped && <OpenWhenFound hasOptions={offered.length > 0} />}
      <Popover className={`${optionStyles.popover} ${styles.popover ?? ''}`} offset={4}>
        <ListBox
          className={optionStyles.list}
          items={offered}
          renderEmptyState={() => <p className={styles.none}>{noneFound}</p>}
        >
          {(option: Option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

/** The list opens with a key, and what the key finds may come later. */
function OpenWhenFound({ hasOptions }: { hasOptions: boolean }) {
  const state = useContext(ComboBoxStateContext);
  const open = useEffectEvent(() => {
    if (state?.isFocused && !state.isOpen) state.open(null, 'input');
  });
  useEffect(() => {
    if (hasOptions) open();
  }, [hasOptions]);
  return null;
}
