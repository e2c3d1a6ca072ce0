import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { failWith } from '#shared/errors/app-error.ts';
import type { ErasureCertificate } from '#shared/ipc/erasure.ts';
import type { Counts } from '#shared/ipc/contract.ts';
import { findBackups, reachableFolders } from '../backup/find-backups.ts';
import { withFile } from '../backup/open-chosen.ts';
import { labelOf, localFolderId, readTargets } from '../backup/targets.ts';
import type { BackupTools } from '../backup/tools.ts';
import { verifyContainer } from '../backup/verify-container.ts';
import type { OpenArchive } from '../keys/archive-session.ts';
import { readErasure, writeErasure } from './erased-file.ts';
import { rewriteSnapshots } from './rewrite-snapshots.ts';

/**
 * Ends an erasure: nothing on this machine holds the persons any more, as far as Kebu wrote it, nor files that only they had. Doing it again after a
 * crash goes on where it ended. Fails with `erasure/not-covered` without a verified snapshot made after them.
 */
export async function finishErasure(
  tools: BackupTools,
  archive: OpenArchive,
  { seq, records, keptSales }: { seq: number; records: Counts; keptSales: number },
): Promise<ErasureCertificate> {
  const { files, clock } = tools.ports;
  const { journal, paths } = archive;
  const state = await readErasure(files, paths.erased, archive);
  const { pending, erased } = state;
  const base = journal.status().snapshot;
  const isVerified = (await tools.verified.read()).some(
    ({ folderId, name }) => folderId === localFolderId && name === base?.name,
  );
  if (!pending || !base || base.seq < seq || !isVerified) return failWith('erasure/not-covered');

  await journal.compact(base.seq);
  const snapshots = await rewriteSnapshots(tools, archive, erased, base.name);
  const named = new Set([...snapshots.named, ...(await namedBy(tools, archive, base.name))]);
  const filesRemoved = await archive.attachments.wipe(pending.files.filter((file) => !named.has(file)));
  const keptAsideRemoved = await emptyFolder(tools, paths.keptAside);
  const unhashed: Omit<ErasureCertificate, 'sha256'> = {
    archiveId: archive.archiveId,
    begunAt: pending.begunAt,
    finishedAt: clock.now().toISOString(),
    persons: pending.tombstones.length,
    tombstones: pending.tombstones,
    records,
    keptSales,
    journalUpTo: base.seq,
    snapshotsRewritten: snapshots.rewritten,
    snapshotsRemoved: snapshots.removed,
    keptAsideRemoved,
    ...(pending.files.length > 0 ? { filesRemoved } : {}),
    elsewhere: await backupsElsewhere(tools, archive, pending.begunAt),
  };
  const sha256 = createHash('sha256').update(JSON.stringify(unhashed)).digest('hex');
  const certificate = { ...unhashed, sha256 };
  const certificates = [...state.certificates, certificate];
  await writeErasure(files, paths.erased, archive, { erased, pending: null, certificates });
  return certificate;
}

/** The files of customers that the base names, and with it the archive as it is. */
async function namedBy(
  { ports: { files } }: BackupTools,
  archive: OpenArchive,
  name: string,
): Promise<ReadonlySet<string>> {
  return withFile(files, join(archive.paths.snapshots, name), async (file) => {
    const { named } = await verifyContainer(file, () => archive.identity(), 'count');
    return named;
  });
}

/** Backups in the user's folders that were made before, also in those that are not there now. */
async function backupsElsewhere(
  tools: BackupTools,
  { archiveId }: OpenArchive,
  begunAt: string,
): Promise<ErasureCertificate['elsewhere']> {
  const { ports, paths, verified } = tools;
  const { files } = ports;
  const targets = await readTargets({ ...ports, paths });
  const folders = (await reachableFolders(tools, archiveId)).filter(({ id }) => id !== localFolderId);
  const found = await Promise.all(folders.map((folder) => findBackups(files, folder, archiveId)));
  const known = [
    ...found.flat().map(({ folderId, name, manifest }) => ({ folderId, name, createdAt: manifest.createdAt })),
    ...(await verified.read()).filter(({ folderId }) => folders.every(({ id }) => id !== folderId)),
  ];
  return known
    .filter(({ folderId, createdAt }) => folderId !== localFolderId && createdAt <= begunAt)
    .map(({ folderId, name, createdAt }) => {
      const target = targets.find(({ id }) => id === folderId);
      return { folder: target ? labelOf(target) : '', name, createdAt };
    });
}

async function emptyFolder({ ports: { files } }: BackupTools, dir: string): Promise<number> {
  const names = await files.list(dir).catch(() => []);
  for (const name of names) await files.removeTree(join(dir, name));
  if (names.length > 0) await files.syncDir(dir);
  return names.length;
}
