import { spawn } from 'node:child_process';
import { basename, join, resolve } from 'node:path';
import { AppFailure } from '#shared/errors/app-error.ts';
import type { Language } from '#shared/i18n/catalogue.ts';
import { selectLanguage } from '#shared/i18n/language.ts';
import { nodeFileSystem as files } from '../files/file-system.ts';
import { createPreferencesFile } from '../handlers/preferences.ts';
import { buildIfStale } from './build-if-stale.ts';
import { selectUserDataDir } from './user-data-dir.ts';
import { decideHowToStart, type StartFacts } from './decide-how-to-start.ts';
import { createDesktopDialogs } from './desktop-dialogs.ts';
import { fetchElectron, findElectron } from './electron-binary.ts';
import { findBrowser } from './find-browser.ts';
import { canInstallPackages, debianPackages, installPackages } from './install-browser.ts';
import { BrowserTooOld } from './open-window.ts';
import { FolderRefused, runStandIn } from './run-stand-in.ts';
import { type SentenceKey, tell } from './sentences.ts';

/** `npm start`: opens Kebu in Electron, or where its binary cannot be had in an installed browser. */
const rootDir = resolve(import.meta.dirname, '../..');
const locales = [Intl.DateTimeFormat().resolvedOptions().locale];
const language = selectLanguage(locales);
const say = (key: SentenceKey, data?: Readonly<Record<string, string | number>>): void =>
  console.log(tell(language, key, data));

const endSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

process.exitCode = await start();

async function start(): Promise<number> {
  const tried = { electronFetchTried: false, browserInstallTried: false };
  for (;;) {
    const step = decideHowToStart({ ...observe(), ...tried });
    switch (step.do) {
      case 'refuse':
        say(step.because);
        return 1;
      case 'fetch-electron':
        say('fetching-electron');
        await fetchElectron(rootDir);
        tried.electronFetchTried = true;
        break;
      case 'install-browser':
        say('installing-browser');
        installPackages(debianPackages);
        tried.browserInstallTried = true;
        break;
      case 'run-electron':
        return build() ? runElectron(step.path) : 1;
      case 'run-stand-in':
        return build() ? openStandIn(step.browserPath) : 1;
    }
  }
}

function observe(): Omit<StartFacts, 'electronFetchTried' | 'browserInstallTried'> {
  return {
    platform: process.platform,
    hasDisplay: Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']),
    standInWanted: process.argv.includes('--stand-in'),
    electronPath: findElectron(rootDir),
    browserPath: findBrowser(),
    canInstallBrowser: canInstallPackages(),
  };
}

function build(): boolean {
  try {
    buildIfStale(rootDir, () => say('building'));
    return true;
  } catch (error) {
    say('build-failed');
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

function runElectron(electronPath: string): Promise<number> {
  // Chromium refuses to build its sandbox as root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = [rootDir, `--user-data-dir=${selectUserDataDir()}`, ...sandbox];
  const electron = spawn(electronPath, args, { stdio: 'inherit' });
  // The terminal sends Ctrl+C to both; this process waits for the window to finish.
  for (const signal of endSignals) process.on(signal, () => electron.kill(signal));
  return new Promise((resolve, reject) => {
    electron.once('error', reject);
    electron.once('exit', (code) => resolve(code ?? 1));
  });
}

async function openStandIn(browserPath: string): Promise<number> {
  const userDataDir = selectUserDataDir();
  try {
    say('stand-in', { browser: basename(browserPath) });
    const preferences = createPreferencesFile({ files, dataDir: join(userDataDir, 'data'), locales });
    const chosenLanguage = async (): Promise<Language> => (await preferences.read()).language;
    const dialogs = createDesktopDialogs(chosenLanguage, (sentence) => console.log(sentence));
    const app = await runStandIn({ rootDir, browserPath, userDataDir, dialogs, locales });
    for (const signal of endSignals) process.on(signal, () => void app.quit());
    await app.closed;
    return 0;
  } catch (error) {
    if (error instanceof AppFailure && error.error.code === 'journal/in-use')
      say('already-open', { folder: userDataDir });
    else if (error instanceof FolderRefused) return 0;
    else if (error instanceof BrowserTooOld) say('old-browser', { ...error.facts });
    else throw error;
    return 1;
  }
}
