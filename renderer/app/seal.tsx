import { classNames } from '../ui/theme/class-names.ts';
import styles from './seal.module.css';

/** The mark of Kebu: one character in a seal. Decoration beside a name, so hidden from screen readers. */
export function Seal({ isLarge = false }: { isLarge?: boolean }) {
  return (
    <span className={classNames(styles.seal, isLarge && styles.large)} aria-hidden="true">
      客
    </span>
  );
}
