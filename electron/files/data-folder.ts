import { createHash, randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { cloudServiceOf } from '#shared/backup/cloud-service.ts';
import { mountsIn } from './drives.ts';
import { readUpTo, writeAll, type FileSystem } from './file-system.ts';
import { writeJson } from './json-file.ts';
import { readIfThere } from './read-if-there.ts';
import { unfinishedSuffix } from './write-atomically.ts';

/** Why a folder is no place for the archive: it is on another machine, or a program keeps copying it elsewhere. */
export type FolderProblem = { kind: 'network' } | { kind: 'synced'; service: string };

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
  const service = cloudServiceOf(path);
  return service === null ? null : { kind: 'synced', service };
}

/** Type of the file system on which a path lies: that of the longest mount point above it. */
function mountTypeOf(path: string, mounts: string): string | null {
  let best = { length: -1, type: null as string | null };
  for (const { point, type } of mountsIn(mounts)) {
    const isAbove = path === point || path.startsWith(point.endsWith('/') ? point : `${point}/`);
    if (isAbove && point.length >= best.length) best = { length: point.length, type };
  }
  return best.type;
}

/** Left in a folder that the archive was moved out of. */
const movedName = 'moved.json';
const movedSchema = z.strictObject({ to: z.string().min(1) });

/**
 * Where the archive of this folder lies now. Rejects when there is a note of a move that cannot be read: what still lies here is
 * the archive of that day, and nobody may go on with it unknowingly.
 */
export async function followMoved(files: FileSystem, dataDir: string): Promise<string> {
  const note = await readIfThere(files, join(dataDir, movedName));
  return note ? movedSchema.parse(JSON.parse(new TextDecoder().decode(note))).to : dataDir;
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
    await writeJson(files, join(from, movedName), { to });
  } catch (error) {
    await files.removeTree(unfinished).catch(() => undefined);
    // Left there, it would keep the next attempt out; once the note may lead to it, it is the archive.
    const isNoted = await followMoved(files, from).then(
      (dir) => dir === to,
      () => true,
    );
    if (!isNoted) await files.removeTree(to).catch(() => undefined);
    throw error;
  }
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
