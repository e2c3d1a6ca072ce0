import { useEffect, useRef, type RefObject } from 'react';
import { idle } from '../../ui/layout/later.ts';
import styles from './screen-host.module.css';

/**
 * The host whose hidden screens are each laid out once, out of sight, while nothing else is to be done. What is hidden has no
 * layout, and the first one takes several times as long as any later: the browser looks for a font for every word and shapes it,
 * and remembers both.
 */
export function useLaidOutAhead(): RefObject<HTMLDivElement | null> {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const observer = new MutationObserver((records) => {
      for (const { addedNodes } of records) {
        for (const node of addedNodes) if (node instanceof HTMLElement) void idle().then(() => layOut(node));
      }
    });
    if (host.current) observer.observe(host.current, { childList: true });
    return () => {
      observer.disconnect();
    };
  }, []);
  return host;
}

/** Before the browser draws again, everything is as it was. */
function layOut(screen: HTMLElement): void {
  const { style, classList } = screen;
  if (style.display !== 'none' || styles.unseen === undefined) return;
  const priority = style.getPropertyPriority('display');
  classList.add(styles.unseen);
  style.removeProperty('display');
  screen.getBoundingClientRect();
  style.setProperty('display', 'none', priority);
  classList.remove(styles.unseen);
}
