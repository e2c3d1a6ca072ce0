import { useId, type ReactNode, type Ref } from 'react';
import styles from './section.module.css';

export interface SectionProps {
  title: string;
  /** One muted sentence under the title. */
  intro?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** For who is brought here: it can take the focus. */
  ref?: Ref<HTMLElement>;
}

/** A titled part of a page. */
export function Section({ title, intro, actions, children, ref }: SectionProps) {
  const titleId = useId();
  return (
    <section ref={ref} tabIndex={ref ? -1 : undefined} className={styles.section} aria-labelledby={titleId}>
      <header className={styles.header}>
        <div>
          <h2 id={titleId} className={styles.title}>
            {title}
          </h2>
          {intro !== undefined && <p className={styles.intro}>{intro}</p>}
        </div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </section>
  );
}
