import {
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useRef,
  type ReactElement,
  type ReactNode,
  type RefObject,
} from 'react';
import { flushSync } from 'react-dom';
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
      {isOpen && <OpenMenu {...rest} beside={opener.ref} focus={focus} onOpenChange={setOpen} />}
    </>
  );
}

/** A place in the window, in its pixels. */
export interface MenuPlace {
  x: number;
  y: number;
}

interface ContextMenuProps extends Pick<MenuProps, 'label' | 'groups'> {
  /** Where the pointer is, or below what the keyboard is on. */
  at: MenuPlace;
  isByKey: boolean;
  /** What was pressed lies in it. */
  within: RefObject<HTMLElement | null>;
  onClose: () => void;
}

/** The menu of what was pressed with the other button of the mouse, or of what the keyboard is on. */
export function ContextMenu({ label, groups, at, isByKey, within, onClose }: ContextMenuProps) {
  const close = useRef(onClose);
  useLayoutEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    /** Another press of that kind beside it is one on what lies there, which is out of reach as long as this is open. */
    const goOn = (event: MouseEvent) => {
      if (!event.isTrusted) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.button < 0 || (event.target instanceof Element && event.target.closest('[role=menu]'))) return;
      flushSync(() => {
        close.current();
      });
      // Where the keyboard goes back to from the next one.
      within.current?.focus({ preventScroll: true });
      const { clientX, clientY } = event;
      const press = new window.PointerEvent('contextmenu', { ...pressed, clientX, clientY });
      document.elementFromPoint(clientX, clientY)?.dispatchEvent(press);
    };
    document.addEventListener('contextmenu', goOn, { capture: true });
    return () => {
      document.removeEventListener('contextmenu', goOn, { capture: true });
    };
  }, [within]);
  return (
    <OpenMenu
      label={label}
      groups={groups}
      placement="right top"
      beside={within}
      at={at}
      focus={isByKey ? 'first' : undefined}
      onOpenChange={onClose}
    />
  );
}

const pressed: PointerEventInit = { bubbles: true, cancelable: true, button: 2 };

interface OpenMenuProps extends Pick<MenuProps, 'label' | 'groups' | 'placement'> {
  /** The button, or what `at` lies in. */
  beside: RefObject<HTMLElement | null>;
  at?: MenuPlace;
  focus: 'first' | 'last' | undefined;
  onOpenChange: (isOpen: boolean) => void;
}

/** More than a window is high. */
const entriesAtOnce = 40;

/** The groups that are seen when it opens. Each entry of the others takes a millisecond, and is there in the next moment. */
function groupsAtOnce(groups: readonly MenuGroup[]): readonly MenuGroup[] {
  let entries = 0;
  return groups.filter((group) => {
    const isSeen = entries < entriesAtOnce;
    entries += group.entries.length;
    return isSeen;
  });
}

function OpenMenu({ label, groups, placement = 'bottom end', beside, at, focus, onOpenChange }: OpenMenuProps) {
  const entries = groups.flatMap((group) => group.entries);
  const shown = useDeferredValue(groups, focus === 'last' ? groups : groupsAtOnce(groups));
  /** Labels stand in one column: behind marks where any entry has one, at the edge where none has. */
  const hasMarks = entries.some((entry) => entry.icon !== undefined || entry.isChecked !== undefined);
  const disabled = entries.filter((entry) => entry.isDisabled).map((entry) => entry.id);
  return (
    <AriaPopover
      isOpen
      trigger="MenuTrigger"
      triggerRef={beside}
      {...(at && { 'aria-label': label, getTargetRect: () => new DOMRect(at.x, at.y) })}
      placement={placement}
      offset={at ? 0 : 4}
      className={classNames(styles.popover, at && styles.whole)}
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
        {shown.map((group) => (
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
