import type { ReactNode } from 'react';
import { ListBoxItem, Text } from 'react-aria-components';
import styles from './options.module.css';

/** One choice of a Select or ComboBox. */
export interface Option<Id extends string = string> {
  id: Id;
  label: string;
  /** Said beside the label, muted; searched too. */
  detail?: string | undefined;
  icon?: ReactNode;
}

export function OptionItem({ option }: { option: Option }) {
  return (
    <ListBoxItem id={option.id} textValue={option.label} className={styles.item ?? ''}>
      {option.icon !== undefined && <span className={styles.icon}>{option.icon}</span>}
      <Text slot="label" className={styles.label ?? ''}>
        {option.label}
      </Text>
      {option.detail !== undefined && (
        <Text slot="description" className={styles.detail ?? ''}>
          {option.detail}
        </Text>
      )}
    </ListBoxItem>
  );
}

export const optionStyles = {
  popover: styles.popover ?? '',
  list: styles.list ?? '',
  empty: styles.empty ?? '',
  arrow: styles.arrow ?? '',
};
