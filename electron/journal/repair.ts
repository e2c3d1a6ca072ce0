import { join } from 'node:path';
import type { ArchivePaths } from '../files/archive-paths.ts';
import { readUpTo, type FileSystem } from '../files/file-system.ts';
import { writeNew } from '../files/write-atomically.ts';
import { segmentHeaderBytes, segmentName } from './record-format.ts';
import type { Scan } from './scan.ts';

/** Takes everything after the first bad byte out of the journal and keeps it aside. Returns how many bytes that were. */
export async function keepDamageAside(
  files: FileSystem,
  paths: Pick<ArchivePaths, 'journal' | 'keptAside'>,
  { segments, badFrom }: Scan,
  now: Date,
): Promise<number> {
  if (!badFrom) return 0;
  const stamp = now.toISOString().replaceAll(/[-:.]/g, '');
  const keptPath = (segment: number) => join(paths.keptAside, `${stamp}-${segmentName(segment)}`);
  await files.makeDir(paths.keptAside);
  let keptBytes = 0;
  // From the end, so that a crash in between leaves a shorter journal and never one with a hole.
  for (const segment of segments.filter((number) => number >= badFrom.segment).reverse()) {
    const path = join(paths.journal, segmentName(segment));
    const { sizeBytes = 0 } = (await files.stat(path)) ?? {};
    if (segment > badFrom.segment || badFrom.offset < segmentHeaderBytes) {
      keptBytes += sizeBytes;
      await files.rename(path, keptPath(segment));
    } else {
      keptBytes += sizeBytes - badFrom.offset;
      await keepTail(files, path, badFrom.offset, sizeBytes, keptPath(segment));
    }
  }
  await files.syncDir(paths.keptAside);
  await files.syncDir(paths.journal);
  return keptBytes;
}

async function keepTail(files: FileSystem, path: string, from: number, to: number, keptAs: string): Promise<void> {
  const file = await files.open(path, 'write');
  try {
    await writeNew(files, keptAs, await readUpTo(file, from, to - from));
    await file.truncate(from);
    await file.sync();
  } finally {
    await file.close();
  }
}
