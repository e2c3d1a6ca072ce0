import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const executables: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

/** Electron's binary, if it is on this machine. */
export function findElectron(rootDir: string): string | null {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(rootDir, 'node_modules', 'electron', 'dist');
  const path = join(folder, executables[process.platform] ?? 'electron');
  return existsSync(path) ? path : null;
}

/** No new byte for this long means that nothing will come: a network that drops packets never says no. */
const stallMs = 15_000;

/** Lets Electron's own installer fetch the binary. Without a network it gives up at once, in a silent one soon. */
export async function fetchElectron(rootDir: string): Promise<void> {
  const downloadDir = mkdtempSync(join(tmpdir(), 'kebu-electron-'));
  const env = { ...process.env, TMPDIR: downloadDir, TEMP: downloadDir, TMP: downloadDir };
  const installer = spawn(process.execPath, [join(rootDir, 'node_modules', 'electron', 'install.js')], {
    env,
    stdio: 'ignore',
  });
  const ended = new Promise<'ended'>((resolve) => {
    installer.once('error', () => resolve('ended'));
    installer.once('exit', () => resolve('ended'));
  });
  const watched = [downloadDir, join(rootDir, 'node_modules', 'electron', 'dist')];
  let sizeBytes = -1;
  let grownAt = Date.now();
  while ((await Promise.race([ended, wait(500)])) !== 'ended') {
    const now = watched.reduce((sum, folder) => sum + folderBytes(folder), 0);
    if (now !== sizeBytes) grownAt = Date.now();
    else if (Date.now() - grownAt > stallMs) installer.kill();
    sizeBytes = now;
  }
  rmSync(downloadDir, { recursive: true, force: true });
}

function folderBytes(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce(
      (sum, entry) => sum + (statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0),
      0,
    );
}
