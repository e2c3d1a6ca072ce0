import { join } from 'node:path';
import type { Input, Output } from '#shared/ipc/contract.ts';
import { contract } from '#shared/ipc/contract.ts';
import type { ArchivePaths } from '../files/archive-paths.ts';
import type { FileSystem } from '../files/file-system.ts';
import { readJsonIfGood, writeJson } from '../files/json-file.ts';

/** What the rows of the database amounted to, kept where the browser cannot reach. It names no customer. */
export interface KeptTotals {
  /** `null` when nothing was kept yet or the file cannot be read: then the next check says what there is. */
  read(): Promise<Output<'journal/status'>['totals']>;
  write(totals: Input<'journal/keep-totals'>): Promise<void>;
}

export function createKeptTotals(files: FileSystem, paths: Pick<ArchivePaths, 'dir'>): KeptTotals {
  const path = join(paths.dir, 'store-totals.json');
  const schema = contract['journal/keep-totals'].input;
  return {
    read: () => readJsonIfGood(files, path, schema),
    write: (totals) => writeJson(files, path, totals),
  };
}
