import { join } from 'node:path';
import type { ByteSource } from '#shared/archive/byte-reader.ts';
import type { ContentManifest } from '#shared/archive/content.ts';
import { readContentFiles } from '#shared/archive/read-files.ts';
import { failWith } from '#shared/errors/app-error.ts';
import type { Counts } from '#shared/ipc/contract.ts';
import { errnoOf, type FileSystem } from '../files/file-system.ts';
import type { OpenArchive } from '../keys/archive-session.ts';
import { byAge } from '#shared/backup/by-age.ts';
import { readContainer } from './read-container.ts';
import { backupFileName } from './file-name.ts';
import { localFolderId } from './targets.ts';
import type { BackupTools } from './tools.ts';
import { recordCounts, type VerifiedBackup } from './verified-backups.ts';
import { isOf, isRefusal, openContent, verifyContainer } from './verify-container.ts';

/** A snapshot from which the archive can be rebuilt. */
export interface OpenSnapshot {
  seq: number;
  counts: Counts;
  /** Size of the content; of one that is not verified yet about so much. */
  sizeBytes: number;
  content: ByteSource;
  close(): Promise<void>;
}

/**
 * Opens the base snapshot of the journal, or, when its file is gone or damaged, an older one that the journal still
 * continues from. With `upToSeq` the newest of all that holds nothing after it. It is verified to its end before its first
 * byte is handed out. Fails with `restore/damaged` when there is none.
 */
export async function openSnapshot(
  tools: Pick<BackupTools, 'ports' | 'verified'>,
  archive: OpenArchive,
  upToSeq = Number.MAX_SAFE_INTEGER,
): Promise<OpenSnapshot> {
  const { files } = tools.ports;
  const { snapshot: base } = archive.journal.status();
  if (!base) return failWith('restore/damaged');
  const opened = base.seq <= upToSeq && (await openVerified(files, archive, base.name, base.seq));
  if (opened) return opened;
  const others = (await findBases(tools, archive)).filter(({ name, seq }) => name !== base.name && seq <= upToSeq);
  for (const { name, seq } of others.reverse()) {
    const older = await openVerified(files, archive, name, seq);
    if (older) return older;
  }
  return failWith('restore/damaged');
}

/** Snapshots of the present generation from which the journal goes on, oldest first. */
export async function findBases(
  { ports: { files }, verified }: Pick<BackupTools, 'ports' | 'verified'>,
  archive: OpenArchive,
): Promise<VerifiedBackup[]> {
  const { generation, firstSeq, headSeq } = archive.journal.status();
  const present = new Set(await files.list(archive.paths.snapshots).catch(() => []));
  return (await verified.read().catch(() => []))
    .filter(({ folderId, name }) => folderId === localFolderId && present.has(name))
    .filter((backup) => backup.generation === generation && backup.seq <= headSeq && backup.seq >= firstSeq - 1)
    .sort(byAge);
}

/**
 * Opens the base snapshot without reading it to its end first, which takes as long again: for whoever takes nothing of it for true
 * before that, and begins again with `openSnapshot` when it fails. `null` when it is not the file that was verified when it was
 * written, as far as its beginning tells.
 */
export async function openVoidable(
  { ports, verified }: Pick<BackupTools, 'ports' | 'verified'>,
  archive: OpenArchive,
): Promise<OpenSnapshot | null> {
  const { snapshot: base } = archive.journal.status();
  const known = (await verified.read().catch(() => [])).find(
    ({ folderId, name, seq }) => folderId === localFolderId && name === base?.name && seq === base.seq,
  );
  if (!known) return null;
  const { name, seq, counts } = known;
  const file = await ports.files.open(join(archive.paths.snapshots, name), 'read').catch(() => null);
  if (!file) return null;
  const close = () => file.close();
  try {
    const container = await readContainer(file);
    const open = () => openContent(file, container, archive.identity());
    const isNamed = backupFileName(container.manifest) === name;
    if (isNamed && isOf(container, await readManifest(open()))) {
      return { seq, counts, sizeBytes: container.sizeBytes, content: open(), close };
    }
  } catch (error) {
    await close().catch(() => undefined);
    if (isRefusal(error) || errnoOf(error) !== 'unknown') return null;
    throw error;
  }
  await close();
  return null;
}

/** What the content says of itself, of which it is the first. */
async function readManifest(content: ByteSource): Promise<ContentManifest | null> {
  for await (const file of readContentFiles(content, { files: false })) {
    return file.file === 'manifest' ? file.manifest : null;
  }
  return null;
}

/** `null` when the file is missing, damaged, unreadable or another backup than its name says. */
async function openVerified(
  files: FileSystem,
  archive: OpenArchive,
  name: string,
  seq: number,
): Promise<OpenSnapshot | null> {
  const file = await files.open(join(archive.paths.snapshots, name), 'read').catch(() => null);
  if (!file) return null;
  const close = () => file.close();
  try {
    const verified = await verifyContainer(file, () => archive.identity(), 'count');
    // The journal goes on after the change that the name tells: an exchanged file would leave a gap that nobody sees.
    if (backupFileName(verified.manifest) !== name) {
      await close();
      return null;
    }
    const content = openContent(file, verified, archive.identity());
    return { seq, counts: recordCounts(verified.summary), sizeBytes: verified.contentBytes, content, close };
  } catch (error) {
    await close().catch(() => undefined);
    if (isRefusal(error) || errnoOf(error) !== 'unknown') return null;
    throw error;
  }
}
