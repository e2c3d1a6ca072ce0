import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { buildIfStale } from '../../electron/stand-in/build-if-stale.ts';
import { findBrowser } from '../../electron/stand-in/find-browser.ts';
import { canInstallPackages, debianPackages, installPackages } from '../../electron/stand-in/install-browser.ts';
import { rootDir } from './paths.ts';

/**
 * What tests that open a window need: the built app, a browser, a font with Chinese characters and the `age` command.
 * On Debian as root they are installed; elsewhere a missing browser is an error. Returns the browser.
 */
export function ensureTools(): string {
  const missing = [
    ...(findBrowser() && hasChineseFont() ? [] : debianPackages),
    ...(runs('age', ['--version']) ? [] : ['age']),
  ];
  if (canInstallPackages() && missing.length > 0) installPackages(missing);
  const browser = findBrowser();
  if (!browser) {
    throw new Error('No Chrome, Edge or Chromium was found: install one, or name it in KEBU_BROWSER.');
  }
  buildIfStale(rootDir);
  return browser;
}

/** What the faults on real disks need besides; where it cannot be had, their lines say that they were skipped. */
export function ensureFaultTools(): void {
  const commands = { 'mkfs.exfat': 'exfatprogs', 'mount.exfat-fuse': 'exfat-fuse', strace: 'strace' };
  const missing = Object.entries(commands).flatMap(([command, name]) => (isInstalled(command) ? [] : [name]));
  if (canInstallPackages() && missing.length > 0) installPackages(missing);
}

function isInstalled(command: string): boolean {
  return runs('sh', ['-c', `command -v ${command}`]);
}

function hasChineseFont(): boolean {
  if (process.platform !== 'linux') return true;
  const fonts = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return fonts.status === 0 && fonts.stdout.trim() !== '';
}

function runs(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

if (process.argv[1] && resolve(process.argv[1]) === import.meta.filename) {
  ensureTools();
  ensureFaultTools();
}
