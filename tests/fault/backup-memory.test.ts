import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { aTempDir } from '../helpers/temp-dir.ts';

const mebibyte = 1024 * 1024;

it('a backup of 200 MiB is written and verified in less than 400 MB of memory', () => {
  const script = resolve(import.meta.dirname, '../helpers/write-large-backup.ts');
  const printed = execFileSync(process.execPath, [script, aTempDir(), '200'], { encoding: 'utf8' });
  const { sizeBytes, peakBytes } = JSON.parse(printed) as { sizeBytes: number; peakBytes: number };
  expect(sizeBytes).toBeGreaterThan(200 * mebibyte);
  expect(peakBytes).toBeLessThan(400e6);
}, 180_000);
