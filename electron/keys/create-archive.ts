import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { isNobodyErased, type ErasedList } from '#shared/archive/erased.ts';
import { asKey, deriveKey, keyBytes } from '#shared/crypto/keys.ts';
import { failWith } from '#shared/errors/app-error.ts';
import { createAttachmentStore, type AttachmentStore } from '../attachments/attachment-store.ts';
import { writeErasure } from '../erasure/erased-file.ts';
import { archiveDirOf, archivePathsIn } from '../files/archive-paths.ts';
import type { FileSystem } from '../files/file-system.ts';
import { unfinishedSuffix, writeNew } from '../files/write-atomically.ts';
import { createJournal, type JournalStart } from '../journal/open-journal.ts';
import type { Clock } from '../ports.ts';
import { recipientOf } from './age.ts';
import { archiveFormat, writeAbout } from './archive-file.ts';
import { sealArchiveKey } from './archive-key-file.ts';

export interface NewArchive {
  files: FileSystem;
  clock: Clock;
  dataDir: string;
  /** The identity that opens it: a new one, or that of a backup which is taken over. */
  identity: string;
  /** The identity under the passphrase, if there is one. */
  identityFile: Uint8Array | null;
  /** The identity as the keychain keeps it, if it does. */
  keychainCopy: Uint8Array | null;
  /** Random for a new archive; that of the backup when one is taken over. */
  archiveId: string;
  paperKeyConfirmed: boolean;
  /** For an archive made from a backup: whom its archive had forgotten. */
  erased?: ErasedList;
  /** For an archive made from a backup: puts it into the folder of snapshots, and its files where they belong; says what it is. */
  beginWith?: (place: { snapshots: string; attachments: AttachmentStore }) => Promise<JournalStart>;
}

export function newArchiveId(): string {
  return randomBytes(16).toString('hex');
}

/**
 * Makes an archive with a fresh archive key and an empty journal. It is built beside and renamed into place, so there is
 * a whole archive or none. Fails with `keys/already-exists`, `keys/damaged` (the identity) or as the disk does.
 */
export async function createArchive(input: NewArchive): Promise<void> {
  const { files, clock, dataDir, identity, archiveId } = input;
  const finalDir = archiveDirOf(dataDir);
  if (await files.stat(finalDir)) failWith('keys/already-exists');
  const recipient = (await recipientOf(identity)) ?? failWith('keys/damaged');
  const archiveKey = asKey(new Uint8Array(randomBytes(keyBytes)), 'archive');
  const journalKey = deriveKey(archiveKey, archiveId, 'journal');
  const paths = archivePathsIn(join(dataDir, `archive.${randomBytes(4).toString('hex')}${unfinishedSuffix}`));
  const attachments = createAttachmentStore(files, paths, { archiveId, archiveKey });
  try {
    for (const dir of [paths.dir, paths.snapshots, paths.keptAside]) await files.makeDir(dir);
    if (input.identityFile) await writeNew(files, paths.identity, input.identityFile);
    if (input.keychainCopy) await writeNew(files, paths.keychainCopy, input.keychainCopy);
    await writeNew(files, paths.archiveKey, await sealArchiveKey(recipient, archiveKey, archiveId));
    if (input.erased && !isNobodyErased(input.erased)) {
      const state = { erased: input.erased, pending: null, certificates: [] };
      await writeErasure(files, paths.erased, { archiveId, archiveKey }, state);
    }
    const { snapshots } = paths;
    const start = (await input.beginWith?.({ snapshots, attachments })) ?? null;
    await createJournal({ files, clock, paths, archiveId, key: journalKey }, start);
    const createdAt = clock.now().toISOString();
    const { paperKeyConfirmed } = input;
    await writeAbout(files, paths.about, { format: archiveFormat, archiveId, createdAt, recipient, paperKeyConfirmed });
    await files.rename(paths.dir, finalDir);
    await files.syncDir(dirname(finalDir));
  } catch (error) {
    await files.removeTree(paths.dir).catch(() => undefined);
    throw error;
  } finally {
    attachments.close();
    archiveKey.fill(0);
    journalKey.fill(0);
  }
}
