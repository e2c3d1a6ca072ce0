import type { ReactElement, ReactNode, RefObject } from 'react';
import {
  Header,
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection,
  Popover as AriaPopover,
  type PopoverProps,
} from 'react-aria-components';
import { Kbd } from '../actions/kbd.tsx';
import { OpenerContext } from '../actions/press-button.tsx';
import { classNames } from '../theme/class-names.ts';
import styles from './menu.module.css';
import { useOpener, type OpenState } from './use-opener.ts';

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

export interface MenuProps extends OpenState {
  label: string;
  /** The button that opens it. */
  trigger: ReactElement;
  groups: readonly MenuGroup[];
  placement?: PopoverProps['placement'];
}

/** Its list is made when it is opened: until then it costs no more than its button. */
export function Menu({ trigger, ...rest }: MenuProps) {
  const { opener, isOpen, focus, setOpen } = useOpener('menu', rest);
  return (
    <>
      <OpenerContext value={opener}>{trigger}</OpenerContext>
      {isOpen && <OpenMenu {...rest} button={opener.ref} focus={focus} onOpenChange={setOpen} />}
    </>
  );
}

interface OpenMenuProps extends Pick<MenuProps, 'label' | 'groups' | 'placement'> {
  button: RefObject<HTMLButtonElement | null>;
  focus: 'first' | 'last' | undefined;
  onOpenChange: (isOpen: boolean) => void;
}

function OpenMenu({ label, groups, placement = 'bottom end', button, focus, onOpenChange }: OpenMenuProps) {
  const entries = groups.flatMap((group) => group.entries);
  /** Labels stand in one column: behind marks where any entry has one, at the edge where none has. */
  const hasMarks = entries.some((entry) => entry.icon !== undefined || entry.isChecked !== undefined);
  const disabled = entries.filter((entry) => entry.isDisabled).map((entry) => entry.id);
  return (
    <AriaPopover
      isOpen
      trigger="MenuTrigger"
      triggerRef={button}
      placement={placement}
      offset={4}
      className={styles.popover ?? ''}
      onOpenChange={onOpenChange}
    >
      <AriaMenu
        aria-label={label}
        autoFocus={focus ?? true}
        disabledKeys={disabled}
        className={styles.menu ?? ''}
        onAction={(key) => entries.find((entry) => entry.id === key)?.onAction()}
        onClose={() => {
          onOpenChange(false);
        }}
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
  );
}
