import { Activity, useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import { isComposing, isTyping } from '../theme/keyboard.ts';
import styles from './split-pane.module.css';

export interface SplitPaneProps {
  list: ReactNode;
  /** What is open, or may be drawn ahead because it is likely to be opened next. */
  detail: ReactNode | null;
  isDetailOpen: boolean;
  detailLabel: string;
  /** Escape that nothing in list or detail wants for itself. */
  onCloseDetail: () => void;
  /** The detail covers the list, or no longer does. */
  onCover: (isCovered: boolean) => void;
}

/** From this width (in units of the text size) list and detail stand side by side; below, the detail covers the list. */
const sideBySideRem = 60;

export function SplitPane({ list, detail, isDetailOpen: isOpen, detailLabel, onCloseDetail, onCover }: SplitPaneProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [isWide, setIsWide] = useState(true);

  const isCovered = isOpen && !isWide;
  useEffect(() => {
    onCover(isCovered);
  }, [isCovered, onCover]);
  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || isComposing(event) || event.defaultPrevented || !isOpen) return;
    const { target } = event;
    if (isTyping(target) || !(target instanceof Node)) return;
    if (target === document.body || frame.current?.contains(target) === true) onCloseDetail();
  });

  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setIsWide(element.clientWidth >= sideBySideRem * rem);
    });
    observer.observe(element);
    // On the window, behind everything that may have had a use for the key.
    window.addEventListener('keydown', handleKey);
    return () => {
      window.removeEventListener('keydown', handleKey);
      observer.disconnect();
    };
  }, []);

  return (
    <div ref={frame} className={styles.split} data-wide={isWide} data-open={isOpen}>
      <div className={styles.list} inert={isCovered}>
        {list}
      </div>
      <Activity mode={isOpen ? 'visible' : 'hidden'}>
        {detail !== null && (
          <aside className={styles.detail} aria-label={detailLabel}>
            {detail}
          </aside>
        )}
      </Activity>
    </div>
  );
}
