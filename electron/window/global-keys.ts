import type { App, BrowserWindow, GlobalShortcut } from 'electron';
import type { GlobalKeys } from '../ports.ts';
import { bringToFront } from './bring-to-front.ts';

/** Electron's own registry of keys; what it holds is given back when Kebu quits. */
export function createGlobalKeys(globalShortcut: GlobalShortcut, app: App, window: BrowserWindow): GlobalKeys {
  let held: string | null = null;
  app.on('will-quit', () => globalShortcut.unregisterAll());
  return {
    isAvailable: true,
    hold(keys, onPress) {
      if (held !== null) globalShortcut.unregister(held);
      held = null;
      if (keys === null) return true;
      const isHeld = globalShortcut.register(keys, () => {
        bringToFront(window);
        onPress();
      });
      if (isHeld) held = keys;
      return isHeld;
    },
  };
}
