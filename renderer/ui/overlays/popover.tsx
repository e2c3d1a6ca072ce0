import { useContext, type ReactElement, type ReactNode } from 'react';
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

/** A small window beside its button. Escape and a click elsewhere close it. */
export function Popover({ label, trigger, children, placement = 'bottom start', ...state }: PopoverProps) {
  return (
    <DialogTrigger {...state}>
      {trigger}
      <AriaPopover aria-label={label} placement={placement} offset={6} className={styles.popover ?? ''}>
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
