import { app, globalShortcut, shell, type BrowserWindow } from 'electron';
import type { Language } from '#shared/i18n/catalogue.ts';
import { regionOf } from '#shared/i18n/language.ts';
import { listDrives } from '../files/drives.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { defaultWorkFactor } from '../keys/age.ts';
import { createOsKeychain } from '../keys/os-keychain.ts';
import type { Log } from '../log/log.ts';
import type { Ports } from '../ports.ts';
import { createDialogs } from './dialogs.ts';
import { createGlobalKeys } from './global-keys.ts';

/** The outside world as Electron gives it. */
export function createElectronPorts(options: {
  dataDir: string;
  log: Log;
  window: BrowserWindow;
  language: () => Promise<Language>;
  quit: () => void;
  stay: () => void;
}): Ports {
  const { dataDir, log, window, language, quit, stay } = options;
  return {
    app: {
      version: app.getVersion(),
      standIn: false,
      locales: app.getPreferredSystemLanguages(),
      region: app.getLocaleCountryCode() || regionOf(app.getPreferredSystemLanguages()),
      quit,
      stay,
      openExternal: (url) => shell.openExternal(url),
      async openPath(path) {
        const refusal = await shell.openPath(path);
        if (refusal !== '') throw Object.assign(new Error(refusal), { code: 'ENOENT' });
      },
    },
    dialogs: createDialogs(window, language),
    keychain: createOsKeychain(process.platform),
    globalKeys: createGlobalKeys(globalShortcut, app, window),
    clock: { now: () => new Date() },
    printToPdf: () => window.webContents.printToPDF({ preferCSSPageSize: true }),
    files: nodeFileSystem,
    listDrives,
    log,
    notify: (event) => {
      if (!window.isDestroyed()) window.webContents.send(event);
    },
    scryptWorkFactor: defaultWorkFactor,
    dataDir,
  };
}
