import type { ReactNode } from 'react';
import { classNames } from '../theme/class-names.ts';
import styles from './screen.module.css';

export interface ScreenProps {
  title: string;
  /** Beside the title: a count, the date. */
  aside?: ReactNode;
  /** Middle of the header, usually the search. */
  search?: ReactNode;
  actions?: ReactNode;
  /** A second row: filter chips, view options. */
  toolbar?: ReactNode;
  children: ReactNode;
  /** The body scrolls as one page with even margins; otherwise it fills the space and scrolls inside. */
  isPage?: boolean;
}

/** The frame of a screen: one header, an optional toolbar, the body. */
export function Screen({ title, aside, search, actions, toolbar, children, isPage = false }: ScreenProps) {
  return (
    <main className={styles.screen} aria-label={title}>
      <header className={styles.header}>
        <h1 className={styles.title}>{title}</h1>
        {aside !== undefined && (
          <div className={classNames(styles.aside, search !== undefined && styles.count)}>{aside}</div>
        )}
        {search}
        <div className={styles.actions}>{actions}</div>
      </header>
      {toolbar !== undefined && <div className={styles.toolbar}>{toolbar}</div>}
      <div className={classNames(styles.body, isPage && styles.page)}>
        {isPage ? <div className={styles.column}>{children}</div> : children}
      </div>
    </main>
  );
}
