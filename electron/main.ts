import { join } from 'node:path';
import { app, BrowserWindow, dialog, powerMonitor, session } from 'electron';
import type { Language } from '#shared/i18n/catalogue.ts';
import type { MessageKey } from '#shared/i18n/messages.ts';
import { translate, type MessageValues } from '#shared/i18n/translate.ts';
import { everyTimer } from './backup/schedule.ts';
import { errnoOf, nodeFileSystem as files } from './files/file-system.ts';
import { FolderNotMoved, localDataDir, settleDataFolder } from './files/settle-data-folder.ts';
import { createHandlers } from './handlers/create-handlers.ts';
import { createPreferencesFile, defaultPreferences } from './handlers/preferences.ts';
import { registerHandlers } from './ipc/register.ts';
import { createFileLog } from './log/log.ts';
import { rendererDirOf } from './window/assets.ts';
import { bringToFront } from './window/bring-to-front.ts';
import { createWindow, loadRenderer, stateOf } from './window/create-window.ts';
import { cutNetwork, denyEverything } from './window/denials.ts';
import { createElectronPorts } from './window/electron-ports.ts';
import { closeWithFarewell, createFarewell, lockWithMachine, reloadAfterCrash } from './window/farewell.ts';
import { guardStoreKind } from './window/guard-store-kind.ts';
import { putPageFirst } from './window/page-first.ts';
import { keepStoreAside } from './window/keep-store-aside.ts';
import { addContextMenu, setMenuBar } from './window/menu.ts';
import { guardNavigation } from './window/navigation-guard.ts';
import { registerAppScheme, serveRenderer } from './window/protocol.ts';
import { readWindowState, writeWindowState } from './window/window-state.ts';

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', focusWindow);
  app.on('window-all-closed', () => app.quit());
  app.enableSandbox();
  cutNetwork(app);
  putPageFirst(app);
  registerAppScheme();
  guardNavigation(app);
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      const { language } = defaultPreferences(app.getPreferredSystemLanguages());
      explainAndExit('machine.cannot-start', language, { reason: errnoOf(error) });
    });
} else {
  app.quit();
}

async function start(): Promise<void> {
  const dataDir = await settle(join(app.getPath('userData'), 'data'));
  if (dataDir === null) return app.exit(0);
  const log = createFileLog(files, dataDir, () => new Date());
  process.on('uncaughtException', (error) => log('error-uncaught', { errno: errnoOf(error) }));
  process.on('unhandledRejection', (reason) => log('error-uncaught', { errno: errnoOf(reason) }));
  log('app-started');

  const { isPackaged } = app;
  denyEverything(session.defaultSession, { isPackaged });
  serveRenderer(session.defaultSession, files, rendererDirOf(app.getAppPath()));

  const preferences = createPreferencesFile({ files, dataDir, locales: app.getPreferredSystemLanguages() });
  const language = async () => (await preferences.read()).language;
  const profileDir = app.getPath('userData');
  const storeGuard = guardStoreKind({ profileDir, dataDir, browser: process.versions['chrome'] ?? '', log });
  const saved = await readWindowState(files, dataDir);
  const window = createWindow({ appPath: app.getAppPath(), isPackaged, saved });

  const closeForGood = async (): Promise<void> => {
    if (window.isDestroyed()) return;
    await writeWindowState(files, dataDir, stateOf(window));
    window.destroy();
    await storeGuard.afterClosing();
    app.quit();
  };
  const quit = () => void closeForGood();
  const farewell = createFarewell();
  const ports = createElectronPorts({ dataDir, log, window, language, quit, stay: () => farewell.stay() });
  const {
    handlers,
    session: archive,
    uncleanExit,
    log: watchedLog,
    schedule,
    isBackingUp,
  } = await createHandlers(ports);
  registerHandlers(handlers, watchedLog);
  if (uncleanExit) await keepStoreAside(profileDir, log);
  await storeGuard.beforeOpening();

  const closing = { farewell, session: archive, notify: ports.notify, isBackingUp, quit };
  closeWithFarewell(window, closing);
  lockWithMachine(powerMonitor, window, closing);
  reloadAfterCrash(window, {
    session: archive,
    log,
    giveUp: () => void language().then((chosen) => explainAndExit('machine.keeps-crashing', chosen)),
  });

  setMenuBar(await language(), process.platform);
  addContextMenu(window.webContents, language);
  await loadRenderer(window);
  schedule.start(everyTimer);
}

/** Before there is a window, and before anything is written. */
async function settle(wanted: string): Promise<string | null> {
  const { language } = await createPreferencesFile({
    files,
    dataDir: wanted,
    locales: app.getPreferredSystemLanguages(),
  }).read();
  const localDir = localDataDir();
  const ask = async (key: MessageKey, values: MessageValues): Promise<boolean> => {
    const { response } = await dialog.showMessageBox({
      type: 'warning',
      message: translate(language, key, values),
      buttons: [translate(language, 'machine.confirm'), translate(language, 'machine.cancel')],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    });
    return response === 0;
  };
  try {
    return await settleDataFolder(wanted, { files, localDir, ask });
  } catch (error) {
    if (!(error instanceof FolderNotMoved)) throw error;
    explainAndExit('machine.folder-not-moved', language, { folder: localDir, reason: errnoOf(error.cause) });
    return null;
  }
}

function focusWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window) bringToFront(window);
}

function explainAndExit(key: MessageKey, language: Language, values?: MessageValues): void {
  dialog.showErrorBox(translate(language, 'app.name'), translate(language, key, values));
  app.exit(1);
}
