import { join } from 'node:path';
import type { ByteSource } from '#shared/archive/byte-reader.ts';
import { withFiles, type FileSource } from '#shared/archive/with-files.ts';
import { AppFailure, failWith } from '#shared/errors/app-error.ts';
import type { AttachmentStore } from '../attachments/attachment-store.ts';
import type { FileSystem, OpenFile } from '../files/file-system.ts';
import type { CopyJob, Packing } from './copy-job.ts';
import { readIdentityFile } from './read-container.ts';
import { writeBackup, type BackupJob, type WrittenBackup } from './running-backup.ts';
import type { BackupTools } from './tools.ts';
import { openContent, verifyContainer } from './verify-container.ts';

/**
 * Writes a snapshot into a folder together with the files of customers, which on this computer lie beside all snapshots.
 * It is packed, encrypted, read back to the last byte of the last file, and only then gets its name. Needs the archive open.
 */
export async function copyWithFiles(tools: BackupTools, job: CopyJob, packing: Packing): Promise<WrittenBackup> {
  const { source, folder, signal, onStep } = job;
  const { ports, paths, patience } = tools;
  const { store, recipient, identity } = packing;
  const release = store.hold();
  const bad = new Set<string>();
  let file: OpenFile | null = null;
  try {
    file = await ports.files.open(join(paths.snapshots, source.name), 'read');
    const opened = file;
    const snapshot = await verifyContainer(opened, identity, 'count');
    const totalBytes = source.sizeBytes + (await sizeOfAll(store, snapshot.named));
    if (totalBytes > (await ports.files.maxFileBytes(folder.dir))) failWith('backup/too-large');
    const report = (step: 'writing' | 'verifying', doneBytes: number): void => {
      if (signal.aborted) failWith('backup/cancelled');
      onStep(step, Math.min(doneBytes, totalBytes), totalBytes);
    };
    const backupJob: BackupJob = {
      dir: folder.dir,
      about: snapshot.manifest,
      recipient,
      identityFile: await readIdentityFile(opened, snapshot),
      identity,
      counts: source.counts,
      contentSha256: snapshot.summary.sha256,
      expectedBytes: totalBytes,
      patience,
    };
    for (;;) {
      const badBefore = bad.size;
      const content = withFiles(openContent(opened, snapshot, identity()), filesOf(store, bad));
      try {
        return await writeBackup(
          watchReading(ports.files, (doneBytes) => report('verifying', doneBytes)),
          backupJob,
          watched(content, (doneBytes) => report('writing', doneBytes)),
        );
      } catch (error) {
        // One file that went bad on the disk must not keep all others from being backed up: again, and it is declared as lost.
        if (bad.size === badBefore) throw error;
      }
    }
  } finally {
    release();
    await file?.close().catch(() => undefined);
  }
}

async function sizeOfAll(store: AttachmentStore, named: ReadonlySet<string>): Promise<number> {
  let sum = 0;
  for (const sha256 of named) sum += (await store.sizeOf(sha256)) ?? 0;
  return sum;
}

/** The store as what a backup is packed from; notes in `bad` which files cannot be read to their end. */
function filesOf(store: AttachmentStore, bad: Set<string>): FileSource {
  return {
    sizeOf: (sha256) => (bad.has(sha256) ? Promise.resolve(null) : store.sizeOf(sha256)),
    async open(sha256) {
      const { close, body, ...about } = await store.open(sha256);
      return { ...about, body: readOnce(body, close, () => bad.add(sha256)) };
    },
  };
}

async function* readOnce(
  body: ByteSource,
  close: () => Promise<void>,
  onDamage: () => void,
): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    if (error instanceof AppFailure && error.error.code === 'files/damaged') onDamage();
    throw error;
  } finally {
    await close().catch(() => undefined);
  }
}

async function* watched(content: ByteSource, onBytes: (doneBytes: number) => void): AsyncGenerator<Uint8Array> {
  let doneBytes = 0;
  for await (const piece of content) {
    onBytes(doneBytes);
    yield piece;
    doneBytes += piece.length;
  }
}

/** The same disk; tells how far a file is read that was opened for reading. */
function watchReading(files: FileSystem, onBytes: (doneBytes: number) => void): FileSystem {
  return {
    ...files,
    async open(path, mode) {
      const file = await files.open(path, mode);
      if (mode !== 'read') return file;
      return {
        ...file,
        read(into, position) {
          onBytes(position);
          return file.read(into, position);
        },
      };
    },
  };
}
