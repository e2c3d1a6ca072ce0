import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, posix, win32 } from 'node:path';

interface BrowserPlaces {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

const linuxNames = [
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chromium',
  'chromium-browser',
];
const linuxFolders = ['/usr/bin', '/usr/local/bin', '/opt/google/chrome', '/opt/microsoft/msedge', '/snap/bin'];
const macApps = ['Google Chrome', 'Microsoft Edge', 'Chromium'];
const windowsPrograms = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
];

/** Where Chrome, Edge or Chromium would be, best first. `KEBU_BROWSER` names one outright. */
export function listBrowserCandidates({ platform, env, home }: BrowserPlaces): string[] {
  const named = env['KEBU_BROWSER'];
  const first = named ? [named] : [];
  if (platform === 'win32') {
    const roots = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']].filter((root) => root);
    return [...first, ...windowsPrograms.flatMap((parts) => roots.map((root) => win32.join(`${root}`, ...parts)))];
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', posix.join(home, 'Applications')];
    return [
      ...first,
      ...macApps.flatMap((name) => roots.map((root) => posix.join(root, `${name}.app`, 'Contents', 'MacOS', name))),
    ];
  }
  const folders = [...new Set([...(env['PATH'] ?? '').split(delimiter).filter((folder) => folder), ...linuxFolders])];
  return [...first, ...linuxNames.flatMap((name) => folders.map((folder) => posix.join(folder, name)))];
}

/** The browser of this machine that can show Kebu, or `null`. */
export function findBrowser(): string | null {
  const places = { platform: process.platform, env: process.env, home: homedir() };
  return listBrowserCandidates(places).find((path) => existsSync(path)) ?? null;
}
