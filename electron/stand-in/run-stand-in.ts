import { spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright';
import { appError } from '#shared/errors/app-error.ts';
import type { MessageKey } from '#shared/i18n/messages.ts';
import { translate, type MessageValues } from '#shared/i18n/translate.ts';
import { err } from '#shared/lib/result.ts';
import { regionOf } from '#shared/i18n/language.ts';
import { everyTimer, type Every } from '../backup/schedule.ts';
import { listDrives, type ListDrives } from '../files/drives.ts';
import { nodeFileSystem, type FileSystem } from '../files/file-system.ts';
import { takeLock } from '../files/lock-file.ts';
import { localDataDir, settleDataFolder } from '../files/settle-data-folder.ts';
import { createHandlers } from '../handlers/create-handlers.ts';
import { createPreferencesFile } from '../handlers/preferences.ts';
import { dispatch } from '../ipc/dispatch.ts';
import { defaultWorkFactor } from '../keys/age.ts';
import { createFileLog } from '../log/log.ts';
import type { Clock, Dialogs, GlobalKeys, Keychain, Ports } from '../ports.ts';
import { createFarewell } from '../window/farewell.ts';
import { guardStoreKind } from '../window/guard-store-kind.ts';
import { keepStoreAside } from '../window/keep-store-aside.ts';
import type { Ask } from './bridge.ts';
import { openWindow, type WindowOptions } from './open-window.ts';
import { createServeAsset } from './serve-asset.ts';

export interface StandInOptions extends Pick<WindowOptions, 'browserPath' | 'headless' | 'onOpen' | 'onRefused'> {
  readonly rootDir: string;
  /** Everything of this user: in `data/` what main keeps, as in Electron, and in `stand-in/` what the browser keeps. */
  readonly userDataDir: string;
  readonly dialogs: Dialogs;
  /** Languages of the system, best first. */
  readonly locales: readonly string[];
  readonly openExternal?: (url: string) => Promise<void>;
  readonly openPath?: (path: string) => Promise<void>;
  readonly clock?: Clock;
  /** Tests hold a disk up, or make it fail. */
  readonly files?: FileSystem;
  /** Tests say which drives are plugged in. */
  readonly listDrives?: ListDrives;
  /** Tests look for due backups when they want to, and leave the clock alone. */
  readonly every?: Every;
  /** Tests press them. */
  readonly globalKeys?: GlobalKeys;
  /** Tests give one; the operating system's belongs to Electron. */
  readonly keychain?: Keychain;
  /** Tests make it cheap. */
  readonly scryptWorkFactor?: number;
}

export interface StandIn {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Looks for backups that are due, as the clock does every few seconds. */
  look(): Promise<void>;
  /** Asks the window to lock, as Electron does before the machine sleeps. A browser hears nothing of that. */
  lock(): void;
  /** Asks the window to finish what it is at, then closes everything; asked a second time, it closes at once. */
  quit(): Promise<void>;
  /** Settles when the window is gone and everything is put away, whoever closed it. */
  readonly closed: Promise<void>;
}

/** Kebu in a browser window: the built page and preload, and the handlers straight from their sources. */
export async function runStandIn(options: StandInOptions): Promise<StandIn> {
  const { rootDir, userDataDir, files = nodeFileSystem } = options;
  const dataDir = await settle(options);
  const clock = options.clock ?? { now: () => new Date() };
  const lock = await takeLock(files, join(dataDir, 'window.lock'));
  try {
    const log = createFileLog(files, dataDir, () => clock.now());
    const farewell = createFarewell();
    let closeWindow = (): void => undefined;
    let notifyWindow: Ports['notify'] = () => undefined;
    const ports: Ports = {
      app: {
        version: readVersion(rootDir),
        standIn: true,
        locales: options.locales,
        region: regionOf(options.locales),
        // The answer to the request that asked for this must still reach the window.
        quit: () => void setTimeout(() => closeWindow(), 50),
        stay: () => farewell.stay(),
        openExternal: options.openExternal ?? openWithSystem,
        openPath: options.openPath ?? openWithSystem,
      },
      dialogs: options.dialogs,
      keychain: options.keychain ?? noKeychain,
      globalKeys: options.globalKeys ?? noGlobalKeys,
      printToPdf: null,
      clock,
      files,
      listDrives: options.listDrives ?? listDrives,
      log,
      notify: (event) => notifyWindow(event),
      scryptWorkFactor: options.scryptWorkFactor ?? defaultWorkFactor,
      dataDir,
    };
    const { handlers, session, log: watchedLog, uncleanExit, schedule, isBackingUp } = await createHandlers(ports);
    const profileDir = join(userDataDir, 'stand-in');
    const storeDir = join(profileDir, 'Default');
    if (uncleanExit) await keepStoreAside(storeDir, watchedLog);
    const browser = browserVersionOf(options.browserPath);
    const storeGuard = guardStoreKind({ profileDir: storeDir, dataDir, browser, log: watchedLog });
    await storeGuard.beforeOpening();
    const ask: Ask = async ({ channel, input, trusted }) =>
      trusted ? dispatch(handlers, watchedLog, channel, input) : err(appError('ipc/untrusted-sender'));
    const window = await openWindow({
      ...options,
      profileDir,
      preloadPath: join(rootDir, 'out', 'preload', 'preload.cjs'),
      serve: createServeAsset(rootDir),
      ask,
    });
    closeWindow = () => void window.close();
    notifyWindow = (event) => void window.send(event).catch(() => undefined);
    const stopLooking = schedule.start(options.every ?? everyTimer);
    const putAway = async (): Promise<void> => {
      await window.closed;
      stopLooking();
      await session.end();
      await storeGuard.afterClosing();
      await lock.release();
    };
    const closed = putAway();
    let isQuitting = false;
    return {
      context: window.context,
      page: window.page,
      look: () => schedule.look(),
      lock: () => notifyWindow('lock-requested'),
      closed,
      async quit() {
        if (isQuitting) closeWindow();
        isQuitting = true;
        notifyWindow('quit-requested');
        farewell.begin(isBackingUp, closeWindow);
        await closed;
        farewell.stay();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

export class FolderRefused extends Error {}

/** Where the archive lies; the question is asked in a dialog of the system. */
async function settle({ userDataDir, dialogs, locales, files = nodeFileSystem }: StandInOptions): Promise<string> {
  const wanted = join(userDataDir, 'data');
  const { language } = await createPreferencesFile({ files, dataDir: wanted, locales }).read();
  const ask = (key: MessageKey, values: MessageValues) => dialogs.confirm(translate(language, key, values));
  const dataDir = await settleDataFolder(wanted, { files, localDir: localDataDir(), ask });
  if (dataDir === null) throw new FolderRefused();
  return dataDir;
}

/** A change of the installed browser shows in its file; asking the program itself would take a second. */
function browserVersionOf(browserPath: string): string {
  const { mtimeMs, size } = statSync(browserPath);
  return `${size}-${Math.round(mtimeMs)}`;
}

/** The operating system's keychain belongs to Electron; passphrase and paper key open everything here. */
const noKeychain: Keychain = {
  isAvailable: () => Promise.resolve(false),
  encrypt: () => Promise.reject(new Error('No keychain in the stand-in')),
  decrypt: () => Promise.reject(new Error('No keychain in the stand-in')),
};

/** Keys reach a page only while its window is in front. */
const noGlobalKeys: GlobalKeys = { isAvailable: false, hold: (keys) => keys === null };

function readVersion(rootDir: string): string {
  return (JSON.parse(readFileSync(join(rootDir, 'package.json'), 'utf8')) as { version: string }).version;
}

const openers: Partial<Record<NodeJS.Platform, readonly [command: string, ...args: string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32.exe', 'url.dll,FileProtocolHandler'],
};

/** Hands an address or a file that main has checked to the program of the system; never through a shell. */
function openWithSystem(target: string): Promise<void> {
  const [command, ...args] = openers[process.platform] ?? ['xdg-open'];
  return new Promise((resolve, reject) => {
    const opener = spawn(command, [...args, target], { stdio: 'ignore', detached: true });
    opener.once('error', reject);
    opener.once('spawn', () => {
      opener.unref();
      resolve();
    });
  });
}
