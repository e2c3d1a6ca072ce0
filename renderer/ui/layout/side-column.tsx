import type { ReactNode } from 'react';
import styles from './side-column.module.css';

interface BesideColumnProps {
  /** A `SideColumn`; nothing while what it shows is not there. */
  column: ReactNode;
  /** Where large text leaves little room: whether the column stays beside the body as long as it can, goes below it, or away. */
  whenNarrow?: 'beside' | 'below' | 'away';
  children: ReactNode;
}

/** The body of a screen with a column beside it. */
export function BesideColumn({ column, whenNarrow = 'beside', children }: BesideColumnProps) {
  return (
    <div className={styles.holder}>
      <div className={styles.frame} data-narrow={whenNarrow}>
        <div className={styles.main}>{children}</div>
        {column}
      </div>
    </div>
  );
}

export function SideColumn({ label, children }: { label: string; children: ReactNode }) {
  return (
    <aside className={styles.side} aria-label={label}>
      {children}
    </aside>
  );
}

/** Over a part of the column. */
export function SideTitle({ children }: { children: ReactNode }) {
  return <h2 className={styles.title}>{children}</h2>;
}
