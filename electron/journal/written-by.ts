import { join } from 'node:path';
import * as z from 'zod';
import type { ArchivePaths } from '../files/archive-paths.ts';
import type { FileSystem } from '../files/file-system.ts';
import { readJsonIfGood, writeJson } from '../files/json-file.ts';

const schema = z.strictObject({ appVersion: z.string().max(40) });

/** Which Kebu made the newest snapshot of its own: another one makes one before it changes anything. */
export interface WrittenBy {
  /** True when a snapshot is due because Kebu was exchanged since. */
  isOther(appVersion: string): Promise<boolean>;
  note(appVersion: string): Promise<void>;
}

export function createWrittenBy(files: FileSystem, paths: Pick<ArchivePaths, 'dir'>): WrittenBy {
  const path = join(paths.dir, 'written-by.json');
  return {
    isOther: async (appVersion) => (await readJsonIfGood(files, path, schema))?.appVersion !== appVersion,
    note: (appVersion) => writeJson(files, path, { appVersion }),
  };
}
