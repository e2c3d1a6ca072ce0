import { writeAll, type FileSystem } from '../files/file-system.ts';
import { writeWhole } from '../files/write-atomically.ts';
import type { StoredFile } from './attachment-store.ts';

/** Writes a file in the clear where the user wants it: all of it or nothing. Rejects with Node's error or `files/damaged`. */
export function writeContent(files: FileSystem, path: string, { body }: StoredFile): Promise<void> {
  return writeWhole(files, path, async (file) => {
    let position = 0;
    for await (const piece of body) {
      await writeAll(file, piece, position);
      position += piece.length;
    }
  });
}
