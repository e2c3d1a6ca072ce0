import { constants, fstatSync } from 'node:fs';
import * as node from 'node:fs/promises';

/**
 * What the archive needs of a disk, and nothing else. Journal, keys and backups go through it, so that a test can make
 * any single call fail. Errors are Node's own, with their `code`.
 */
export interface FileSystem {
  open(path: string, mode: OpenMode): Promise<OpenFile>;
  readFile(path: string): Promise<Uint8Array>;
  /** Names in a folder, in no particular order. */
  list(dir: string): Promise<string[]>;
  /** Creates the folder and those above it; no error when it is there. */
  makeDir(dir: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  removeTree(path: string): Promise<void>;
  /** Makes creations, renames and removals in a folder survive a power cut. */
  syncDir(dir: string): Promise<void>;
  /** `null` when there is nothing at the path. */
  stat(path: string): Promise<FileStat | null>;
  freeBytes(dir: string): Promise<number>;
  /** The largest file that the file system of a folder can hold: 4 GiB − 1 on FAT. */
  maxFileBytes(dir: string): Promise<number>;
}

/** `create` fails when the file exists; `replace` starts it empty; `write` needs it to exist. */
export type OpenMode = 'read' | 'write' | 'create' | 'replace';

export interface FileStat {
  sizeBytes: number;
  /** What of it lies on the disk: 0 for a file whose content a cloud program has left on its server. */
  storedBytes: number;
  modifiedAtMs: number;
  isDirectory: boolean;
}

export interface OpenFile {
  /** Returns how many bytes were read; 0 at the end. */
  read(into: Uint8Array, position: number): Promise<number>;
  /** Returns how many bytes were written, which may be fewer than given; see `writeAll`. */
  write(bytes: Uint8Array, position: number): Promise<number>;
  /** fdatasync: returns when what was written survives a power cut. */
  sync(): Promise<void>;
  truncate(sizeBytes: number): Promise<void>;
  size(): Promise<number>;
  close(): Promise<void>;
}

const flagsOf = {
  read: constants.O_RDONLY,
  write: constants.O_RDWR,
  create: constants.O_RDWR | constants.O_CREAT | constants.O_EXCL,
  replace: constants.O_RDWR | constants.O_CREAT | constants.O_TRUNC,
} as const satisfies Record<OpenMode, number>;

/** What Linux calls a FAT file system (statfs(2)); elsewhere a file that grows too large fails with EFBIG. */
const fatMagic = 0x4d44;

export const nodeFileSystem: FileSystem = {
  async open(path, mode) {
    const handle = await node.open(path, flagsOf[mode], 0o600);
    return {
      read: async (into, position) => (await handle.read(into, 0, into.length, position)).bytesRead,
      write: async (bytes, position) => (await handle.write(bytes, 0, bytes.length, position)).bytesWritten,
      sync: () => handle.datasync(),
      truncate: (sizeBytes) => handle.truncate(sizeBytes),
      // Of a file that is open the kernel knows it: a thread of its own would take longer than the answer.
      size: async () => fstatSync(handle.fd).size,
      close: () => handle.close(),
    };
  },
  readFile: (path) => node.readFile(path),
  list: (dir) => node.readdir(dir),
  async makeDir(dir) {
    await node.mkdir(dir, { recursive: true, mode: 0o700 });
  },
  rename: (from, to) => whileBusyOnWindows(() => node.rename(from, to)),
  remove: (path) => whileBusyOnWindows(() => node.unlink(path)),
  removeTree: (path) => node.rm(path, { recursive: true, force: true }),
  async syncDir(dir) {
    // Windows has no way to sync a folder; its file system journals the rename itself.
    if (process.platform === 'win32') return;
    const handle = await node.open(dir, constants.O_RDONLY);
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  async stat(path) {
    try {
      const found = await node.stat(path);
      return {
        sizeBytes: found.size,
        storedBytes: found.blocks * 512,
        modifiedAtMs: found.mtimeMs,
        isDirectory: found.isDirectory(),
      };
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return null;
      throw error;
    }
  },
  async freeBytes(dir) {
    const { bavail, bsize } = await node.statfs(dir);
    return bavail * bsize;
  },
  async maxFileBytes(dir) {
    return (await node.statfs(dir)).type === fatMagic ? 4 * 1024 ** 3 - 1 : Number.MAX_SAFE_INTEGER;
  },
};

/** Node's error code (`ENOSPC`, `EACCES` …), or `unknown`. */
export function errnoOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
}

/** Writes everything, however little the disk takes at a time. */
export async function writeAll(file: OpenFile, bytes: Uint8Array, position: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const written = await file.write(bytes.subarray(done), position + done);
    if (written <= 0) throw Object.assign(new Error('The disk took no more bytes'), { code: 'EIO' });
    done += written;
  }
}

/** Reads `length` bytes from `position`, or as many as there are. */
export async function readUpTo(file: OpenFile, position: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let done = 0;
  while (done < length) {
    const read = await file.read(bytes.subarray(done), position + done);
    if (read === 0) break;
    done += read;
  }
  return bytes.subarray(0, done);
}

/** An antivirus or indexer may hold a file for a moment. */
async function whileBusyOnWindows(attempt: () => Promise<void>): Promise<void> {
  const pausesMs = process.platform === 'win32' ? [20, 50, 100, 200, 400, 800, 1600, 3200] : [];
  for (const pauseMs of pausesMs) {
    try {
      return await attempt();
    } catch (error) {
      if (!['EBUSY', 'EPERM', 'EACCES'].includes(errnoOf(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
  return attempt();
}
