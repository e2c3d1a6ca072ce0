import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import * as z from 'zod';
import { failWith } from '#shared/errors/app-error.ts';
import { errnoOf, writeAll, type FileSystem } from './file-system.ts';
import { readJsonIfGood } from './json-file.ts';
import { writeNew } from './write-atomically.ts';

const holderSchema = z.strictObject({ pid: z.int().min(1), host: z.string(), token: z.string() });
type Holder = z.infer<typeof holderSchema>;

export interface FileLock {
  release(): Promise<void>;
}

const heartbeatMs = 10_000;
/** A holder that was not heard of for so long is gone, even if its process number is in use again. */
const staleAfterMs = 120_000;
/** A lock file without content is one that somebody is writing right now, or the remains of a crash. */
const writingMs = 2_000;

/** Locks held by this process: any other one with its number is left from an earlier process that had it. */
const heldHere = new Set<string>();

/**
 * Takes the lock of a data folder, or fails with `journal/in-use`. A lock left by a crash is taken over: at once when it
 * was this machine's and the process is gone, after two minutes of silence otherwise.
 */
export async function takeLock(files: FileSystem, path: string): Promise<FileLock> {
  if (await isHeld(files, path)) failWith('journal/in-use');
  const holder: Holder = { pid: process.pid, host: hostname(), token: randomBytes(8).toString('hex') };
  const bytes = new TextEncoder().encode(JSON.stringify(holder));
  try {
    if (await files.stat(path)) await files.remove(path);
    await writeNew(files, path, bytes);
  } catch (error) {
    // Somebody was faster.
    if (['EEXIST', 'ENOENT'].includes(errnoOf(error))) failWith('journal/in-use');
    // A half-written lock must not keep the next attempt out.
    await files.remove(path).catch(() => undefined);
    throw error;
  }
  const heartbeat = setInterval(() => void touch(files, path, bytes).catch(() => undefined), heartbeatMs);
  heartbeat.unref();
  heldHere.add(path);
  return {
    async release() {
      clearInterval(heartbeat);
      heldHere.delete(path);
      if ((await readHolder(files, path))?.token !== holder.token) return;
      await files.remove(path);
      await files.syncDir(dirname(path));
    },
  };
}

/** Whether the last run ended without giving its lock back. */
export async function wasLeftLocked(files: FileSystem, path: string): Promise<boolean> {
  return (await files.stat(path)) !== null && !(await isHeld(files, path));
}

async function isHeld(files: FileSystem, path: string): Promise<boolean> {
  const found = await files.stat(path);
  if (!found) return false;
  // The file's own clock, not the archive's: both times come from the same machine.
  const silentMs = Math.abs(Date.now() - found.modifiedAtMs);
  const holder = await readHolder(files, path);
  if (!holder) return silentMs < writingMs;
  if (silentMs >= staleAfterMs) return false;
  if (holder.host !== hostname()) return true;
  return holder.pid === process.pid ? heldHere.has(path) : isAlive(holder.pid);
}

function readHolder(files: FileSystem, path: string): Promise<Holder | null> {
  return readJsonIfGood(files, path, holderSchema);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errnoOf(error) === 'EPERM';
  }
}

async function touch(files: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const file = await files.open(path, 'write');
  try {
    await writeAll(file, bytes, 0);
  } finally {
    await file.close();
  }
}
