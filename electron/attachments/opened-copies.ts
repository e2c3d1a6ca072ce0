import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { FileSystem } from '../files/file-system.ts';
import type { ArchiveSession } from '../keys/archive-session.ts';
import { writeContent } from './write-content.ts';
import type { StoredFile } from './attachment-store.ts';

/** Copies in the clear that other programs look at. */
export interface OpenedCopies {
  /** Returns where the copy lies. */
  make(stored: StoredFile, name: string): Promise<string>;
  /** Removes every copy, also those of an earlier run. One that another program holds goes the next time. */
  wipe(): Promise<void>;
}

export function createOpenedCopies(files: FileSystem, dataDir: string, session: ArchiveSession): OpenedCopies {
  const dir = join(dataDir, 'opened-files');

  async function wipe(): Promise<void> {
    await files.removeTree(dir).catch(() => undefined);
  }

  session.onEnd(wipe);

  return {
    async make(stored, name) {
      // A folder of its own, so that the copy bears the name by which the program knows what to do with it.
      const own = join(dir, randomBytes(8).toString('hex'));
      await files.makeDir(own);
      const path = join(own, name);
      await writeContent(files, path, stored);
      return path;
    },
    wipe,
  };
}
