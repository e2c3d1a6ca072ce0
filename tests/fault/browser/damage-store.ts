import { cp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Random } from '../../samples/random.ts';

/** What can happen to the files of a database while it is closed. */
export const injuries = [
  'a bit flipped',
  'bits flipped all over',
  'a page of zeros',
  'cut at the end',
  'cut in two',
  'noise at the end',
  'a file emptied',
  'a file deleted',
  'two files swapped',
  'everything older',
  'everything deleted',
] as const;
export type Injury = (typeof injuries)[number];

/** What LevelDB says of its own work; nothing is lost with it. */
const reports = new Set(['LOG', 'LOG.old']);

async function filesUnder(dir: string): Promise<{ path: string; sizeBytes: number }[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(paths.sort().map(async (path) => ({ path, sizeBytes: (await stat(path)).size })));
}

/** Leaves of every file in it the beginning, by which it is known for what it is. */
export async function blankStore(store: string): Promise<string> {
  const keptBytes = 3 * 4096;
  for (const { path, sizeBytes } of await filesUnder(store)) {
    if (sizeBytes <= keptBytes) continue;
    const bytes = await readFile(path);
    await writeFile(path, bytes.fill(0, keptBytes));
  }
  return 'zeros but for its beginning';
}

/** Injures the database in a folder; says where. */
export async function damageStore(store: string, injury: Injury, random: Random, olderStore: string): Promise<string> {
  const files = (await filesUnder(store)).filter(
    ({ path, sizeBytes }) => sizeBytes > 0 && !reports.has(basename(path)),
  );
  // A byte anywhere: a large file is hit more often than a small one, each small one at times.
  const byWeight = files.flatMap((file) => Array.from({ length: 1 + Math.ceil(file.sizeBytes / 20_000) }, () => file));
  const { path, sizeBytes } = random.pick(byWeight);
  const at = random.int(0, sizeBytes - 1);
  const where = `${injury}: ${path.slice(store.length + 1)} at ${at}`;
  const change = async (edit: (bytes: Buffer) => void): Promise<void> => {
    const bytes = await readFile(path);
    edit(bytes);
    await writeFile(path, bytes);
  };
  const flip = (bytes: Buffer, offset: number): void => {
    bytes[offset] = (bytes[offset] ?? 0) ^ (1 << random.int(0, 7));
  };
  switch (injury) {
    case 'a bit flipped':
      await change((bytes) => flip(bytes, at));
      break;
    case 'bits flipped all over':
      await change((bytes) => {
        for (let each = 0; each < 100; each += 1) flip(bytes, random.int(0, sizeBytes - 1));
      });
      break;
    case 'a page of zeros':
      await change((bytes) => bytes.fill(0, at - (at % 4096), Math.min(bytes.length, at - (at % 4096) + 4096)));
      break;
    case 'cut at the end':
      await truncate(path, Math.max(0, sizeBytes - random.int(1, 100)));
      break;
    case 'cut in two':
      await truncate(path, at);
      break;
    case 'noise at the end':
      await writeFile(path, Buffer.from(Array.from({ length: 500 }, () => random.int(0, 255))), { flag: 'a' });
      break;
    case 'a file emptied':
      await truncate(path, 0);
      break;
    case 'a file deleted':
      await rm(path);
      break;
    case 'two files swapped': {
      const other = random.pick(files).path;
      const [mine, theirs] = [await readFile(path), await readFile(other)];
      await writeFile(path, theirs);
      await writeFile(other, mine);
      break;
    }
    case 'everything older':
    case 'everything deleted':
      await rm(store, { recursive: true });
      if (injury === 'everything older') await cp(olderStore, store, { recursive: true });
  }
  return where;
}
