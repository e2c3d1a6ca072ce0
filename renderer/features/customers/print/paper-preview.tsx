import type { ReactNode } from 'react';
import styles from './print-dialog.module.css';

/** The paper as it will be, in a window of its own that can have the keyboard: whoever has no wheel rolls it too. */
export function PaperPreview({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.preview} role="img" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
