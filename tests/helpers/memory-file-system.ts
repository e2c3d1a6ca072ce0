import { dirname, join } from 'node:path';
import type { FileSystem, OpenFile } from '../../electron/files/file-system.ts';

interface FileNode {
  bytes: Uint8Array;
  /** What is left of it after a power cut: what was synced last. */
  synced: Uint8Array;
  modifiedAtMs: number;
}

export interface MemoryFileSystem extends FileSystem {
  /** A copy that changes on its own. */
  clone(): MemoryFileSystem;
  /**
   * The disk after the power went: of each file what was synced, of each folder the names that were synced. With `torn`,
   * files keep that share of the bytes that were written after their last sync. It was off for a long time.
   */
  afterPowerCut(torn?: number): MemoryFileSystem;
  /** Lets so much time pass that every file is old. */
  age(): void;
  paths(): string[];
  get(path: string): Uint8Array;
  set(path: string, bytes: Uint8Array): void;
}

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** A disk in memory: fast enough for tens of thousands of injuries, and honest about what a power cut takes. */
export function memoryFileSystem(
  names = new Map<string, FileNode>(),
  syncedNames = new Map<string, FileNode>(),
  dirs = new Set<string>(['/']),
): MemoryFileSystem {
  const inDir = (dir: string) => [...names.keys(), ...dirs].filter((path) => path !== '/' && dirname(path) === dir);

  function find(path: string): FileNode {
    const node = names.get(path);
    if (!node) throw failure(dirs.has(path) ? 'EISDIR' : 'ENOENT');
    return node;
  }

  function create(path: string): FileNode {
    if (!dirs.has(dirname(path))) throw failure('ENOENT');
    const node = { bytes: new Uint8Array(), synced: new Uint8Array(), modifiedAtMs: Date.now() };
    names.set(path, node);
    return node;
  }

  function handle(node: FileNode): OpenFile {
    return {
      async read(into, position) {
        const piece = node.bytes.subarray(position, position + into.length);
        into.set(piece);
        return piece.length;
      },
      async write(bytes, position) {
        const grown = new Uint8Array(Math.max(node.bytes.length, position + bytes.length));
        grown.set(node.bytes);
        grown.set(bytes, position);
        node.bytes = grown;
        node.modifiedAtMs = Date.now();
        return bytes.length;
      },
      async sync() {
        node.synced = node.bytes.slice();
      },
      async truncate(sizeBytes) {
        const cut = new Uint8Array(sizeBytes);
        cut.set(node.bytes.subarray(0, sizeBytes));
        node.bytes = cut;
      },
      size: async () => node.bytes.length,
      close: async () => undefined,
    };
  }

  /** Moves or removes every name at or under a path. */
  function rename(from: string, to: string | null): void {
    const moved = (path: string) => path === from || path.startsWith(`${from}/`);
    for (const [path, node] of [...names].filter(([path]) => moved(path))) {
      names.delete(path);
      if (to !== null) names.set(to + path.slice(from.length), node);
    }
    for (const dir of [...dirs].filter(moved)) {
      dirs.delete(dir);
      if (to !== null) dirs.add(to + dir.slice(from.length));
    }
  }

  return {
    async open(path, mode) {
      if (mode === 'create' && names.has(path)) throw failure('EEXIST');
      if (mode === 'replace' && names.has(path)) find(path).bytes = new Uint8Array();
      if (mode === 'read' || mode === 'write' || names.has(path)) return handle(find(path));
      return handle(create(path));
    },
    readFile: async (path) => find(path).bytes.slice(),
    async list(dir) {
      if (!dirs.has(dir)) throw failure('ENOENT');
      return inDir(dir).map((path) => path.slice(path.lastIndexOf('/') + 1));
    },
    async makeDir(dir) {
      for (let path = dir; !dirs.has(path); path = dirname(path)) dirs.add(path);
    },
    async rename(from, to) {
      if (!names.has(from) && !dirs.has(from)) throw failure('ENOENT');
      if (dirs.has(to)) throw failure('ENOTEMPTY');
      rename(from, to);
    },
    async remove(path) {
      find(path);
      names.delete(path);
    },
    removeTree: async (path) => rename(path, null),
    async syncDir(dir) {
      if (!dirs.has(dir)) throw failure('ENOENT');
      for (const path of syncedNames.keys())
        if (path.startsWith(join(dir, '/')) && !names.has(path)) syncedNames.delete(path);
      for (const [path, node] of names) if (path.startsWith(join(dir, '/'))) syncedNames.set(path, node);
    },
    async stat(path) {
      if (dirs.has(path)) return { sizeBytes: 0, storedBytes: 0, modifiedAtMs: 0, isDirectory: true };
      const node = names.get(path);
      if (!node) return null;
      const { bytes, modifiedAtMs } = node;
      return { sizeBytes: bytes.length, storedBytes: bytes.length, modifiedAtMs, isDirectory: false };
    },
    freeBytes: async () => 1024 ** 4,
    maxFileBytes: async () => Number.MAX_SAFE_INTEGER,
    clone() {
      const copies = new Map<FileNode, FileNode>();
      const copy = (node: FileNode): FileNode => {
        const known = copies.get(node) ?? { ...node, bytes: node.bytes.slice(), synced: node.synced.slice() };
        copies.set(node, known);
        return known;
      };
      const copyAll = (all: Map<string, FileNode>) => new Map([...all].map(([path, node]) => [path, copy(node)]));
      return memoryFileSystem(copyAll(names), copyAll(syncedNames), new Set(dirs));
    },
    afterPowerCut(torn = 0) {
      const left = new Map(
        [...syncedNames].map(([path, { bytes, synced }]) => {
          const more = bytes.length > synced.length ? bytes.subarray(synced.length) : new Uint8Array();
          const kept = new Uint8Array([...synced, ...more.subarray(0, Math.floor(more.length * torn))]);
          return [path, { bytes: kept, synced: kept.slice(), modifiedAtMs: 0 }];
        }),
      );
      return memoryFileSystem(left, new Map(left), new Set(dirs));
    },
    age() {
      for (const node of names.values()) node.modifiedAtMs = 0;
    },
    paths: () => [...names.keys()].sort(),
    get: (path) => find(path).bytes.slice(),
    set(path, bytes) {
      const node = names.get(path) ?? create(path);
      node.bytes = bytes.slice();
      node.synced = bytes.slice();
      syncedNames.set(path, node);
    },
  };
}
