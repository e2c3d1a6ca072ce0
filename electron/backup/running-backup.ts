import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { ByteSource } from '#shared/archive/byte-reader.ts';
import { contentTables, type ContentSummary } from '#shared/archive/content.ts';
import { AppFailure, appError, failWith } from '#shared/errors/app-error.ts';
import type { Counts } from '#shared/ipc/contract.ts';
import { errnoOf, type FileSystem, type OpenFile } from '../files/file-system.ts';
import { unfinishedSuffix } from '../files/write-atomically.ts';
import { backupFailure } from './backup-error.ts';
import { ByteQueue } from './byte-queue.ts';
import type { ContainerAbout } from './container-format.ts';
import { backupFileName } from './file-name.ts';
import { isRefusal, verifyContainer, type VerifiedContainer } from './verify-container.ts';
import { whileBusy, type Patience } from './while-busy.ts';
import { writeContainer } from './write-container.ts';

export interface BackupJob {
  dir: string;
  about: ContainerAbout;
  recipient: string;
  identityFile: Uint8Array | null;
  /** Needed to read back what was written, not to write it. */
  identity: () => string;
  /** What the content must turn out to hold. */
  counts: Counts;
  /** Its hash, where it is known before. */
  contentSha256?: string | undefined;
  /** Size of the last backup, for the question whether there is room. */
  expectedBytes: number;
  patience: Patience;
}

export interface WrittenBackup {
  name: string;
  sizeBytes: number;
  summary: ContentSummary;
  /** The files of customers that its records name. */
  named: ReadonlySet<string>;
}

/** A backup on its way: under a temporary name until it has been written, closed, read back and compared. */
export interface RunningBackup {
  /** Resolves when the disk keeps up; calls must not overlap. */
  write(content: Uint8Array): Promise<void>;
  finish(): Promise<WrittenBackup>;
  /** Leaves nothing behind. Also after a failure, and harmless after `finish`. */
  cancel(): Promise<void>;
}

/** Room for what the last backup needed and a fifth more; at least for a small one. */
const roomFactor = 1.2;
const minRoomBytes = 1024 * 1024;

/** Creates the temporary file, which shows at once whether the folder can be written to. */
export async function startBackup(files: FileSystem, job: BackupJob): Promise<RunningBackup> {
  const name = backupFileName(job.about);
  const unfinished = join(job.dir, `${name}.${randomBytes(4).toString('hex')}${unfinishedSuffix}`);
  const file = await createFile(files, job, unfinished);
  const queue = new ByteQueue();
  const writing = writeAndClose(file, job, name, queue).catch(async (error: unknown) => {
    const failure = backupFailure(error);
    await discard(files, unfinished);
    queue.stop(failure);
    throw failure;
  });
  // Whoever pushes or finishes hears of it; until then nobody is listening.
  writing.catch(() => undefined);
  return {
    write: (content) => queue.push(content),
    async finish() {
      queue.end();
      const sizeBytes = await writing;
      try {
        const { summary, named } = await readBack(files, job, unfinished, sizeBytes);
        await giveName(files, job, unfinished, name);
        return { name, sizeBytes, summary, named };
      } catch (error) {
        await discard(files, unfinished);
        throw backupFailure(error);
      }
    },
    async cancel() {
      queue.fail(new AppFailure(appError('backup/cancelled')));
      await writing.catch(() => undefined);
      await discard(files, unfinished);
    },
  };
}

/** The same for content that is at hand as a stream. */
export async function writeBackup(files: FileSystem, job: BackupJob, content: ByteSource): Promise<WrittenBackup> {
  const running = await startBackup(files, job);
  try {
    for await (const piece of content) await running.write(piece);
    return await running.finish();
  } catch (error) {
    await running.cancel();
    throw error;
  }
}

async function createFile(files: FileSystem, job: BackupJob, path: string): Promise<OpenFile> {
  let file: OpenFile | undefined;
  try {
    file = await files.open(path, 'create');
    const neededBytes = Math.max(minRoomBytes, job.expectedBytes * roomFactor);
    if ((await files.freeBytes(job.dir)) < neededBytes) failWith('backup/disk-full');
    return file;
  } catch (error) {
    await file?.close().catch(() => undefined);
    if (file) await discard(files, path);
    throw backupFailure(error);
  }
}

async function writeAndClose(file: OpenFile, job: BackupJob, fileName: string, content: ByteSource): Promise<number> {
  let sizeBytes: number;
  try {
    sizeBytes = await writeContainer(file, { ...job, fileName, content });
  } catch (error) {
    await file.close().catch(() => undefined);
    throw error;
  }
  await file.close();
  return sizeBytes;
}

/** Opens the closed file again and reads it to its end, as a restore would. */
async function readBack(
  files: FileSystem,
  job: BackupJob,
  path: string,
  sizeBytes: number,
): Promise<VerifiedContainer> {
  const file = await whileBusy(job.patience, () => files.open(path, 'read'));
  try {
    const found = await verifyContainer(file, job.identity, 'count');
    if (found.sizeBytes !== sizeBytes || !isAnnounced(found.summary, job)) failWith('backup/verify-failed');
    return found;
  } catch (error) {
    if (isRefusal(error) || errnoOf(error) === 'EIO') failWith('backup/verify-failed');
    throw error;
  } finally {
    await file.close().catch(() => undefined);
  }
}

function isAnnounced({ counts, sha256 }: ContentSummary, announced: BackupJob): boolean {
  if (announced.contentSha256 !== undefined && announced.contentSha256 !== sha256) return false;
  // Field history is no table of the archive and is counted only by the content itself.
  return contentTables.every((table) => table === 'history' || (counts[table] ?? 0) === (announced.counts[table] ?? 0));
}

async function giveName(files: FileSystem, { dir, patience }: BackupJob, from: string, name: string): Promise<void> {
  const to = join(dir, name);
  if (await files.stat(to)) failWith('backup/write-failed', { reason: 'EEXIST' });
  await whileBusy(patience, () => files.rename(from, to));
  await files.syncDir(dir);
}

/** What cannot be removed now is recognised by its name and removed before a later backup. */
async function discard(files: FileSystem, path: string): Promise<void> {
  await files.remove(path).catch(() => undefined);
}
