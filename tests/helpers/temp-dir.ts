import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A fresh folder that goes away with the test. */
export function aTempDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'kebu-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}
