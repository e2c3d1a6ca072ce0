import { join } from 'node:path';
import type { BackupEntry } from '#shared/ipc/contract.ts';
import type { ArchivePaths } from '../files/archive-paths.ts';
import type { FileSystem } from '../files/file-system.ts';
import { byAge } from './by-age.ts';
import type { ContainerManifest } from './container-format.ts';
import { backupFileName, backupIdOf, isBackupFileName, prefixOf } from './file-name.ts';
import { readContainer } from './read-container.ts';
import { isReachable, localFolderId, readTargets } from './targets.ts';
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

/** The folder of snapshots and every chosen folder that is there. */
export async function reachableFolders(files: FileSystem, paths: ArchivePaths, archiveId: string): Promise<Folder[]> {
  const folders: Folder[] = [{ id: localFolderId, dir: paths.snapshots }];
  for (const target of await readTargets(files, paths)) {
    if (await isReachable(files, archiveId, target)) folders.push({ id: target.id, dir: target.path });
  }
  return folders;
}

/**
 * The backups of an archive in a folder, oldest first by the journal's order. What is empty, cut short, renamed by a
 * cloud service, from another archive or still being written is passed over.
 */
export async function findBackups(files: FileSystem, folder: Folder, archiveId: string): Promise<FoundBackup[]> {
  const names = await files.list(folder.dir).catch(() => []);
  const found: FoundBackup[] = [];
  for (const name of names) {
    if (!isBackupFileName(name) || !name.startsWith(prefixOf(archiveId))) continue;
    const backup = await readClear(files, folder, name).catch(() => null);
    if (backup?.manifest.archiveId === archiveId && backupFileName(backup.manifest) === name) found.push(backup);
  }
  return found.sort((a, b) => byAge(a.manifest, b.manifest));
}

/** What the window is told of a backup: no path, and verification only while the file is as it was then. */
export function describeBackup(found: FoundBackup, verified: readonly VerifiedBackup[]): BackupEntry {
  const { folderId, name, sizeBytes, manifest } = found;
  const record = verified.find((known) => known.folderId === folderId && known.name === name);
  if (record?.sizeBytes === sizeBytes) return describeVerified(record);
  const { seq, createdAt } = manifest;
  const id = backupIdOf(folderId, name);
  return { id, name, folderId, sizeBytes, seq, createdAt, verifiedAt: null, counts: null };
}

export function describeVerified(verified: VerifiedBackup): BackupEntry {
  const { folderId, name, sizeBytes, seq, createdAt, verifiedAt, counts } = verified;
  return { id: backupIdOf(folderId, name), name, folderId, sizeBytes, seq, createdAt, verifiedAt, counts };
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
