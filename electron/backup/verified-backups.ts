import { join } from 'node:path';
import * as z from 'zod';
import type { ContentSummary } from '#shared/archive/content.ts';
import { instantSchema } from '#shared/domain/record.ts';
import { countsSchema, type Counts } from '#shared/ipc/contract.ts';
import { createOrder } from '#shared/lib/in-order.ts';
import type { ArchivePaths } from '../files/archive-paths.ts';
import type { FileSystem } from '../files/file-system.ts';
import type { ContainerAbout } from './container-format.ts';
import { readJson, writeJson } from '../files/json-file.ts';
import type { WrittenBackup } from './running-backup.ts';

const verifiedSchema = z.strictObject({
  folderId: z.string(),
  name: z.string(),
  sizeBytes: z.int(),
  generation: z.int(),
  seq: z.int(),
  createdAt: instantSchema,
  verifiedAt: instantSchema,
  /** Decrypted to its end, or compared byte for byte with one that was, because the archive was locked. */
  proof: z.enum(['decrypted', 'compared']),
  counts: countsSchema,
  /** Files of customers that could not be read any more when it was made. */
  lostFiles: z.int().min(1).optional(),
  /** Not pruned before; a restore sets it on the snapshot that undoes it. */
  keepUntil: instantSchema.optional(),
});
/** A backup that this machine has written, closed, opened again and read to its end. */
export type VerifiedBackup = z.infer<typeof verifiedSchema>;

export function verifiedOf(
  { name, sizeBytes, summary }: WrittenBackup,
  { generation, seq, createdAt }: ContainerAbout,
  folderId: string,
  now: Date,
): VerifiedBackup {
  const counts = recordCounts(summary);
  const verifiedAt = now.toISOString();
  return { folderId, name, sizeBytes, generation, seq, createdAt, verifiedAt, proof: 'decrypted', counts };
}

/**
 * What the window calls counts: records per table. Field history is part of the dossiers and not counted as records.
 */
export function recordCounts({ counts: { history: _history, ...counts } }: ContentSummary): Counts {
  return counts;
}

const fileSchema = z.strictObject({ verified: z.array(verifiedSchema) });

/** The list beside the archive. Without it the backups are as good as before; only nobody has vouched for them. */
export interface VerifiedBackups {
  /** Rejects with Node's error when the disk cannot be read. */
  read(): Promise<VerifiedBackup[]>;
  /** Adds a backup, or replaces what was known of it. */
  put(backup: VerifiedBackup): Promise<void>;
  remove(backup: Pick<VerifiedBackup, 'folderId' | 'name'>): Promise<void>;
}

/** One for each archive folder: changes read the list, change it and write it back, one after the other. */
export function createVerifiedBackups(files: FileSystem, paths: ArchivePaths): VerifiedBackups {
  const path = join(paths.dir, 'verified-backups.json');
  const inOrder = createOrder();

  async function read(): Promise<VerifiedBackup[]> {
    return fileSchema.safeParse(await readJson(files, path)).data?.verified ?? [];
  }

  async function withoutOne({ folderId, name }: Pick<VerifiedBackup, 'folderId' | 'name'>): Promise<VerifiedBackup[]> {
    return (await read()).filter((known) => known.folderId !== folderId || known.name !== name);
  }

  return {
    read,
    put: (backup) => inOrder(async () => writeJson(files, path, { verified: [...(await withoutOne(backup)), backup] })),
    remove: (backup) => inOrder(async () => writeJson(files, path, { verified: await withoutOne(backup) })),
  };
}
