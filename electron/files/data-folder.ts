import { createHash, randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { readUpTo, writeAll, type FileSystem } from './file-system.ts';
import { unfinishedSuffix, writeAtomically } from './write-atomically.ts';

/** Why a folder is no place for the archive: it is on another machine, or a program keeps copying it elsewhere. */
export type FolderProblem = { kind: 'network' } | { kind: 'synced'; service: string };

/** Folders of programs that synchronise, as their installers name them. */
const syncedFolders: readonly [service: string, folder: RegExp][] = [
  ['OneDrive', /^onedrive( - .+)?$/i],
  ['Dropbox', /^dropbox( \(.+\))?$/i],
  ['iCloud', /^(icloud ?drive|com~apple~clouddocs|mobile documents)$/i],
  ['坚果云', /^(我的坚果云|坚果云|nutstore( files)?)$/i],
  ['百度网盘', /^(百度网盘同步空间|百度网盘|baidusyncdisk|baidunetdiskworkspace|baidunetdisk)$/i],
  ['Google Drive', /^(google ?drive|googledrive-.+|my drive|我的云端硬盘)$/i],
  ['WPS云盘', /^(wps云盘|wpsdrive|wps ?cloud ?files)$/i],
  ['CloudStorage', /^cloudstorage$/i],
];

const networkTypes =
  /^(nfs\d?|cifs|smb3|smbfs|afpfs|afs|ncpfs|davfs|ceph|glusterfs|fuse\.(sshfs|rclone|davfs2|gvfsd-fuse|s3fs|glusterfs))$/;

/**
 * `path` as the system resolves it, so that a mapped drive and a link show where they lead. `mounts` is the text of
 * /proc/mounts where there is one.
 */
export function judgeDataFolder(path: string, mounts: string | null): FolderProblem | null {
  if (/^([\\/]{2})[^\\/?.]/.test(path) || /^\\\\\?\\UNC\\/i.test(path)) return { kind: 'network' };
  const type = mounts === null ? null : mountTypeOf(path, mounts);
  if (type !== null && networkTypes.test(type)) return { kind: 'network' };
  for (const name of path.split(/[\\/]/)) {
    const found = syncedFolders.find(([, folder]) => folder.test(name));
    if (found) return { kind: 'synced', service: found[0] };
  }
  return null;
}

/** Type of the file system on which a path lies: that of the longest mount point above it. */
function mountTypeOf(path: string, mounts: string): string | null {
  let best = { length: -1, type: null as string | null };
  for (const line of mounts.split('\n')) {
    const [, point, type] = line.split(' ');
    if (point === undefined || type === undefined) continue;
    // A blank in a path is written as \040.
    const at = point.replaceAll(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
    const isAbove = path === at || path.startsWith(at.endsWith('/') ? at : `${at}/`);
    if (isAbove && at.length >= best.length) best = { length: at.length, type };
  }
  return best.type;
}

/** Left in a folder that the archive was moved out of. */
const movedName = 'moved.json';
const movedSchema = z.strictObject({ to: z.string().min(1) });

/** Where the archive of this folder lies now. */
export async function followMoved(files: FileSystem, dataDir: string): Promise<string> {
  try {
    const note: unknown = JSON.parse(new TextDecoder().decode(await files.readFile(join(dataDir, movedName))));
    return movedSchema.parse(note).to;
  } catch {
    return dataDir;
  }
}

/**
 * Copies everything to a folder that must be missing or empty, reads the copy back, and leaves a note in the old folder. The
 * old files stay. Rejects with Node's error; then the old folder is as it was and the new one is removed.
 */
export async function moveDataFolder(files: FileSystem, from: string, to: string): Promise<void> {
  if ((await files.stat(to)) && (await files.list(to)).length > 0) {
    throw Object.assign(new Error('The folder is in use'), { code: 'EEXIST' });
  }
  const unfinished = `${to}.${randomBytes(4).toString('hex')}${unfinishedSuffix}`;
  try {
    await files.makeDir(dirname(to));
    await copyTree(files, from, unfinished);
    if (await files.stat(to)) await files.removeTree(to);
    await files.rename(unfinished, to);
    await files.syncDir(dirname(to));
  } catch (error) {
    await files.removeTree(unfinished).catch(() => undefined);
    throw error;
  }
  await writeAtomically(files, join(from, movedName), new TextEncoder().encode(JSON.stringify({ to })));
}

async function copyTree(files: FileSystem, from: string, to: string): Promise<void> {
  await files.makeDir(to);
  for (const name of await files.list(from)) {
    const [source, target] = [join(from, name), join(to, name)];
    const found = await files.stat(source);
    if (found?.isDirectory) await copyTree(files, source, target);
    // The note of an earlier move and the lock of this run stay where they are.
    else if (found && name !== movedName && !name.endsWith('.lock')) await copyFile(files, source, target);
  }
  await files.syncDir(to);
}

const pieceBytes = 1024 * 1024;

async function copyFile(files: FileSystem, from: string, to: string): Promise<void> {
  const source = await files.open(from, 'read');
  const target = await files.open(to, 'create');
  try {
    for (let at = 0; ; ) {
      const piece = await readUpTo(source, at, pieceBytes);
      if (piece.length === 0) break;
      await writeAll(target, piece, at);
      at += piece.length;
    }
    await target.sync();
  } finally {
    await target.close();
    await source.close();
  }
  if ((await hashOf(files, from)) !== (await hashOf(files, to))) {
    throw Object.assign(new Error('The copy differs'), { code: 'EIO' });
  }
}

async function hashOf(files: FileSystem, path: string): Promise<string> {
  const file = await files.open(path, 'read');
  const hash = createHash('sha256');
  try {
    for (let at = 0; ; ) {
      const piece = await readUpTo(file, at, pieceBytes);
      if (piece.length === 0) return hash.digest('hex');
      hash.update(piece);
      at += piece.length;
    }
  } finally {
    await file.close();
  }
}
