import type { ReactNode, Ref } from 'react';
import { useT } from '../../../platform/language.tsx';
import { classNames } from '../../../ui/theme/class-names.ts';
import { answeringKeys } from '../answers/answer-tools.tsx';
import type { FactAnswer } from '../answers/use-answers.ts';
import styles from './card.module.css';
import { valueMark } from './focus-values.ts';

interface ValueButtonProps {
  /** What the fact is called. */
  label: string;
  /** In words; empty for none. */
  value: string;
  /** How a long value goes on. */
  goesOn?: string;
  answer: FactAnswer | undefined;
  ref?: Ref<HTMLButtonElement>;
  onEdit: () => void;
  /** What follows from the value, and how that is read out with it. */
  children?: ReactNode;
  follows?: string;
}

/** A fact as it stands on the card, or what was answered in its place: a press edits it, a key answers. */
export function ValueButton({ label, value, goesOn = '', answer, ref, onEdit, children, follows }: ValueButtonProps) {
  const t = useT();
  const told = value === '' ? (answer?.said ?? '') : value;
  return (
    <button
      ref={ref}
      type="button"
      {...valueMark}
      className={classNames(styles.factValue, value === '' && styles.factEmpty)}
      aria-label={
        told === ''
          ? t('facts.add', { field: label })
          : [`${t('facts.edit', { field: label })}: ${told}${goesOn}`, follows].filter(Boolean).join(' ')
      }
      onKeyDown={answeringKeys(answer)}
      onClick={onEdit}
    >
      {told === '' ? '—' : told}
      {goesOn !== '' && <span className={styles.factDetail}>{goesOn}</span>}
      {children}
    </button>
  );
}
