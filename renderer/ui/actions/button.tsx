import type { ReactNode } from 'react';
import { classNames } from '../theme/class-names.ts';
import styles from './button.module.css';
import { Kbd } from './kbd.tsx';
import { PressButton, type PressButtonProps } from './press-button.tsx';

export interface ButtonProps extends Omit<PressButtonProps, 'children' | 'className' | 'style'> {
  children: ReactNode;
  /** At work: keeps the focus, takes no press. Say so in the label too. */
  isPending?: boolean;
  kind?: 'primary' | 'normal' | 'quiet' | 'danger';
  size?: 'small' | 'normal' | 'large';
  icon?: ReactNode;
  /** Shortcut shown on the button, such as `N` or `Mod+Enter`; the screen binds it. */
  keys?: string | undefined;
  /** Takes the whole width. */
  isWide?: boolean;
  /** Of a quiet button at an edge: its words stand in line with what is above and below. */
  edge?: 'start' | 'end';
}

export function Button({
  children,
  kind = 'normal',
  size = 'normal',
  icon,
  keys,
  isWide = false,
  edge,
  isPending = false,
  ...rest
}: ButtonProps) {
  return (
    <PressButton
      {...rest}
      {...(isPending && { 'aria-disabled': true, onPress: undefined })}
      className={classNames(
        styles.button,
        styles[kind],
        styles[size],
        isWide && styles.wide,
        edge && styles[edge],
        isPending && styles.pending,
      )}
    >
      {icon}
      <span className={styles.label}>{children}</span>
      {keys !== undefined && <Kbd keys={keys} />}
    </PressButton>
  );
}
