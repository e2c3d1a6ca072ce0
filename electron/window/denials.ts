import type { App, Session } from 'electron';
import { appOrigin } from './assets.ts';

/** Must run before Electron is ready: whatever Chromium would do on its own finds no network. */
export function cutNetwork(app: App): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('disable-domain-reliability');
  app.commandLine.appendSwitch('no-pings');
}

/** Refuses every permission, every device, every download and every request that is not for Kebu's own files. */
export function denyEverything(session: Session, options: { isPackaged: boolean }): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.on('will-download', (event) => event.preventDefault());
  // The spelling checker fetches its dictionaries from the network.
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isAllowedRequest(url, options) }));
}

/** Kebu's own files and data made in memory; while developing also the developer tools. */
export function isAllowedRequest(url: string, { isPackaged }: { isPackaged: boolean }): boolean {
  if (url.startsWith(`${appOrigin}/`) || url.startsWith(`blob:${appOrigin}/`)) return true;
  return !isPackaged && url.startsWith('devtools://');
}
