import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { extractFile, listPackage, statFile } from '@electron/asar';
import { buildIfStale } from '../stand-in/build-if-stale.ts';
import { inspectFuses } from './inspect-fuses.ts';
import { type Finding, inspectPackage, type PackedFiles } from './inspect-package.ts';
import { inspectNotices } from './notices.ts';
import { packWithElectronBuilder, writeNotices } from './pack.ts';
import { writeStandInDistribution } from './stand-in-distribution.ts';

/** `npm run dist:check`: packs as `npm run dist` does, around a stand-in for Electron's binary, and looks at the result. */
const rootDir = resolve(import.meta.dirname, '../..');
const workDir = mkdtempSync(join(tmpdir(), 'kebu-dist-check-'));
try {
  buildIfStale(rootDir);
  const licences = writeNotices(rootDir);
  const distribution = join(workDir, 'electron');
  await writeStandInDistribution(distribution);
  const output = join(workDir, 'packed');
  packWithElectronBuilder(rootDir, [
    '--linux',
    '--x64',
    '--dir',
    `--config.electronDist=${distribution}`,
    `--config.directories.output=${output}`,
  ]);
  const unpacked = join(output, 'linux-unpacked');
  const shippedNotices = await readFile(join(unpacked, 'resources', 'NOTICES.txt'), 'utf8');
  const findings = [
    ...inspectPackage(readAsar(join(unpacked, 'resources', 'app.asar'))),
    await inspectFuses(join(unpacked, 'kebu')),
    inspectNotices(licences, shippedNotices),
  ];
  report(findings);
} finally {
  rmSync(workDir, { recursive: true, force: true });
}

function readAsar(path: string): PackedFiles {
  const files = new Map<string, Uint8Array>();
  for (const entry of listPackage(path, { isPack: false })) {
    const name = entry.replaceAll('\\', '/').replace(/^\//, '');
    if (!('files' in statFile(path, name))) files.set(name, extractFile(path, name));
  }
  return files;
}

function report(findings: readonly Finding[]): void {
  for (const { ok, what, figure, problems } of findings) {
    console.log(`${ok ? 'ok    ' : 'NOT OK'}  ${what}: ${figure}`);
    for (const problem of problems) console.log(`        - ${problem}`);
  }
  if (findings.some(({ ok }) => !ok)) process.exitCode = 1;
}
