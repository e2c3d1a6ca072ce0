import type { App } from 'electron';

/**
 * After a key Chromium holds back what workers and the main process say to the page until the next frame was drawn. Kebu's
 * answers are there before that frame and belong into it, and what is saved passes the page on its way to the journal.
 */
export const heldBackFeature = 'DeferRendererTasksAfterInput';

/** Must run before Electron is ready. */
export function answerAtOnce(app: App): void {
  app.commandLine.appendSwitch('disable-features', heldBackFeature);
}
