import type { App, WebContents } from 'electron';
import { resolveAsset } from './assets.ts';

/** Keeps every page, whoever made it, on Kebu's own one. */
export function guardNavigation(app: App): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
}

function guardContents(contents: WebContents): void {
  contents.on('will-frame-navigate', (event) => {
    // A reload, as after locking, is a navigation to the same page.
    if (!event.isMainFrame || resolveAsset(event.url) !== 'index.html') event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // Without a network there is no address to find out, and none shall be tried.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
