import type { KeyboardEvent } from 'react';
import { isComposing } from '../theme/keyboard.ts';

/** Ctrl+Enter saves, wherever in the form; for `onKeyDownCapture`, as buttons and the segments of a date let nothing through that they are given. */
export function saveByKey(save: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isComposing(event)) return;
    event.preventDefault();
    event.stopPropagation();
    save();
  };
}
