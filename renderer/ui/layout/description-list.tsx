import type { ReactNode } from 'react';
import styles from './description-list.module.css';

export interface Description {
  id: string;
  term: ReactNode;
  value: ReactNode;
}

/** Facts: a muted word, then its value. */
export function DescriptionList({ items }: { items: readonly Description[] }) {
  return (
    <dl className={styles.list}>
      {items.map((item) => (
        <div key={item.id} className={styles.item}>
          <dt className={styles.term}>{item.term}</dt>
          <dd className={styles.value}>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
