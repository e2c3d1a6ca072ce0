import { classNames } from '../theme/class-names.ts';
import styles from './class-mark.module.css';

export type MarkShape = 'full' | 'half' | 'ring' | 'none';
export type MarkTone = 'action' | 'seal' | 'good' | 'warn' | 'ink' | 'muted';

export interface ClassMarkProps {
  shape: MarkShape;
  tone: MarkTone;
  word: string;
}

/** The shape of a class; its word is enough, so screen readers are told of none. */
export function ClassShape({ shape }: { shape: MarkShape }) {
  return shape === 'none' ? null : <span className={classNames(styles.shape, styles[shape])} />;
}

/** A class as shape, word and colour: one element, since lists have hundreds of them. */
export function ClassMark({ shape, tone, word }: ClassMarkProps) {
  return (
    <span className={classNames(styles[tone], shape !== 'none' && styles.shaped, shape !== 'none' && styles[shape])}>
      {word}
    </span>
  );
}
