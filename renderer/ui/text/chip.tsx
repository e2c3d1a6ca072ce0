import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { PressButton, type PressButtonProps } from '../actions/press-button.tsx';
import { classNames } from '../theme/class-names.ts';
import { Menu, type MenuProps } from '../overlays/menu.tsx';
import { useKit } from '../theme/kit-provider.tsx';
import styles from './chip.module.css';

export type Tone = 'plain' | 'action' | 'seal' | 'good' | 'warn';

/** A word in a rounded box that does nothing. */
export function Chip({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={classNames(styles.chip, styles[tone])}>{children}</span>;
}

export interface ChipButtonProps extends Omit<PressButtonProps, 'children' | 'className' | 'style'> {
  tone?: Tone;
  children: ReactNode;
}

/** A chip that opens or does something; may be the trigger of a Menu, Popover or Tooltip. */
export function ChipButton({ tone = 'plain', children, ...rest }: ChipButtonProps) {
  return (
    <PressButton {...rest} className={classNames(styles.chip, styles.button, styles[tone])}>
      {children}
    </PressButton>
  );
}

export interface ToggleChipProps
  extends Omit<PressButtonProps, 'children' | 'className' | 'style' | 'onPress' | 'onChange'> {
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  children: ReactNode;
}

/** A chip that is on or off. */
export function ToggleChip({ isSelected, onChange, children, ...rest }: ToggleChipProps) {
  return (
    <PressButton
      {...rest}
      aria-pressed={isSelected}
      className={classNames(styles.chip, styles.button, styles.toggle)}
      onPress={() => {
        onChange(!isSelected);
      }}
    >
      {children}
    </PressButton>
  );
}

export interface RemovableChipProps {
  /** Read out with the remove button. */
  label: string;
  tone?: Tone;
  onRemove: () => void;
  /** Pressing the word itself, for example to change the condition. */
  onPress?: () => void;
  /** What the word itself opens. */
  menu?: Pick<MenuProps, 'label' | 'groups'>;
}

export function RemovableChip({ label, tone = 'action', onRemove, onPress, menu }: RemovableChipProps) {
  const { words } = useKit();
  return (
    <span className={classNames(styles.chip, styles.removable, styles[tone])}>
      {menu ? (
        <Menu
          {...menu}
          placement="bottom start"
          trigger={<PressButton className={styles.word ?? ''}>{label}</PressButton>}
        />
      ) : onPress ? (
        <PressButton className={styles.word ?? ''} onPress={onPress}>
          {label}
        </PressButton>
      ) : (
        <span>{label}</span>
      )}
      <PressButton className={styles.remove ?? ''} aria-label={`${words.remove} ${label}`} onPress={onRemove}>
        <X />
      </PressButton>
    </span>
  );
}
