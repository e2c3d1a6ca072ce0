import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { AppFailure, failWith } from '#shared/errors/app-error.ts';
import { errnoOf, readUpTo, writeAll, type FileSystem, type OpenFile } from '../files/file-system.ts';
import { unfinishedSuffix } from '../files/write-atomically.ts';
import type { ContainerManifest } from './container-format.ts';
import { hasFiles, type CopyJob } from './copy-job.ts';
import { copyWithFiles } from './copy-with-files.ts';
import { backupFileName } from './file-name.ts';
import { checkBodies, readContainer } from './read-container.ts';
import type { BackupTools } from './tools.ts';
import { recordCounts, type VerifiedBackup } from './verified-backups.ts';
import { isRefusal, verifyContainer, type VerifiedContainer } from './verify-container.ts';
import { whileBusy } from './while-busy.ts';

const pieceBytes = 1024 * 1024;
const roomFactor = 1.2;

/**
 * Copies a snapshot into a folder under a temporary name, closes it, reads it back and only then gives it its name, which
 * no file had before. No secret is needed: while locked the copy is compared with the hashes of the snapshot, which was
 * decrypted when it was made; while open it is decrypted too. Whatever fails leaves nothing behind but what a vanished drive
 * keeps, which is recognised by its name and removed later.
 *
 * A snapshot with files of customers is packed anew with them, for which the archive must be open (`keys/locked`).
 */
export async function copyBackup(tools: BackupTools, job: CopyJob): Promise<VerifiedBackup> {
  const { ports, paths } = tools;
  const { files, clock } = ports;
  const { source, folder } = job;
  const from = join(paths.snapshots, source.name);
  const to = join(folder.dir, source.name);
  if (hasFiles(source)) return copyPacked(tools, job);
  const manifest = await checkSource(files, from, source);
  let proof: VerifiedBackup['proof'];
  if (await files.stat(to)) {
    // Copied before, and nobody remembers having verified it.
    proof = await readBack(tools, to, manifest, job);
  } else {
    await requireRoom(files, folder.dir, source.sizeBytes);
    const unfinished = `${to}.${randomBytes(4).toString('hex')}${unfinishedSuffix}`;
    try {
      await copyBytes(files, from, unfinished, job);
      proof = await readBack(tools, unfinished, manifest, job);
      await whileBusy(tools.patience, () => files.rename(unfinished, to));
    } catch (error) {
      await files.remove(unfinished).catch(() => undefined);
      throw error;
    }
    await files.syncDir(folder.dir);
  }
  const { keepUntil: _kept, ...facts } = source;
  return { ...facts, folderId: folder.id, verifiedAt: clock.now().toISOString(), proof };
}

async function copyPacked(tools: BackupTools, job: CopyJob): Promise<VerifiedBackup> {
  const { files, clock } = tools.ports;
  const { source, folder } = job;
  const path = join(folder.dir, source.name);
  const found = (await files.stat(path)) && (await readPacked(files, path, job));
  const { sizeBytes, summary } = found ?? (await copyWithFiles(tools, job, job.packing ?? failWith('keys/locked')));
  const { keepUntil: _kept, ...facts } = source;
  const verifiedAt = clock.now().toISOString();
  const lostFiles = summary.files?.lost.length ?? 0;
  const lost = lostFiles > 0 ? { lostFiles } : {};
  return { ...facts, sizeBytes, folderId: folder.id, verifiedAt, proof: 'decrypted', ...lost };
}

/** Copied before, and nobody remembers having verified it. */
async function readPacked(files: FileSystem, path: string, { identity, source }: CopyJob): Promise<VerifiedContainer> {
  const key = identity() ?? failWith('keys/locked');
  const file = await files.open(path, 'read');
  try {
    const found = await verifyContainer(file, () => key, 'count');
    if (!found.summary.files || !isSame(recordCounts(found.summary), source.counts)) failWith('backup/verify-failed');
    return found;
  } catch (error) {
    if (isRefusal(error)) failWith('backup/verify-failed');
    throw error;
  } finally {
    await file.close().catch(() => undefined);
  }
}

/** What is copied must be what was verified. Fails with `backup/no-snapshot`. */
async function checkSource(files: FileSystem, path: string, source: VerifiedBackup): Promise<ContainerManifest> {
  const file = await files.open(path, 'read').catch(() => failWith('backup/no-snapshot'));
  try {
    const container = await readContainer(file);
    await checkBodies(file, container);
    const isMeant = container.sizeBytes === source.sizeBytes && backupFileName(container.manifest) === source.name;
    if (!isMeant) failWith('backup/no-snapshot');
    return container.manifest;
  } catch (error) {
    if (isRefusal(error)) return failWith('backup/no-snapshot');
    throw error;
  } finally {
    await file.close().catch(() => undefined);
  }
}

async function requireRoom(files: FileSystem, dir: string, sizeBytes: number): Promise<void> {
  if (sizeBytes > (await files.maxFileBytes(dir))) failWith('backup/too-large');
  if ((await files.freeBytes(dir)) < sizeBytes * roomFactor) failWith('backup/disk-full');
}

async function copyBytes(
  files: FileSystem,
  from: string,
  to: string,
  { source, signal, onStep }: CopyJob,
): Promise<void> {
  const reader = await files.open(from, 'read');
  let writer: OpenFile | null = null;
  try {
    writer = await files.open(to, 'create');
    for (let done = 0; done < source.sizeBytes; ) {
      if (signal.aborted) failWith('backup/cancelled');
      onStep('writing', done, source.sizeBytes);
      const piece = await readUpTo(reader, done, Math.min(pieceBytes, source.sizeBytes - done));
      if (piece.length === 0) failWith('backup/no-snapshot');
      await writeAll(writer, piece, done);
      done += piece.length;
    }
    await writer.sync();
  } finally {
    await reader.close().catch(() => undefined);
    await writer?.close();
  }
}

/** Opens the closed file again and reads it to its end. Fails with `backup/verify-failed`. */
async function readBack(
  { ports: { files }, patience }: BackupTools,
  path: string,
  expected: ContainerManifest,
  { source, identity, signal, onStep }: CopyJob,
): Promise<VerifiedBackup['proof']> {
  onStep('verifying', 0, source.sizeBytes);
  const file = await whileBusy(patience, () => files.open(path, 'read'));
  const watched: OpenFile = {
    ...file,
    read(into, position) {
      if (signal.aborted) failWith('backup/cancelled');
      onStep('verifying', Math.min(position, source.sizeBytes), source.sizeBytes);
      return file.read(into, position);
    },
  };
  try {
    const container = await readContainer(watched);
    if (container.manifest.check !== expected.check) failWith('backup/verify-failed');
    const key = identity();
    if (key === null) {
      await checkBodies(watched, container);
      return 'compared';
    }
    const { summary } = await verifyContainer(watched, () => key, 'count');
    if (!isSame(recordCounts(summary), source.counts)) failWith('backup/verify-failed');
    return 'decrypted';
  } catch (error) {
    if (isRefusal(error) || errnoOf(error) === 'EIO') failWith('backup/verify-failed');
    throw error;
  } finally {
    await file.close().catch(() => undefined);
  }
}

function isSame(a: VerifiedBackup['counts'], b: VerifiedBackup['counts']): boolean {
  return [...Object.keys(a), ...Object.keys(b)].every((table) => (a[table] ?? 0) === (b[table] ?? 0));
}

/** True when somebody stopped the copy, or locked the archive that it needs. */
export function isCancelled(error: unknown): boolean {
  return error instanceof AppFailure && ['backup/cancelled', 'keys/locked'].includes(error.error.code);
}
