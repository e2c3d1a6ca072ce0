import { useId, useRef, useState, type ReactNode } from 'react';
import { Popover } from 'react-aria-components';
import chipStyles from '../text/chip.module.css';
import type { Tone } from '../text/chip.tsx';
import { classNames } from '../theme/class-names.ts';
import styles from './popover.module.css';

export interface PopoverChip {
  id: string;
  tone: Tone;
  /** Drawn before the text. */
  sign?: ReactNode;
  text: string;
  /** Read out instead of the text. */
  spoken: string;
  /** Name of the small window. */
  label: string;
  content: ReactNode;
}

/** A row of chips that explain themselves. They share one small window, so that until it opens they cost next to nothing. */
export function PopoverChips({ chips, className }: { chips: readonly PopoverChip[]; className: string | undefined }) {
  const [openId, setOpenId] = useState<string | null>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const labelId = useId();
  const opened = chips.find(({ id }) => id === openId);
  return (
    <div className={className}>
      {chips.map(({ id, tone, sign, text, spoken }) => (
        <button
          key={id}
          type="button"
          aria-label={spoken}
          aria-haspopup="dialog"
          aria-expanded={id === openId}
          className={classNames(chipStyles.chip, chipStyles.button, chipStyles[tone])}
          onClick={({ currentTarget }) => {
            trigger.current = currentTarget;
            setOpenId(id);
          }}
        >
          {sign}
          {text}
        </button>
      ))}
      {opened && (
        <Popover
          isOpen
          onOpenChange={() => {
            setOpenId(null);
          }}
          triggerRef={trigger}
          placement="bottom start"
          offset={6}
          aria-labelledby={labelId}
          className={styles.popover ?? ''}
        >
          <span id={labelId} hidden>
            {opened.label}
          </span>
          <div className={styles.body}>{opened.content}</div>
        </Popover>
      )}
    </div>
  );
}
