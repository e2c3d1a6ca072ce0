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
    await unmount(dir);
  }
}

/** A program that was killed there may take a moment to be gone. */
async function unmount(dir: string): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    if (spawnSync('umount', [dir], { stdio: 'ignore' }).status === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  spawnSync('umount', ['-l', dir]);
}
