import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { contentVersion } from '#shared/archive/content.ts';
import type { ErasedList } from '#shared/archive/erased.ts';
import { countWithoutErased, rewriteContent } from '#shared/archive/rewrite-content.ts';
import { backupFileName, isBackupFileName, prefixOf, type BackupName } from '../backup/file-name.ts';
import { readIdentityFile } from '../backup/read-container.ts';
import { writeBackup } from '../backup/running-backup.ts';
import { localFolderId } from '../backup/targets.ts';
import type { BackupTools } from '../backup/tools.ts';
import { verifiedOf } from '../backup/verified-backups.ts';
import { isRefusal, openContent, verifyContainer } from '../backup/verify-container.ts';
import { errnoOf, type OpenFile } from '../files/file-system.ts';
import type { OpenArchive } from '../keys/archive-session.ts';

/**
 * Writes every local snapshot that holds an erased person anew without them, verifies the new one, and only then removes
 * the old one. Tells which files of customers all but the base name then. A snapshot that cannot be read to its end could not be restored and may hold them: it is removed.
 */
export async function rewriteSnapshots(
  tools: BackupTools,
  archive: OpenArchive,
  erased: ErasedList,
  baseName: string,
): Promise<{ rewritten: number; removed: number; named: ReadonlySet<string> }> {
  const { files } = tools.ports;
  const { snapshots } = archive.paths;
  const named = new Set<string>();
  let rewritten = 0;
  let removed = 0;
  for (const name of await files.list(snapshots)) {
    if (name === baseName || !isBackupFileName(name) || !name.startsWith(prefixOf(archive.archiveId))) continue;
    const outcome = await rewrite(tools, archive, erased, name, named);
    if (outcome === 'kept') continue;
    if (outcome === 'rewritten') rewritten += 1;
    else removed += 1;
    await files.remove(join(snapshots, name));
    await files.syncDir(snapshots);
    await tools.verified.remove({ folderId: localFolderId, name });
  }
  return { rewritten, removed, named };
}

async function rewrite(
  tools: BackupTools,
  archive: OpenArchive,
  erased: ErasedList,
  name: string,
  named: Set<string>,
): Promise<'kept' | 'rewritten' | 'unreadable'> {
  const { files } = tools.ports;
  let file: OpenFile | null = null;
  try {
    file = await files.open(join(archive.paths.snapshots, name), 'read');
    const verified = await verifyContainer(file, () => archive.identity(), 'check');
    const open = (source: OpenFile) => openContent(source, verified, archive.identity());
    const { counts, named: namedHere, erasedPersons } = await countWithoutErased(open(file), erased);
    for (const each of namedHere) named.add(each);
    if (erasedPersons === 0) return 'kept';
    const { manifest } = verified;
    // A name of its own: the old file stays until the new one is verified.
    const createdAt = await nextFreeTime(tools, archive, manifest);
    const about = { ...manifest, contentVersion, createdAt };
    const { archiveId, seq, generation, appVersion } = manifest;
    const written = await writeBackup(
      files,
      {
        dir: archive.paths.snapshots,
        about,
        recipient: archive.recipient,
        identityFile: await readIdentityFile(file, verified),
        identity: () => archive.identity(),
        counts,
        expectedBytes: verified.sizeBytes,
        patience: tools.patience,
      },
      rewriteContent(open(file), { archiveId, seq, generation, createdAt, appVersion }, erased, randomUUID),
    );
    const known = (await tools.verified.read()).find((each) => each.folderId === localFolderId && each.name === name);
    const { keepUntil } = known ?? {};
    await tools.verified.put({
      ...verifiedOf(written, about, localFolderId, tools.ports.clock.now()),
      ...(keepUntil === undefined ? {} : { keepUntil }),
    });
    return 'rewritten';
  } catch (error) {
    if (isRefusal(error)) return 'unreadable';
    if (errnoOf(error) === 'ENOENT') return 'kept';
    throw error;
  } finally {
    await file?.close().catch(() => undefined);
  }
}

/** The nearest millisecond after a snapshot's own that no other file is named by. */
async function nextFreeTime(
  tools: BackupTools,
  archive: OpenArchive,
  { archiveId, seq, createdAt }: BackupName,
): Promise<string> {
  const next = new Date(Date.parse(createdAt) + 1).toISOString();
  const path = join(archive.paths.snapshots, backupFileName({ archiveId, seq, createdAt: next }));
  const isTaken = (await tools.ports.files.stat(path)) !== null;
  return isTaken ? nextFreeTime(tools, archive, { archiveId, seq, createdAt: next }) : next;
}
