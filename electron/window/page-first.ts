import type { App } from 'electron';

/**
 * After a key Chromium holds back what workers and the main process say to the page until the next frame was drawn. Kebu's
 * answers are there before that frame and belong into it, and what is saved passes the page on its way to the journal.
 */
export const heldBackFeature = 'DeferRendererTasksAfterInput';

/**
 * The engine's columns of a large archive take tens of milliseconds to be marked when garbage is collected, on as many cores
 * as there are. One core is enough for it; the page needs the other one of a small laptop to draw.
 */
export const collectorFlags = '--concurrent-marking-max-worker-num=1';

/** Must run before Electron is ready. What the browser does for itself waits for the page, and not the page for it. */
export function putPageFirst(app: App): void {
  app.commandLine.appendSwitch('disable-features', heldBackFeature);
  app.commandLine.appendSwitch('js-flags', collectorFlags);
}
