import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { timeOnce } from '../measure.ts';

/** Whether LibreOffice is installed. */
export function canOpenInLibreOffice(): boolean {
  return spawnSync('soffice', ['--version']).status === 0;
}

/** Seconds until LibreOffice, without a window, has opened the workbook and saved it as CSV; a first start is not counted. */
export async function timeLibreOffice(folder: string, workbook: string, small: string): Promise<number> {
  const profile = join(folder, 'libreoffice');
  const target = join(folder, 'converted');
  mkdirSync(target, { recursive: true });
  await convert(profile, target, small);
  const { ms } = await timeOnce(() => convert(profile, target, workbook));
  rmSync(profile, { recursive: true, force: true });
  rmSync(target, { recursive: true });
  return ms / 1000;
}

function convert(profile: string, target: string, workbook: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      'soffice',
      [`-env:UserInstallation=file://${profile}`, '--headless', '--convert-to', 'csv', '--outdir', target, workbook],
      { stdio: 'ignore' },
    );
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`LibreOffice ended with ${code}`))));
  });
}
