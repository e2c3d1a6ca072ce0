import { createHmac, randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { ReachablePast } from '#shared/attachments/select-garbage.ts';
import type { AttachmentFile } from '#shared/archive/attachment-files.ts';
import { deriveKey, type ArchiveKey } from '#shared/crypto/keys.ts';
import { AppFailure, failWith } from '#shared/errors/app-error.ts';
import { createOrder } from '#shared/lib/in-order.ts';
import type { ArchivePaths } from '../files/archive-paths.ts';
import { errnoOf, type FileSystem, type OpenFile } from '../files/file-system.ts';
import { unfinishedSuffix } from '../files/write-atomically.ts';
import { createGarbageCollector } from './garbage-collector.ts';
import { createSealedWriter, readAbout, readContent, type FileAbout } from './sealed-file.ts';

/** A file on its way into the store, under a temporary name until it is whole and on the disk. */
export interface IncomingFile {
  /** Calls must not overlap. */
  write(bytes: Uint8Array): Promise<void>;
  /** From here on a record may name it. A file that is there already is not stored twice. */
  finish(): Promise<FileAbout>;
  /** Leaves nothing behind; harmless after `finish`. */
  cancel(): Promise<void>;
}

/** A file of the store, opened for reading. */
export interface StoredFile extends AttachmentFile {
  close: () => Promise<void>;
}

/**
 * The files of customers, sealed, each content once. A file's name on the disk is a keyed hash of its content's hash, so that
 * nobody without the key can even tell whether the store holds a file he knows.
 */
export interface AttachmentStore {
  begin(): Promise<IncomingFile>;
  /** Takes a file over from a backup; does nothing when it is there. Fails when it is not what its hash says. */
  take(file: AttachmentFile): Promise<void>;
  /** Size of the content; `null` when it is missing or damaged. Looks at the end of the file only. */
  sizeOf(sha256: string): Promise<number | null>;
  /** Fails with `files/missing` or `files/damaged`. */
  open(sha256: string): Promise<StoredFile>;
  usage(): Promise<{ files: number; sizeBytes: number }>;
  /** While something reads many files, none is collected. Returns what ends it. */
  hold(): () => void;
  /** Removes what nothing names and nothing can bring back; see `selectGarbage`. */
  collect(named: ReadonlySet<string>, past: ReachablePast): Promise<void>;
  /** Removes these at once, for an erasure. Returns how many were there. */
  wipe(sha256s: Iterable<string>): Promise<number>;
  /** Forgets the keys. */
  close(): void;
}

export function createAttachmentStore(
  files: FileSystem,
  paths: Pick<ArchivePaths, 'attachments'>,
  { archiveId, archiveKey }: { archiveId: string; archiveKey: ArchiveKey },
): AttachmentStore {
  const dir = paths.attachments;
  const keys = { archiveId, key: deriveKey(archiveKey, archiveId, 'attachments') };
  const nameKey = deriveKey(archiveKey, archiveId, 'attachment-names');
  const fresh = new Set<string>();
  const garbage = createGarbageCollector(files, dir);
  const inOrder = createOrder();
  let isClosed = false;

  const nameOf = (sha256: string) => createHmac('sha256', nameKey).update(sha256).digest('hex');
  const pathOf = (sha256: string) => join(dir, nameOf(sha256));

  function requireOpen(): void {
    if (isClosed) failWith('keys/locked');
  }

  /** Without its key every file looks damaged: what fails after closing fails for being locked. */
  async function whileOpen<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } finally {
      requireOpen();
    }
  }

  async function* bodyOf(file: OpenFile): AsyncGenerator<Uint8Array> {
    try {
      yield* readContent(file, keys);
    } finally {
      requireOpen();
    }
  }

  async function makeFolder(): Promise<void> {
    if (await files.stat(dir)) return;
    await files.makeDir(dir);
    await files.syncDir(dirname(dir));
  }

  /** Read to its last byte, so that a file which went bad on the disk is replaced by the next one like it. */
  async function isWhole(sha256: string): Promise<boolean> {
    let stored: StoredFile | null = null;
    try {
      stored = await open(sha256);
      for await (const _ of stored.body);
      return true;
    } catch (error) {
      if (isLocked(error)) throw error;
      return false;
    } finally {
      await stored?.close().catch(() => undefined);
    }
  }

  async function open(sha256: string): Promise<StoredFile> {
    requireOpen();
    const file = await openFile(files, pathOf(sha256));
    try {
      const about = await whileOpen(readAbout(file, keys));
      if (about.sha256 !== sha256) failWith('files/damaged');
      return { ...about, body: bodyOf(file), close: () => file.close() };
    } catch (error) {
      await file.close().catch(() => undefined);
      throw error;
    }
  }

  async function sizeOf(sha256: string): Promise<number | null> {
    try {
      const { sizeBytes, close } = await open(sha256);
      await close();
      return sizeBytes;
    } catch (error) {
      if (isLocked(error)) throw error;
      return null;
    }
  }

  async function begin(): Promise<IncomingFile> {
    requireOpen();
    await makeFolder();
    const unfinished = join(dir, `${randomBytes(16).toString('hex')}${unfinishedSuffix}`);
    const file = await files.open(unfinished, 'create');
    const writer = createSealedWriter(file, keys);
    let isOpen = true;
    const discard = async () => {
      if (isOpen) await file.close().catch(() => undefined);
      isOpen = false;
      await files.remove(unfinished).catch(() => undefined);
    };
    return {
      write: (bytes) => writer.write(bytes),
      finish: () =>
        inOrder(async () => {
          try {
            const about = await writer.finish();
            isOpen = false;
            await file.close();
            fresh.add(nameOf(about.sha256));
            if (await isWhole(about.sha256)) await files.remove(unfinished);
            else await files.rename(unfinished, pathOf(about.sha256));
            await files.syncDir(dir);
            return about;
          } catch (error) {
            await discard();
            throw error;
          }
        }),
      cancel: discard,
    };
  }

  async function sealedNames(): Promise<string[]> {
    return (await files.list(dir)).filter((name) => /^[0-9a-f]{64}$/.test(name));
  }

  return {
    begin,
    sizeOf,
    async take({ sha256, body }) {
      if (await isWhole(sha256)) {
        fresh.add(nameOf(sha256));
        return;
      }
      const incoming = await begin();
      try {
        for await (const piece of body) await incoming.write(piece);
        if ((await incoming.finish()).sha256 !== sha256) failWith('restore/damaged');
      } catch (error) {
        await incoming.cancel();
        throw error;
      }
    },
    open,
    async usage() {
      let sizeBytes = 0;
      const names = (await files.stat(dir)) ? await sealedNames() : [];
      for (const name of names) sizeBytes += (await files.stat(join(dir, name)))?.sizeBytes ?? 0;
      return { files: names.length, sizeBytes };
    },
    hold: () => garbage.hold(),
    collect: (named, past) =>
      inOrder(async () => {
        if (garbage.isHeld() || !(await files.stat(dir))) return;
        await garbage.collect({ present: await sealedNames(), named: new Set([...named].map(nameOf)), fresh }, past);
      }),
    wipe: (sha256s) =>
      inOrder(async () => {
        let removed = 0;
        for (const sha256 of sha256s) {
          if (!(await files.stat(pathOf(sha256)))) continue;
          await files.remove(pathOf(sha256));
          removed += 1;
        }
        if (removed > 0) await files.syncDir(dir);
        return removed;
      }),
    close() {
      isClosed = true;
      keys.key.fill(0);
      nameKey.fill(0);
    },
  };
}

function isLocked(error: unknown): boolean {
  return error instanceof AppFailure && error.error.code === 'keys/locked';
}

async function openFile(files: FileSystem, path: string): Promise<OpenFile> {
  try {
    return await files.open(path, 'read');
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') failWith('files/missing');
    throw error;
  }
}
