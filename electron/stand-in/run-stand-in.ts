import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright';
import { appError } from '#shared/errors/app-error.ts';
import { err } from '#shared/lib/result.ts';
import { everyTimer, type Every } from '../backup/schedule.ts';
import { listDrives, type ListDrives } from '../files/drives.ts';
import { nodeFileSystem as files } from '../files/file-system.ts';
import { takeLock } from '../files/lock-file.ts';
import { createHandlers } from '../handlers/create-handlers.ts';
import { dispatch } from '../ipc/dispatch.ts';
import { defaultWorkFactor } from '../keys/age.ts';
import { createFileLog } from '../log/log.ts';
import type { Clock, Dialogs, Keychain, Ports } from '../ports.ts';
import { waitForFarewell } from '../window/farewell.ts';
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
  readonly clock?: Clock;
  /** Tests say which drives are plugged in. */
  readonly listDrives?: ListDrives;
  /** Tests look for due backups when they want to, and leave the clock alone. */
  readonly every?: Every;
  /** Tests make it cheap. */
  readonly scryptWorkFactor?: number;
}

export interface StandIn {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Looks for backups that are due, as the clock does every few seconds. */
  look(): Promise<void>;
  /** Asks the window to finish what it is at, then closes everything; asked a second time, it closes at once. */
  quit(): Promise<void>;
  /** Settles when the window is gone and everything is put away, whoever closed it. */
  readonly closed: Promise<void>;
}

/** Kebu in a browser window: the built page and preload, and the handlers straight from their sources. */
export async function runStandIn(options: StandInOptions): Promise<StandIn> {
  const { rootDir, userDataDir } = options;
  const dataDir = join(userDataDir, 'data');
  await files.makeDir(dataDir);
  const clock = options.clock ?? { now: () => new Date() };
  const lock = await takeLock(files, join(dataDir, 'window.lock'));
  try {
    const log = createFileLog(files, dataDir, () => clock.now());
    let closeWindow = (): void => undefined;
    let notifyWindow: Ports['notify'] = () => undefined;
    const ports: Ports = {
      app: {
        version: readVersion(rootDir),
        standIn: true,
        locales: options.locales,
        // The answer to the request that asked for this must still reach the window.
        quit: () => void setTimeout(() => closeWindow(), 50),
        openExternal: options.openExternal ?? openWithSystem,
      },
      dialogs: options.dialogs,
      keychain: noKeychain,
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
    if (uncleanExit) await keepStoreAside(join(profileDir, 'Default'), watchedLog);
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
      await lock.release();
    };
    const closed = putAway();
    let isQuitting = false;
    return {
      context: window.context,
      page: window.page,
      look: () => schedule.look(),
      closed,
      async quit() {
        if (isQuitting) closeWindow();
        isQuitting = true;
        notifyWindow('quit-requested');
        const stopWaiting = waitForFarewell(isBackingUp, closeWindow);
        await closed;
        stopWaiting();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** The operating system's keychain belongs to Electron; passphrase and paper key open everything here. */
const noKeychain: Keychain = {
  isAvailable: () => Promise.resolve(false),
  encrypt: () => Promise.reject(new Error('No keychain in the stand-in')),
  decrypt: () => Promise.reject(new Error('No keychain in the stand-in')),
};

function readVersion(rootDir: string): string {
  return (JSON.parse(readFileSync(join(rootDir, 'package.json'), 'utf8')) as { version: string }).version;
}

const openers: Partial<Record<NodeJS.Platform, readonly [command: string, ...args: string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32.exe', 'url.dll,FileProtocolHandler'],
};

/** Hands an address that main has checked to the program of the system; never through a shell. */
function openWithSystem(url: string): Promise<void> {
  const [command, ...args] = openers[process.platform] ?? ['xdg-open'];
  return new Promise((resolve, reject) => {
    const opener = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
    opener.once('error', reject);
    opener.once('spawn', () => {
      opener.unref();
      resolve();
    });
  });
}
