import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectLicences, formatNotices, type PackageLicence } from './notices.ts';

/** Runs electron-builder with the project's configuration; throws with its own words. */
export function packWithElectronBuilder(rootDir: string, args: readonly string[]): void {
  const command = join(rootDir, 'node_modules', 'electron-builder', 'cli.js');
  const run = spawnSync(
    process.execPath,
    [command, '--config', 'electron-builder.yml', '--publish', 'never', ...args],
    {
      cwd: rootDir,
      encoding: 'utf8',
      env: { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: 'false' },
    },
  );
  if (run.status !== 0) throw new Error(`${run.stdout}\n${run.stderr}`);
}

/** Writes the notices that travel with the app. */
export function writeNotices(rootDir: string): PackageLicence[] {
  const licences = collectLicences(rootDir);
  mkdirSync(join(rootDir, 'out'), { recursive: true });
  writeFileSync(join(rootDir, 'out', 'NOTICES.txt'), formatNotices(licences));
  return licences;
}
