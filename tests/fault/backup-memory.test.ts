import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { aTempDir } from '../helpers/temp-dir.ts';
import { openWithoutKebu } from '../helpers/without-kebu.ts';

const mebibyte = 1024 * 1024;

it('a backup of 200 MiB is written and verified in less than 400 MB of memory', () => {
  const script = resolve(import.meta.dirname, '../helpers/write-large-backup.ts');
  const dir = aTempDir();
  const printed = execFileSync(process.execPath, [script, dir, '200'], { encoding: 'utf8' });
  const { name, sizeBytes, peakBytes, paperKey } = JSON.parse(printed) as Record<'name' | 'paperKey', string> &
    Record<'sizeBytes' | 'peakBytes', number>;
  expect(sizeBytes).toBeGreaterThan(200 * mebibyte);
  expect(peakBytes).toBeLessThan(400e6);
  openWithoutKebu([join(dir, name)], [paperKey]);
}, 180_000);
