import { useContext, useId, type ReactElement, type ReactNode } from 'react';
import {
  DialogTrigger,
  OverlayTriggerStateContext,
  Popover as AriaPopover,
  type PopoverProps as AriaPopoverProps,
} from 'react-aria-components';
import styles from './popover.module.css';

export interface PopoverProps {
  /** Name of the small window for screen readers. */
  label: string;
  /** The button that opens it. */
  trigger: ReactElement;
  children: ReactNode | ((close: () => void) => ReactNode);
  placement?: AriaPopoverProps['placement'];
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
}

/** A small window beside its button, by its own name and not its button's. Escape and a click elsewhere close it. */
export function Popover({ label, trigger, children, placement = 'bottom start', ...state }: PopoverProps) {
  const labelId = useId();
  return (
    <DialogTrigger {...state}>
      {trigger}
      <AriaPopover aria-labelledby={labelId} placement={placement} offset={6} className={styles.popover ?? ''}>
        <span id={labelId} hidden>
          {label}
        </span>
        <div className={styles.body}>
          {typeof children === 'function' ? <WithClose>{children}</WithClose> : children}
        </div>
      </AriaPopover>
    </DialogTrigger>
  );
}

function WithClose({ children }: { children: (close: () => void) => ReactNode }) {
  const state = useContext(OverlayTriggerStateContext);
  return children(() => state?.close());
}
