import styles from './marked.module.css';

export interface MarkedProps {
  text: string;
  /** Non-overlapping spans in order, end exclusive. */
  ranges: readonly (readonly [from: number, to: number])[];
}

/** A text with found letters marked. */
export function Marked({ text, ranges }: MarkedProps) {
  const parts = [];
  let at = 0;
  for (const [from, to] of ranges) {
    if (from > at) parts.push(text.slice(at, from));
    parts.push(
      <mark key={from} className={styles.mark}>
        {text.slice(from, to)}
      </mark>,
    );
    at = to;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
