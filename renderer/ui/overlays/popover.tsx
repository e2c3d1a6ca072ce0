import { useId, type ReactElement, type ReactNode } from 'react';
import { Popover as AriaPopover, type PopoverProps as AriaPopoverProps } from 'react-aria-components';
import { OpenerContext } from '../actions/press-button.tsx';
import styles from './popover.module.css';
import { useOpener, type OpenState } from './use-opener.ts';

export interface PopoverProps extends OpenState {
  /** Name of the small window for screen readers. */
  label: string;
  /** The button that opens it. */
  trigger: ReactElement;
  children: ReactNode | ((close: () => void) => ReactNode);
  placement?: AriaPopoverProps['placement'];
}

/** A small window beside its button, by its own name and not its button's. Escape and a click elsewhere close it. */
export function Popover({ label, trigger, children, placement = 'bottom start', ...state }: PopoverProps) {
  const labelId = useId();
  const { opener, isOpen, setOpen } = useOpener('dialog', state);
  return (
    <>
      <OpenerContext value={opener}>{trigger}</OpenerContext>
      {isOpen && (
        <AriaPopover
          isOpen
          trigger="DialogTrigger"
          triggerRef={opener.ref}
          aria-labelledby={labelId}
          placement={placement}
          offset={6}
          className={styles.popover ?? ''}
          onOpenChange={setOpen}
        >
          <span id={labelId} hidden>
            {label}
          </span>
          <div className={styles.body}>
            {typeof children === 'function'
              ? children(() => {
                  setOpen(false);
                })
              : children}
          </div>
        </AriaPopover>
      )}
    </>
  );
}
