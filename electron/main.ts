import { join } from 'node:path';
import { app, BrowserWindow, dialog, powerMonitor, session } from 'electron';
import type { Language } from '#shared/i18n/catalogue.ts';
import type { MessageKey } from '#shared/i18n/messages.ts';
import { translate, type MessageValues } from '#shared/i18n/translate.ts';
import { everyTimer } from './backup/schedule.ts';
import { errnoOf, nodeFileSystem as files } from './files/file-system.ts';
import { createHandlers } from './handlers/create-handlers.ts';
import { createPreferencesFile, defaultPreferences } from './handlers/preferences.ts';
import { registerHandlers } from './ipc/register.ts';
import { createFileLog } from './log/log.ts';
import { rendererDirOf } from './window/assets.ts';
import { createWindow, loadRenderer, stateOf } from './window/create-window.ts';
import { cutNetwork, denyEverything } from './window/denials.ts';
import { createElectronPorts } from './window/electron-ports.ts';
import { closeWithFarewell, lockWithMachine, reloadAfterCrash } from './window/farewell.ts';
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
  const dataDir = join(app.getPath('userData'), 'data');
  await files.makeDir(dataDir);
  const log = createFileLog(files, dataDir, () => new Date());
  process.on('uncaughtException', (error) => log('error-uncaught', { errno: errnoOf(error) }));
  process.on('unhandledRejection', (reason) => log('error-uncaught', { errno: errnoOf(reason) }));
  log('app-started');

  const { isPackaged } = app;
  denyEverything(session.defaultSession, { isPackaged });
  serveRenderer(session.defaultSession, files, rendererDirOf(app.getAppPath()));

  const preferences = createPreferencesFile({ files, dataDir, locales: app.getPreferredSystemLanguages() });
  const language = async () => (await preferences.read()).language;
  const saved = await readWindowState(files, dataDir);
  const window = createWindow({ appPath: app.getAppPath(), isPackaged, saved });

  const closeForGood = async (): Promise<void> => {
    if (window.isDestroyed()) return;
    await writeWindowState(files, dataDir, stateOf(window));
    window.destroy();
    app.quit();
  };
  const quit = () => void closeForGood();
  const ports = createElectronPorts({ dataDir, log, window, language, quit });
  const {
    handlers,
    session: archive,
    uncleanExit,
    log: watchedLog,
    schedule,
    isBackingUp,
  } = await createHandlers(ports);
  registerHandlers(handlers, watchedLog);
  if (uncleanExit) await keepStoreAside(app.getPath('userData'), log);

  const closing = { session: archive, notify: ports.notify, isBackingUp, quit };
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

function focusWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window?.isMinimized()) window.restore();
  window?.focus();
}

function explainAndExit(key: MessageKey, language: Language, values?: MessageValues): void {
  dialog.showErrorBox(translate(language, 'app.name'), translate(language, key, values));
  app.exit(1);
}
