import type { BrowserWindow } from 'electron';

/** Wherever the window is: minimised, behind others, on another desktop. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
