import type { KeyboardEvent } from 'react';

export const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

/** True while an input method is composing: Enter then chooses a candidate and must do nothing else. */
export function isComposing(event: KeyboardEvent | globalThis.KeyboardEvent): boolean {
  const native = 'nativeEvent' in event ? event.nativeEvent : event;
  // 229 is what Chromium sends for the key that ends a composition.
  return native.isComposing || native.keyCode === 229;
}

/** True where letters are typed, so that single-key shortcuts stay out of the way. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, [role=spinbutton]') !== null)
  );
}
