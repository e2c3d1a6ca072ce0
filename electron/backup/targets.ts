import { randomBytes } from 'node:crypto';
import { basename, join, resolve } from 'node:path';
import * as z from 'zod';
import type { ArchivePaths } from '../files/archive-paths.ts';
import type { FileSystem } from '../files/file-system.ts';
import { backupFailure } from './backup-error.ts';
import { readJson, writeJson } from './json-file.ts';

/** The id of the folder of snapshots inside the archive. */
export const localFolderId = 'local';

/** A folder for backups that the user chose. The path stays in the main process. */
export interface Target {
  id: string;
  path: string;
}

const targetsSchema = z.strictObject({
  targets: z.array(z.strictObject({ id: z.string().min(1).max(64), path: z.string().min(1) })),
});

/**
 * Lies in a backup folder and names the archives that use it, so that an unplugged drive is told from its empty mount
 * point and from another drive of the same letter.
 */
const markerName = '.kebu-target.json';
const markerSchema = z.looseObject({ archiveIds: z.array(z.string().max(64)).max(1000) });

/**
 * None when the list is missing or damaged: folders can be chosen again, and nothing in them is lost. Fails with
 * `backup/write-failed` and its kin when the disk cannot be read.
 */
export async function readTargets(files: FileSystem, paths: ArchivePaths): Promise<Target[]> {
  try {
    return targetsSchema.safeParse(await readJson(files, targetsPathOf(paths))).data?.targets ?? [];
  } catch (error) {
    throw backupFailure(error);
  }
}

/** Remembers a folder after proving that it can be written to. Fails with `backup/no-permission` and its kin. */
export async function addTarget(
  files: FileSystem,
  paths: ArchivePaths,
  archiveId: string,
  chosenPath: string,
): Promise<Target> {
  const path = resolve(chosenPath);
  try {
    const marker = markerSchema.safeParse(await readJson(files, join(path, markerName)));
    const archiveIds = new Set(marker.success ? marker.data.archiveIds : []).add(archiveId);
    await writeJson(files, join(path, markerName), { archiveIds: [...archiveIds] });
    const targets = await readTargets(files, paths);
    const known = targets.find((target) => target.path === path);
    if (known) return known;
    const target = { id: randomBytes(8).toString('hex'), path };
    await writeTargets(files, paths, [...targets, target]);
    return target;
  } catch (error) {
    throw backupFailure(error);
  }
}

/** Forgets a folder. The backups in it stay. */
export async function removeTarget(files: FileSystem, paths: ArchivePaths, id: string): Promise<void> {
  try {
    const targets = await readTargets(files, paths);
    await writeTargets(
      files,
      paths,
      targets.filter((target) => target.id !== id),
    );
  } catch (error) {
    throw backupFailure(error);
  }
}

/** Whether the folder is there and is the one that was chosen. */
export async function isReachable(files: FileSystem, archiveId: string, { path }: Target): Promise<boolean> {
  const marker = markerSchema.safeParse(await readJson(files, join(path, markerName)).catch(() => null));
  return marker.success && marker.data.archiveIds.includes(archiveId);
}

/** What the user calls it. */
export function labelOf({ path }: Target): string {
  return basename(path) || path;
}

function targetsPathOf(paths: ArchivePaths): string {
  return join(paths.dir, 'targets.json');
}

async function writeTargets(files: FileSystem, paths: ArchivePaths, targets: readonly Target[]): Promise<void> {
  await writeJson(files, targetsPathOf(paths), { targets });
}
