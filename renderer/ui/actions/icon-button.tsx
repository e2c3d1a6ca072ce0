import type { ReactNode } from 'react';
import { classNames } from '../theme/class-names.ts';
import styles from './icon-button.module.css';
import { PressButton, type PressButtonProps } from './press-button.tsx';

export interface IconButtonProps
  extends Omit<PressButtonProps, 'children' | 'className' | 'style' | 'aria-label' | 'tip' | 'tipKeys'> {
  /** The name for screen readers, also shown as the tooltip. */
  label: string;
  icon: ReactNode;
  keys?: string | undefined;
  size?: 'small' | 'normal';
  /** Drawn as pressed, for a button that shows a state. */
  isActive?: boolean;
  /** At work: keeps the focus, takes no press. */
  isPending?: boolean;
  /** Where the tooltip would cover what one looks at next. */
  isTooltipHidden?: boolean;
}

export function IconButton({
  label,
  icon,
  keys,
  size = 'normal',
  isActive = false,
  isPending = false,
  isTooltipHidden = false,
  ...rest
}: IconButtonProps) {
  return (
    <PressButton
      {...rest}
      {...(isPending && { 'aria-disabled': true, onPress: undefined })}
      {...(!isTooltipHidden && { tip: label, tipKeys: keys })}
      aria-label={label}
      className={classNames(styles.button, styles[size], isActive && styles.active)}
    >
      {icon}
    </PressButton>
  );
}
