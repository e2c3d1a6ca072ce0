import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './timeline.module.css';

interface EntryToolsProps {
  /** Where they leave the end of the first line free. */
  isBelow?: boolean;
  children: ReactNode;
}

/** What can be done with an entry; shown where the pointer or the keyboard is. */
export function EntryTools({ isBelow = false, children }: EntryToolsProps) {
  return (
    <div className={styles.entryTools} data-below={isBelow || undefined}>
      {children}
    </div>
  );
}

interface EntryToolProps {
  icon: LucideIcon;
  title: string;
  /** With the entry that it is about. */
  label: string;
  onPress: () => void;
}

export function EntryTool({ icon: Icon, title, label, onPress }: EntryToolProps) {
  return (
    <button type="button" className={styles.entryTool} title={title} aria-label={label} onClick={onPress}>
      <Icon aria-hidden="true" />
    </button>
  );
}
