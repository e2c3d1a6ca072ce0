import { join } from 'node:path';
import { deriveKey } from '#shared/crypto/keys.ts';
import { failWith } from '#shared/errors/app-error.ts';
import { archiveDirOf, archivePathsIn } from '../files/archive-paths.ts';
import { errnoOf, type FileSystem } from '../files/file-system.ts';
import { takeLock, type FileLock } from '../files/lock-file.ts';
import { unfinishedSuffix } from '../files/write-atomically.ts';
import { openJournal } from '../journal/open-journal.ts';
import type { Clock } from '../ports.ts';
import { recipientOf } from './age.ts';
import { archiveFormat, readAbout, writeAbout } from './archive-file.ts';
import { openArchiveKey } from './archive-key-file.ts';
import { createOpenArchive, type OpenArchive } from './archive-session.ts';

/**
 * Opens the archive of a data folder with its identity. Fails with `keys/damaged` when the identity does not open the
 * archive key, `archive/newer-version`, or `journal/in-use`.
 */
export async function openArchive(
  { files, clock, dataDir }: { files: FileSystem; clock: Clock; dataDir: string },
  identity: string,
): Promise<OpenArchive> {
  const paths = archivePathsIn(archiveDirOf(dataDir));
  const about = await readAbout(files, paths.about);
  const recipient = (await recipientOf(identity)) ?? failWith('keys/damaged');
  const keys = (await openArchiveKey(identity, await readKeyFile(files, paths.archiveKey))) ?? failWith('keys/damaged');
  const { archiveId, archiveKey } = keys;
  const secrets: Uint8Array[] = [archiveKey];
  let lock: FileLock | undefined;
  try {
    lock = await takeLock(files, paths.lock);
    await removeUnfinished(files, dataDir, 'archive.');
    await removeUnfinished(files, paths.dir, '');
    if (await files.stat(paths.attachments)) await removeUnfinished(files, paths.attachments, '');
    if (about?.archiveId !== archiveId || about.recipient !== recipient) {
      // Nothing that cannot be made again was lost; the paper key is asked for once more.
      const createdAt = clock.now().toISOString();
      const remade = { format: archiveFormat, archiveId, createdAt, recipient, paperKeyConfirmed: false } as const;
      await writeAbout(files, paths.about, remade);
    }
    const key = deriveKey(archiveKey, archiveId, 'journal');
    secrets.push(key);
    const journal = await openJournal({ files, clock, paths, archiveId, key });
    return createOpenArchive({ files, archiveId, recipient, archiveKey, identity, paths, journal, lock });
  } catch (error) {
    for (const secret of secrets) secret.fill(0);
    await lock?.release().catch(() => undefined);
    throw error;
  }
}

async function readKeyFile(files: FileSystem, path: string): Promise<Uint8Array> {
  try {
    return await files.readFile(path);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') failWith('keys/damaged');
    throw error;
  }
}

/** What a crash left half-written. Nothing was ever said to be in these files. */
async function removeUnfinished(files: FileSystem, dir: string, start: string): Promise<void> {
  const names = await files.list(dir);
  for (const name of names) {
    if (name.startsWith(start) && name.endsWith(unfinishedSuffix)) await files.removeTree(join(dir, name));
  }
}
