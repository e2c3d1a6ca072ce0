import { randomBytes } from 'node:crypto';
import { basename, join, relative, resolve, sep } from 'node:path';
import * as z from 'zod';
import { cloudServiceOf } from '#shared/backup/cloud-service.ts';
import type { BackupFolder } from '#shared/ipc/contract.ts';
import type { ArchivePaths } from '../files/archive-paths.ts';
import type { ListDrives } from '../files/drives.ts';
import type { FileSystem } from '../files/file-system.ts';
import { backupFailure } from './backup-error.ts';
import { readJson, readJsonIfGood, writeJson } from '../files/json-file.ts';

/** The id of the folder of snapshots inside the archive. */
export const localFolderId = 'local';

const targetSchema = z.strictObject({
  /** Also stands in the folder's marker. */
  id: z.string().min(1).max(64),
  /** Where it was when it was chosen. */
  path: z.string().min(1),
  /** Its place on a drive of its own, with `/` between the parts; `null` when it lies on the system's drive. */
  withinDrive: z.string().nullable(),
});
/** A folder for backups that the user chose. The path stays in the main process. */
export type Target = z.infer<typeof targetSchema>;

const targetsSchema = z.strictObject({ targets: z.array(targetSchema) });

/**
 * Lies in a backup folder: gives the folder an id and names the archives that use it. By it an unplugged drive is told from
 * its empty mount point and from another drive of the same letter, and a stick is known wherever it is mounted.
 */
const markerName = '.kebu-target.json';
const markerSchema = z.looseObject({
  id: z.string().min(1).max(64),
  archiveIds: z.array(z.string().max(64)).max(1000),
});

/** What backup folders need of the machine. */
export interface TargetPlace {
  files: FileSystem;
  listDrives: ListDrives;
  paths: ArchivePaths;
}

/**
 * None when the list is missing or damaged: folders can be chosen again, and nothing in them is lost. Fails with
 * `backup/write-failed` and its kin when the disk cannot be read.
 */
export async function readTargets({ files, paths }: Pick<TargetPlace, 'files' | 'paths'>): Promise<Target[]> {
  try {
    return targetsSchema.safeParse(await readJson(files, targetsPathOf(paths))).data?.targets ?? [];
  } catch (error) {
    throw backupFailure(error);
  }
}

/** Remembers a folder after proving that it can be written to. Fails with `backup/no-permission` and its kin. */
export async function addTarget(place: TargetPlace, archiveId: string, chosenPath: string): Promise<Target> {
  const { files, paths } = place;
  const path = resolve(chosenPath);
  try {
    const marker = await readMarker(files, path);
    const id = marker?.id ?? randomBytes(8).toString('hex');
    const archiveIds = new Set(marker?.archiveIds ?? []).add(archiveId);
    // Written even if it says nothing new: whether the folder takes a file is what is asked.
    await writeJson(files, join(path, markerName), { id, archiveIds: [...archiveIds] });
    const drive = driveOf(path, await place.listDrives());
    const withinDrive = drive === null ? null : relative(drive, path).split(sep).join('/');
    const target = { id, path, withinDrive };
    const others = (await readTargets(place)).filter((known) => known.id !== id && known.path !== path);
    await writeTargets(files, paths, [...others, target]);
    return target;
  } catch (error) {
    throw backupFailure(error);
  }
}

/** Forgets a folder. The backups in it stay. */
export async function removeTarget(place: TargetPlace, id: string): Promise<void> {
  const { files, paths } = place;
  try {
    const targets = await readTargets(place);
    await writeTargets(
      files,
      paths,
      targets.filter((target) => target.id !== id),
    );
  } catch (error) {
    throw backupFailure(error);
  }
}

/** Where the folder is now: at its place, or at the same place of whichever drive carries its marker. */
export async function locateTarget(
  { files, listDrives }: Pick<TargetPlace, 'files' | 'listDrives'>,
  archiveId: string,
  { id, path, withinDrive }: Target,
): Promise<string | null> {
  const isIt = async (dir: string): Promise<boolean> => {
    const marker = await readMarker(files, dir);
    return marker?.id === id && marker.archiveIds.includes(archiveId);
  };
  if (await isIt(path)) return path;
  if (withinDrive === null) return null;
  for (const drive of await listDrives()) {
    const dir = join(drive, ...withinDrive.split('/'));
    if (await isIt(dir)) return dir;
  }
  return null;
}

/** What the user calls it: its own name, or that of the drive when it is one. */
export function labelOf({ path }: Target): string {
  return basename(path) || path;
}

export function kindOf({ path, withinDrive }: Target): BackupFolder['kind'] {
  if (cloudServiceOf(path) !== null) return 'cloud';
  return withinDrive === null ? 'folder' : 'drive';
}

/** The innermost drive that holds the path. */
function driveOf(path: string, drives: readonly string[]): string | null {
  const holding = drives
    .map((drive) => resolve(drive))
    .filter((drive) => path === drive || path.startsWith(withSeparator(drive)));
  return holding.sort((a, b) => b.length - a.length)[0] ?? null;
}

function withSeparator(dir: string): string {
  return dir.endsWith(sep) ? dir : dir + sep;
}

/** `null` as well when the drive does not answer. */
function readMarker(files: FileSystem, dir: string): Promise<z.infer<typeof markerSchema> | null> {
  return readJsonIfGood(files, join(dir, markerName), markerSchema);
}

function targetsPathOf(paths: ArchivePaths): string {
  return join(paths.dir, 'targets.json');
}

async function writeTargets(files: FileSystem, paths: ArchivePaths, targets: readonly Target[]): Promise<void> {
  await writeJson(files, targetsPathOf(paths), { targets });
}
