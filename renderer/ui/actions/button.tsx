import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { classNames } from '../theme/class-names.ts';
import styles from './button.module.css';
import { Kbd } from './kbd.tsx';

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  children: ReactNode;
  kind?: 'primary' | 'normal' | 'quiet' | 'danger';
  size?: 'small' | 'normal' | 'large';
  icon?: ReactNode;
  /** Shortcut shown on the button, such as `N` or `Mod+Enter`; the screen binds it. */
  keys?: string | undefined;
  /** Takes the whole width. */
  isWide?: boolean;
}

export function Button({ children, kind = 'normal', size = 'normal', icon, keys, isWide, ...rest }: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      className={classNames(styles.button, styles[kind], styles[size], isWide === true && styles.wide)}
    >
      {icon}
      <span className={styles.label}>{children}</span>
      {keys !== undefined && <Kbd keys={keys} />}
    </AriaButton>
  );
}
