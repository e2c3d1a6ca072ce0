import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import { isComposing } from '../theme/keyboard.ts';
import styles from './split-pane.module.css';

export interface SplitPaneProps {
  list: ReactNode;
  /** `null` when nothing is open. */
  detail: ReactNode | null;
  detailLabel: string;
  /** Escape in a detail that lies over the list. */
  onCloseDetail: () => void;
}

/** From this width (in units of the text size) list and detail stand side by side; below, the detail covers the list. */
const sideBySideRem = 60;

export function SplitPane({ list, detail, detailLabel, onCloseDetail }: SplitPaneProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [isWide, setIsWide] = useState(true);

  const isOpen = detail !== null;
  const isCovered = isOpen && !isWide;
  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape' && !isComposing(event) && !event.defaultPrevented && isCovered) onCloseDetail();
  });

  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setIsWide(element.clientWidth >= sideBySideRem * rem);
    });
    observer.observe(element);
    element.addEventListener('keydown', handleKey);
    return () => {
      element.removeEventListener('keydown', handleKey);
      observer.disconnect();
    };
  }, []);

  return (
    <div ref={frame} className={styles.split} data-wide={isWide} data-open={isOpen}>
      <div className={styles.list} inert={isCovered}>
        {list}
      </div>
      {isOpen && (
        <aside className={styles.detail} aria-label={detailLabel}>
          {detail}
        </aside>
      )}
    </div>
  );
}
