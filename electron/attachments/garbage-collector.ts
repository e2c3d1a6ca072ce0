import { join } from 'node:path';
import * as z from 'zod';
import { selectGarbage, type ReachablePast, type StoredFiles } from '#shared/attachments/select-garbage.ts';
import type { FileSystem } from '../files/file-system.ts';
import { readJson, writeJson } from '../files/json-file.ts';

const unnamedSchema = z.strictObject({ since: z.record(z.string(), z.int().min(0)) });

/** Lets sealed files go that nothing names, and remembers since when it is so. */
export interface GarbageCollector {
  /** While something reads many files, none is collected. Returns what ends it. */
  hold(): () => void;
  isHeld(): boolean;
  /** Removes what nothing names and nothing can bring back; see `selectGarbage`. */
  collect(stored: Omit<StoredFiles, 'unnamedSince'>, past: ReachablePast): Promise<void>;
}

export function createGarbageCollector(files: FileSystem, dir: string): GarbageCollector {
  const path = join(dir, 'unnamed.json');
  let holders = 0;

  async function readUnnamed(): Promise<Map<string, number>> {
    // Without it files stay longer than need be.
    const known = unnamedSchema.safeParse(await readJson(files, path)).data;
    return new Map(Object.entries(known?.since ?? {}));
  }

  return {
    hold() {
      holders += 1;
      return () => {
        holders -= 1;
      };
    },
    isHeld: () => holders > 0,
    async collect(stored, past) {
      const before = await readUnnamed();
      const { garbage, unnamedSince } = selectGarbage({ ...stored, unnamedSince: before }, past);
      for (const name of garbage) await files.remove(join(dir, name));
      if (garbage.length > 0) await files.syncDir(dir);
      const isSame =
        unnamedSince.size === before.size && [...before].every(([name, at]) => unnamedSince.get(name) === at);
      if (!isSame) await writeJson(files, path, { since: Object.fromEntries(unnamedSince) });
    },
  };
}
