import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { writeAll, type FileSystem } from '../files/file-system.ts';
import { unfinishedSuffix } from '../files/write-atomically.ts';
import type { StoredFile } from './attachment-store.ts';

/** Writes a file in the clear where the user wants it: all of it or nothing. Rejects with Node's error or `files/damaged`. */
export async function writeContent(files: FileSystem, path: string, { body }: StoredFile): Promise<void> {
  const unfinished = `${path}.${randomBytes(4).toString('hex')}${unfinishedSuffix}`;
  try {
    const file = await files.open(unfinished, 'create');
    try {
      let position = 0;
      for await (const piece of body) {
        await writeAll(file, piece, position);
        position += piece.length;
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await files.rename(unfinished, path);
  } catch (error) {
    await files.remove(unfinished).catch(() => undefined);
    throw error;
  }
  await files.syncDir(dirname(path));
}
