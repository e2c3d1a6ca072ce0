import type { FileSystem, OpenFile } from '../../electron/files/file-system.ts';

/** Errors a disk gives, `short` (a write that takes half), and `kill` (the process dies in the middle of the call). */
export const faults = ['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EPERM', 'EBUSY', 'EMFILE', 'short', 'kill'] as const;
export type FaultKind = (typeof faults)[number];

export interface Fault {
  /** Which call fails, counted from 1 over all methods, those of open files included. */
  atCall: number;
  kind: FaultKind;
  /** Whether every call after it fails too. A killed process makes no further call whatever this says. */
  lasting?: boolean;
}

export interface FailingFileSystem extends FileSystem {
  /** The disk beneath, of which no call fails or is counted. */
  readonly unhurt: FileSystem;
  /** How many calls were made so far. */
  calls(): number;
  /** Counts from 1 again, with another fault or with none. */
  plan(fault: Fault | null): void;
}

/** A file system of which call N fails. Without a fault it only counts; `onCall` hears of each call before it is made. */
export function failingFileSystem(
  inner: FileSystem,
  first: Fault | null = null,
  onCall: (call: number) => void = () => undefined,
): FailingFileSystem {
  let calls = 0;
  let fault = first;

  async function attempt<T>(run: () => Promise<T>, partly?: () => Promise<T>): Promise<T> {
    calls += 1;
    onCall(calls);
    if (!fault || calls < fault.atCall) return run();
    const isFirst = calls === fault.atCall;
    const { kind } = fault;
    if (kind === 'short') return partly && (isFirst || fault.lasting) ? partly() : run();
    if (!isFirst && kind !== 'kill' && !fault.lasting) return run();
    if (kind === 'kill' && isFirst) await partly?.();
    throw Object.assign(new Error(`${kind}: planned failure`), { code: kind === 'kill' ? 'EIO' : kind });
  }

  function watch(file: OpenFile): OpenFile {
    return {
      read: (into, position) => attempt(() => file.read(into, position)),
      write: (bytes, position) =>
        attempt(
          () => file.write(bytes, position),
          () => file.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), position),
        ),
      sync: () => attempt(() => file.sync()),
      truncate: (sizeBytes) => attempt(() => file.truncate(sizeBytes)),
      size: () => attempt(() => file.size()),
      // A handle is given back even when closing fails, so that tests do not run out of them.
      close: () =>
        attempt(() => file.close()).catch((error: unknown) => file.close().then(() => Promise.reject(error))),
    };
  }

  return {
    open: (path, mode) => attempt(async () => watch(await inner.open(path, mode))),
    readFile: (path) => attempt(() => inner.readFile(path)),
    list: (dir) => attempt(() => inner.list(dir)),
    makeDir: (dir) => attempt(() => inner.makeDir(dir)),
    rename: (from, to) => attempt(() => inner.rename(from, to)),
    remove: (path) => attempt(() => inner.remove(path)),
    removeTree: (path) => attempt(() => inner.removeTree(path)),
    syncDir: (dir) => attempt(() => inner.syncDir(dir)),
    stat: (path) => attempt(() => inner.stat(path)),
    freeBytes: (dir) => attempt(() => inner.freeBytes(dir)),
    maxFileBytes: (dir) => attempt(() => inner.maxFileBytes(dir)),
    unhurt: inner,
    calls: () => calls,
    plan(next) {
      calls = 0;
      fault = next;
    },
  };
}
