import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function hasTool(tool: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;
}

export async function inTempDir<T>(work: (dir: string) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'kebu-fault-'));
  try {
    return await work(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Runs `work` on a mounted file system; `null` when it cannot be mounted here. */
export async function mounted<T>(args: readonly string[], dir: string, work: () => Promise<T>): Promise<T | null> {
  mkdirSync(dir, { recursive: true });
  if (spawnSync('mount', [...args, dir], { stdio: 'ignore' }).status !== 0) return null;
  try {
    return await work();
  } finally {
    spawnSync('umount', [dir]);
  }
}
