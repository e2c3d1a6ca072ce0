import { cp, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf } from '../files/file-system.ts';
import type { Log } from '../log/log.ts';

const storeName = 'IndexedDB';
const copyName = 'IndexedDB-kept-aside';
/** So much room stays free for the archive itself. */
const reserveBytes = 1024 ** 3;

/**
 * After a run that ended badly: Chromium repairs its database while opening it, and what it cannot repair it deletes. So the
 * sealed rows are copied before that, one copy at a time, as long as there is room. What goes wrong here stops nothing.
 */
export async function keepStoreAside(profileDir: string, log: Log): Promise<void> {
  const store = join(profileDir, storeName);
  const unfinished = join(profileDir, `${copyName}.unfinished`);
  try {
    const sizeBytes = await sizeOf(store);
    const { bavail, bsize } = await statfs(profileDir);
    if (sizeBytes === 0 || bavail * bsize < sizeBytes + reserveBytes) return;
    await rm(unfinished, { recursive: true, force: true });
    await cp(store, unfinished, { recursive: true });
    await rm(join(profileDir, copyName), { recursive: true, force: true });
    await rename(unfinished, join(profileDir, copyName));
    log('store-kept-aside', { count: sizeBytes });
  } catch (error) {
    log('error-uncaught', { errno: errnoOf(error) });
  }
}

async function sizeOf(dir: string): Promise<number> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
