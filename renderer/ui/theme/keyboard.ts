import type { KeyboardEvent } from 'react';
import { setInteractionModality } from 'react-aria-components';

export const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

/** True while an input method is composing: Enter then chooses a candidate and must do nothing else. */
export function isComposing(event: KeyboardEvent | globalThis.KeyboardEvent): boolean {
  const native = 'nativeEvent' in event ? event.nativeEvent : event;
  // 229 is what Chromium sends for the key that ends a composition.
  return native.isComposing || native.keyCode === 229;
}

/**
 * A button that Enter presses makes a click without a pointer, which React Aria takes for that of a screen reader: it then moves the
 * focus only when no transition runs any more, or never, and what is typed into the box that opened is lost. Returns what stops it.
 */
export function countClicksByKeyAsKeys(page: Document): () => void {
  const count = ({ detail }: MouseEvent) => {
    if (detail === 0) setInteractionModality('keyboard');
  };
  page.addEventListener('click', count, { capture: true });
  return () => {
    page.removeEventListener('click', count, { capture: true });
  };
}

/** True where letters are typed, so that single-key shortcuts stay out of the way. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, [role=spinbutton]') !== null)
  );
}
