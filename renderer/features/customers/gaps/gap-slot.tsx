import { useState, type ReactNode } from 'react';
import type { AnswerWord } from '#shared/domain/customer/answer.ts';
import { useT } from '../../../platform/language.tsx';
import { AnswerMenu } from '../answers/answer-menu.tsx';
import styles from './gaps.module.css';

interface GapSlotProps {
  field: string;
  problem: string | null;
  offered: readonly AnswerWord[];
  /** What stands in it was left there before and is not saved. */
  isBroughtBack?: boolean;
  onAnswer: (word: AnswerWord) => void;
  children: ReactNode;
}

/** What stands around a box for something that is missing: its name, the answers there are, and what is wrong. */
export function GapSlot({ field, problem, offered, isBroughtBack = false, onAnswer, children }: GapSlotProps) {
  const t = useT();
  /** There are hundreds of boxes, and a menu in each would be felt. */
  const [isNear, setNear] = useState(false);
  const comeNear = () => {
    setNear(true);
  };
  return (
    <span className={styles.slot}>
      <span
        className={styles.box}
        data-invalid={problem !== null || undefined}
        onFocus={comeNear}
        onPointerEnter={comeNear}
      >
        <span className={styles.label} aria-hidden="true">
          {field}
        </span>
        {children}
        {isNear && <AnswerMenu field={field} offered={offered} onAnswer={onAnswer} isPassed />}
      </span>
      {isBroughtBack && <span className={styles.left}>{t('unsaved.broughtBack')}</span>}
      {problem !== null && (
        <span role="alert" className={styles.problem}>
          {problem}
        </span>
      )}
    </span>
  );
}
