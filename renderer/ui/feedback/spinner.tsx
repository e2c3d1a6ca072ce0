import styles from './spinner.module.css';

/** For real work of unknown length only; it appears after a third of a second, so that fast answers do not flicker. */
export function Spinner({ label }: { label: string }) {
  return (
    <span className={styles.spinner} role="status">
      <span className={styles.ring} aria-hidden="true" />
      <span>{label}</span>
    </span>
  );
}
