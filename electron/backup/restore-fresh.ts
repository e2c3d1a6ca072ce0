import { join } from 'node:path';
import { nobodyErased } from '#shared/archive/erased.ts';
import { failWith } from '#shared/errors/app-error.ts';
import type { ArchivePaths } from '../files/archive-paths.ts';
import type { FileSystem } from '../files/file-system.ts';
import { recipientOf } from '../keys/age.ts';
import { readAbout } from '../keys/archive-file.ts';
import { openArchiveKey } from '../keys/archive-key-file.ts';
import type { OpenArchive } from '../keys/archive-session.ts';
import { createArchive } from '../keys/create-archive.ts';
import { openArchive } from '../keys/open-archive.ts';
import { copyAsSnapshot } from './copy-as-snapshot.ts';
import { identityOf, type OpenedBackup } from './open-chosen.ts';
import { takeFiles } from './take-files.ts';
import { localFolderId } from './targets.ts';
import type { BackupTools } from './tools.ts';
import { recordCounts, verifiedOf, type VerifiedBackup } from './verified-backups.ts';

/**
 * Makes an archive out of a verified backup where none is: with the backup's identity and archive id, a new archive
 * key, and a journal that begins with the backup as its base. Built beside and renamed into place, so there is all of
 * it or nothing. An archive whose keys are lost is moved aside first and kept; one that is only locked is left alone
 * (`keys/locked`).
 */
export async function restoreFresh(tools: BackupTools, backup: OpenedBackup): Promise<OpenArchive> {
  const { ports, paths, verified, patience } = tools;
  const { files, clock, dataDir, app, keychain } = ports;
  const { identityFile, manifest } = backup;
  const identity = identityOf(backup);
  const recipient = (await recipientOf(identity)) ?? failWith('restore/damaged');
  const asideDir = (await files.stat(paths.dir)) ? await setAside(tools, identity, recipient) : null;
  // A generation of its own: the machine that made the backup may still be writing its own continuation.
  const generation = manifest.generation + 1;
  const afterSeq = manifest.seq;
  const createdAt = clock.now().toISOString();
  let base: VerifiedBackup | undefined;
  try {
    await createArchive({
      files,
      clock,
      dataDir,
      identity,
      identityFile,
      // Without a passphrase the keychain is what opens the archive next time.
      keychainCopy: !identityFile && (await keychain.isAvailable()) ? await keychain.encrypt(identity) : null,
      archiveId: manifest.archiveId,
      paperKeyConfirmed: backup.withPaperKey,
      erased: backup.erased,
      async beginWith({ snapshots, attachments }) {
        await takeFiles(files, backup, attachments);
        const about = { ...manifest, seq: afterSeq + 1, generation, createdAt, appVersion: app.version };
        const counts = recordCounts(backup.summary);
        const written = await copyAsSnapshot(
          files,
          backup,
          {
            dir: snapshots,
            about,
            recipient,
            identityFile,
            identity: () => identity,
            counts,
            expectedBytes: backup.sizeBytes,
            patience,
          },
          nobodyErased,
        );
        base = verifiedOf(written, about, localFolderId, clock.now());
        return { generation, afterSeq, snapshot: { name: written.name, counts } };
      },
    });
  } catch (error) {
    if (asideDir !== null) await files.rename(asideDir, paths.dir).catch(() => undefined);
    throw error;
  }
  if (base) await verified.put(base).catch(() => undefined);
  return openArchive({ files, clock, dataDir }, identity);
}

/** Moves an archive away that nobody can open any more. Returns where it lies now. */
async function setAside({ ports, paths }: BackupTools, identity: string, recipient: string): Promise<string> {
  const { files, clock, dataDir } = ports;
  if (!(await isBeyondOpening(files, paths, identity, recipient))) failWith('keys/locked');
  const stamp = clock.now().toISOString().replaceAll(/[-:.]/g, '');
  const asideDir = join(dataDir, `archive-kept-aside-${stamp}`);
  await files.rename(paths.dir, asideDir);
  return asideDir;
}

/** The archive key is gone, or does not open with the very identity it was sealed for. */
async function isBeyondOpening(
  files: FileSystem,
  paths: ArchivePaths,
  identity: string,
  recipient: string,
): Promise<boolean> {
  if (!(await files.stat(paths.archiveKey))) return true;
  if ((await readAbout(files, paths.about))?.recipient !== recipient) return false;
  const keys = await openArchiveKey(identity, await files.readFile(paths.archiveKey));
  keys?.archiveKey.fill(0);
  return keys === null;
}
