import { classNames } from '../theme/class-names.ts';
import styles from './class-mark.module.css';

export type MarkShape = 'full' | 'half' | 'ring' | 'none';
export type MarkTone = 'action' | 'seal' | 'good' | 'warn' | 'ink' | 'muted';

export interface ClassMarkProps {
  shape: MarkShape;
  tone: MarkTone;
  word: string;
}

/** The shape of a class; its word is enough, so it is hidden from screen readers. */
export function ClassShape({ shape }: { shape: MarkShape }) {
  if (shape === 'none') return null;
  return (
    <svg className={styles.shape} viewBox="0 0 10 10" aria-hidden="true">
      <circle cx="5" cy="5" r="4" fill={shape === 'full' ? 'currentColor' : 'none'} stroke="currentColor" />
      {shape === 'half' && <path d="M5 1a4 4 0 0 0 0 8z" fill="currentColor" />}
    </svg>
  );
}

/** A class as shape, word and colour. */
export function ClassMark({ shape, tone, word }: ClassMarkProps) {
  return (
    <span className={classNames(styles.mark, styles[tone])}>
      <ClassShape shape={shape} />
      <span className={styles.word}>{word}</span>
    </span>
  );
}
