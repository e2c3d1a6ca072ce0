import type { ReactElement, ReactNode } from 'react';
import {
  Header,
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection,
  MenuTrigger,
  Popover as AriaPopover,
  type PopoverProps,
} from 'react-aria-components';
import { Kbd } from '../actions/kbd.tsx';
import { classNames } from '../theme/class-names.ts';
import styles from './menu.module.css';

export interface MenuEntry {
  id: string;
  label: string;
  icon?: ReactNode;
  /** Said beside the label, muted. */
  detail?: string | undefined;
  keys?: string | undefined;
  isDanger?: boolean;
  isDisabled?: boolean;
  /** Draws a tick. */
  isChecked?: boolean;
  onAction: () => void;
}

export interface MenuGroup {
  id: string;
  title?: string;
  entries: readonly MenuEntry[];
}

export interface MenuProps {
  label: string;
  /** The button that opens it. */
  trigger: ReactElement;
  groups: readonly MenuGroup[];
  placement?: PopoverProps['placement'];
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
}

export function Menu({ label, trigger, groups, placement = 'bottom end', ...state }: MenuProps) {
  const entries = groups.flatMap((group) => group.entries);
  /** Labels stand in one column: behind marks where any entry has one, at the edge where none has. */
  const hasMarks = entries.some((entry) => entry.icon !== undefined || entry.isChecked !== undefined);
  const disabled = entries.filter((entry) => entry.isDisabled).map((entry) => entry.id);
  return (
    <MenuTrigger {...state}>
      {trigger}
      <AriaPopover placement={placement} offset={4} className={styles.popover ?? ''}>
        <AriaMenu
          aria-label={label}
          disabledKeys={disabled}
          className={styles.menu ?? ''}
          onAction={(key) => entries.find((entry) => entry.id === key)?.onAction()}
        >
          {groups.map((group) => (
            <MenuSection key={group.id} className={styles.section ?? ''} aria-label={group.title ?? label}>
              {group.title !== undefined && <Header className={styles.title ?? ''}>{group.title}</Header>}
              {group.entries.map((entry) => (
                <AriaMenuItem
                  key={entry.id}
                  id={entry.id}
                  textValue={entry.label}
                  className={classNames(styles.item, entry.isDanger === true && styles.danger)}
                >
                  {hasMarks && <span className={styles.icon}>{entry.isChecked === true ? '✓' : entry.icon}</span>}
                  <span className={styles.label}>{entry.label}</span>
                  {entry.detail !== undefined && <span className={styles.detail}>{entry.detail}</span>}
                  {entry.keys !== undefined && <Kbd keys={entry.keys} />}
                </AriaMenuItem>
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </AriaPopover>
    </MenuTrigger>
  );
}
