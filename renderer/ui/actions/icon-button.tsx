import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Tooltip } from '../overlays/tooltip.tsx';
import { classNames } from '../theme/class-names.ts';
import styles from './icon-button.module.css';

export interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'aria-label'> {
  /** The name for screen readers, also shown as the tooltip. */
  label: string;
  icon: ReactNode;
  keys?: string | undefined;
  size?: 'small' | 'normal';
  /** Drawn as pressed, for a button that shows a state. */
  isActive?: boolean;
  /** Where the tooltip would cover what one looks at next. */
  isTooltipHidden?: boolean;
}

export function IconButton({
  label,
  icon,
  keys,
  size = 'normal',
  isActive = false,
  isTooltipHidden = false,
  ...rest
}: IconButtonProps) {
  const button = (
    <AriaButton
      {...rest}
      aria-label={label}
      className={classNames(styles.button, styles[size], isActive && styles.active)}
    >
      {icon}
    </AriaButton>
  );
  if (isTooltipHidden) return button;
  return (
    <Tooltip text={label} keys={keys}>
      {button}
    </Tooltip>
  );
}
