import type { ReactNode } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { classNames } from '../theme/class-names.ts';
import styles from './segmented-control.module.css';

export interface Segment<Id extends string> {
  id: Id;
  label: ReactNode;
}

export interface SegmentedControlProps<Id extends string> {
  label: string;
  segments: readonly Segment<Id>[];
  value: Id;
  onChange: (id: Id) => void;
  isDisabled?: boolean;
  /** Small words without a box around them, which may go on in a second row; for a narrow place. */
  isLoose?: boolean;
}

/** One of two to five short choices, all visible. */
export function SegmentedControl<Id extends string>({
  label,
  segments,
  value,
  onChange,
  isDisabled = false,
  isLoose = false,
}: SegmentedControlProps<Id>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={classNames(styles.group, isLoose && styles.loose)}
      selectionMode="single"
      disallowEmptySelection
      isDisabled={isDisabled}
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = segments.find((segment) => keys.has(segment.id));
        if (chosen) onChange(chosen.id);
      }}
    >
      {segments.map((segment) => (
        <ToggleButton key={segment.id} id={segment.id} className={styles.segment ?? ''}>
          {typeof segment.label === 'string' ? (
            <span className={styles.word} data-word={segment.label}>
              {segment.label}
            </span>
          ) : (
            segment.label
          )}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
