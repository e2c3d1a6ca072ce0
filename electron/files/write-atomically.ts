import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { writeAll, type FileSystem } from './file-system.ts';

/** Ends the name of every file that is not finished; such files may be removed at any time. */
export const unfinishedSuffix = '.unfinished';

/**
 * Puts `bytes` under `path` so that a reader, also after a power cut, finds either the old content or the new one.
 * Rejects with Node's error and leaves no half file behind.
 */
export async function writeAtomically(files: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${path}.${randomBytes(4).toString('hex')}${unfinishedSuffix}`;
  try {
    await writeNew(files, unfinished, bytes);
    await files.rename(unfinished, path);
  } catch (error) {
    await files.remove(unfinished).catch(() => undefined);
    throw error;
  }
  await files.syncDir(dirname(path));
}

/** Writes and syncs a file that must not exist yet. The folder is not synced. */
export async function writeNew(files: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const file = await files.open(path, 'create');
  try {
    await writeAll(file, bytes, 0);
    await file.sync();
  } finally {
    await file.close();
  }
}
