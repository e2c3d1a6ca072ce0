import { join } from 'node:path';
import { byAge } from '#shared/backup/by-age.ts';
import { nameStranger } from '#shared/backup/name-stranger.ts';
import { failWith } from '#shared/errors/app-error.ts';
import type { BackupEntry, BackupFolder } from '#shared/ipc/contract.ts';
import type { FileStat, FileSystem } from '../files/file-system.ts';
import { unfinishedSuffix } from '../files/write-atomically.ts';
import type { ContainerManifest } from './container-format.ts';
import { backupFileName, backupIdOf, isBackupFileName, prefixOf } from './file-name.ts';
import { readContainer } from './read-container.ts';
import { localFolderId, locateTarget, readTargets } from './targets.ts';
import type { BackupTools } from './tools.ts';
import type { VerifiedBackup } from './verified-backups.ts';

/** A finished backup of this archive, as its own manifest describes it. */
export interface FoundBackup {
  folderId: string;
  path: string;
  name: string;
  sizeBytes: number;
  manifest: ContainerManifest;
}

export interface Folder {
  id: string;
  dir: string;
}

/** The folder of snapshots and every chosen folder that is there, wherever it is now. */
export async function reachableFolders({ ports, paths }: BackupPlace, archiveId: string): Promise<Folder[]> {
  const place = { ...ports, paths };
  const folders: Folder[] = [{ id: localFolderId, dir: paths.snapshots }];
  for (const target of await readTargets(place)) {
    const dir = await locateTarget(place, archiveId, target);
    if (dir !== null) folders.push({ id: target.id, dir });
  }
  return folders;
}

/** Where a chosen folder is. Fails with `backup/no-target` or `backup/target-missing`. */
export async function findFolder({ ports, paths }: BackupPlace, archiveId: string, folderId: string): Promise<Folder> {
  const place = { ...ports, paths };
  const target = (await readTargets(place)).find(({ id }) => id === folderId) ?? failWith('backup/no-target');
  const dir = (await locateTarget(place, archiveId, target)) ?? failWith('backup/target-missing');
  return { id: folderId, dir };
}

type BackupPlace = Pick<BackupTools, 'ports' | 'paths'>;

/** What lies in a backup folder. */
export interface FolderContent {
  /** The backups of the archive, oldest first by the journal's order. */
  backups: FoundBackup[];
  /** What looks like one and is not whole, or bears a name that a cloud service gave it. */
  strangers: BackupFolder['strangers'];
}

/**
 * Looks into a folder. Backups of other archives and what is being written here right now are passed over. A file whose
 * content a cloud program has left on its server is not opened, because that would fetch it.
 */
export async function lookInto(files: FileSystem, folder: Folder, archiveId: string): Promise<FolderContent> {
  const names = await files.list(folder.dir).catch(() => []);
  const backups: FoundBackup[] = [];
  const strangers: FolderContent['strangers'] = [];
  for (const name of names) {
    if (!name.includes(prefixOf(archiveId)) || name.endsWith(unfinishedSuffix)) continue;
    const stat = await files.stat(join(folder.dir, name)).catch(() => null);
    if (!stat || stat.isDirectory) continue;
    const backup =
      isBackupFileName(name) && isHere(stat) ? await readClear(files, folder, name).catch(() => null) : null;
    const isWhole = backup?.manifest.archiveId === archiveId && backupFileName(backup.manifest) === name;
    if (backup && isWhole) backups.push(backup);
    const kind = nameStranger({ name, ...stat }, isWhole);
    if (kind !== null) strangers.push({ name, kind });
  }
  return { backups: backups.sort((a, b) => byAge(a.manifest, b.manifest)), strangers };
}

/** The backups of an archive in a folder, oldest first by the journal's order. */
export async function findBackups(files: FileSystem, folder: Folder, archiveId: string): Promise<FoundBackup[]> {
  return (await lookInto(files, folder, archiveId)).backups;
}

function isHere({ sizeBytes, storedBytes }: FileStat): boolean {
  return sizeBytes > 0 && storedBytes > 0;
}

/** What the window is told of a backup: no path, and verification only while the file is as it was then. */
export function describeBackup(found: FoundBackup, verified: readonly VerifiedBackup[]): BackupEntry {
  const { folderId, name, sizeBytes, manifest } = found;
  const record = verified.find((known) => known.folderId === folderId && known.name === name);
  if (record?.sizeBytes === sizeBytes) return describeVerified(record);
  const { seq, createdAt } = manifest;
  const id = backupIdOf(folderId, name);
  return { id, name, folderId, sizeBytes, seq, createdAt, verifiedAt: null, proof: null, counts: null };
}

export function describeVerified(verified: VerifiedBackup): BackupEntry {
  const { folderId, name, sizeBytes, seq, createdAt, verifiedAt, proof, counts, lostFiles } = verified;
  const id = backupIdOf(folderId, name);
  return { id, name, folderId, sizeBytes, seq, createdAt, verifiedAt, proof, counts, lostFiles };
}

async function readClear(files: FileSystem, folder: Folder, name: string): Promise<FoundBackup> {
  const path = join(folder.dir, name);
  const file = await files.open(path, 'read');
  try {
    const { manifest, sizeBytes } = await readContainer(file);
    return { folderId: folder.id, path, name, sizeBytes, manifest };
  } finally {
    await file.close();
  }
}
