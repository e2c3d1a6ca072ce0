import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { writeAll, type FileSystem, type OpenFile } from './file-system.ts';

/** Ends the name of every file that is not finished; such files may be removed at any time. */
export const unfinishedSuffix = '.unfinished';

/**
 * Puts what `write` writes under `path` so that a reader, also after a power cut, finds either the old content or the new one.
 * Rejects with Node's error, or what `write` rejects with, and leaves no half file behind.
 */
export async function writeWhole(
  files: FileSystem,
  path: string,
  write: (file: OpenFile) => Promise<void>,
): Promise<void> {
  const unfinished = `${path}.${randomBytes(4).toString('hex')}${unfinishedSuffix}`;
  try {
    await createSynced(files, unfinished, write);
    await files.rename(unfinished, path);
  } catch (error) {
    await files.remove(unfinished).catch(() => undefined);
    throw error;
  }
  await files.syncDir(dirname(path));
}

/** `writeWhole` of what is at hand. */
export function writeAtomically(files: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  return writeWhole(files, path, (file) => writeAll(file, bytes, 0));
}

/** Writes and syncs a file that must not exist yet. The folder is not synced. */
export function writeNew(files: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  return createSynced(files, path, (file) => writeAll(file, bytes, 0));
}

async function createSynced(files: FileSystem, path: string, write: (file: OpenFile) => Promise<void>): Promise<void> {
  const file = await files.open(path, 'create');
  try {
    await write(file);
    await file.sync();
  } finally {
    await file.close();
  }
}
