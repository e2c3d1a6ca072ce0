import type { ReactNode } from 'react';
import { ListBoxItem } from 'react-aria-components';
import styles from './options.module.css';

/** One choice of a Select. */
export interface Option<Id extends string = string> {
  id: Id;
  label: string;
  /** Said beside the label, muted. */
  detail?: string | undefined;
  icon?: ReactNode;
}

export function OptionItem({ option }: { option: Option }) {
  return (
    <ListBoxItem id={option.id} textValue={option.label} className={styles.item ?? ''}>
      {option.icon !== undefined && <span className={styles.icon}>{option.icon}</span>}
      <span className={styles.label}>{option.label}</span>
      {option.detail !== undefined && (
        <span className={styles.detail} data-detail>
          {option.detail}
        </span>
      )}
    </ListBoxItem>
  );
}

export const optionStyles = {
  popover: styles.popover ?? '',
  list: styles.list ?? '',
};
