import { useEffect, useLayoutEffect, type RefObject } from 'react';
import { idle } from '../../ui/layout/later.ts';
import type { ScreenId } from '../../state/navigation.ts';
import styles from './screen-host.module.css';

/**
 * Sets hidden screens aside instead of taking them out of the layout, as React's Activity does: skipped by whatever draws, finds
 * or focuses, but with styles and layout kept, which for a full screen take longer than all else in coming back. A screen that
 * comes to stand hidden is laid out while nothing else is to be done: the first time the browser looks for a font for every word.
 * React takes a hidden screen out of the layout again whenever anything in it changes, as all of them do with the language.
 *
 * Stands before the screens, so that its effects run before any of theirs asks how large something is.
 */
export function SetAside({ host, current }: { host: RefObject<HTMLDivElement | null>; current: ScreenId }) {
  useLayoutEffect(() => {
    for (const box of host.current?.children ?? []) if (isAside(box)) for (const screen of box.children) keep(screen);
  }, [host, current]);
  useEffect(() => {
    const boxes = host.current;
    if (!boxes) return;
    const look = () => {
      for (const box of boxes.children) {
        observer.observe(box, { childList: true });
        for (const screen of box.children) {
          observer.observe(screen, { attributeFilter: ['style'] });
          if (isAside(box)) keep(screen);
        }
        void idle().then(() => layOut(box));
      }
    };
    const observer = new MutationObserver(look);
    observer.observe(boxes, { childList: true });
    look();
    return () => {
      observer.disconnect();
    };
  }, [host]);
  return null;
}

function isAside({ classList }: Element): boolean {
  return styles.aside !== undefined && classList.contains(styles.aside);
}

function keep(screen: Element): void {
  if (screen instanceof HTMLElement) screen.style.removeProperty('display');
}

function layOut(box: Element): void {
  if (!isAside(box)) return;
  for (const screen of box.children) screen.getBoundingClientRect();
}
