import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const sources = [
  'electron',
  'renderer',
  'shared',
  'resources',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'electron.vite.config.ts',
];
const products = ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html'];

/** Builds Kebu unless what was built is newer than everything it is made of. Throws with the build's own words. */
export function buildIfStale(rootDir: string, sayThatItBuilds: () => void = () => undefined): void {
  if (!isBuildStale(rootDir)) return;
  sayThatItBuilds();
  const command = join(rootDir, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const build = spawnSync(process.execPath, [command, 'build'], { cwd: rootDir, encoding: 'utf8' });
  if (build.status !== 0) throw new Error(`${build.stdout}\n${build.stderr}`);
}

export function isBuildStale(rootDir: string): boolean {
  const built = products.map((path) => join(rootDir, path));
  if (!built.every((path) => existsSync(path))) return true;
  const oldestProductMs = Math.min(...built.map((path) => statSync(path).mtimeMs));
  return sources.some((path) => newestMs(join(rootDir, path)) > oldestProductMs);
}

/** Folders count too: a deleted file leaves its trace only there. */
function newestMs(path: string): number {
  const self = statSync(path, { throwIfNoEntry: false });
  if (!self) return 0;
  if (!self.isDirectory()) return self.mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestMs(join(path, name))), self.mtimeMs);
}
