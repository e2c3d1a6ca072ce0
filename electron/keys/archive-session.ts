import { deriveKey, deriveReplyKey, type ArchiveKey, type Key } from '#shared/crypto/keys.ts';
import { failWith } from '#shared/errors/app-error.ts';
import type { Opened } from '#shared/ipc/contract.ts';
import { createAttachmentStore, type AttachmentStore } from '../attachments/attachment-store.ts';
import type { ArchivePaths } from '../files/archive-paths.ts';
import type { FileSystem } from '../files/file-system.ts';
import type { FileLock } from '../files/lock-file.ts';
import type { Journal } from '../journal/journal.ts';

/** An archive while it is unlocked. Its keys are bytes that `close` fills with zeros. */
export interface OpenArchive {
  readonly archiveId: string;
  /** The public half of the identity: backups are encrypted to it. */
  readonly recipient: string;
  readonly archiveKey: ArchiveKey;
  readonly paths: ArchivePaths;
  readonly journal: Journal;
  readonly attachments: AttachmentStore;
  /** The age identity as text. Call it where it is needed and do not keep the string: only the bytes can be wiped. */
  identity(): string;
  generation(): number;
  /** What the window gets to know; copies of its keys each time. */
  opened(): Opened;
  /** Never rejects. */
  close(): Promise<void>;
}

/** Which archive is open, if one is. The only holder of keys in the process. */
export interface ArchiveSession {
  current(): OpenArchive | null;
  /** Fails with `keys/locked` when nothing is open. */
  require(): OpenArchive;
  /** Puts an archive on the table; the one that was there is closed. */
  start(archive: OpenArchive): Promise<void>;
  /** Closes the journal and wipes the keys. Listeners hear of it before the keys are gone. Whoever asks again waits along. */
  end(): Promise<void>;
  /** For those who hold something that must not outlive the session: half-written backups, decrypted snapshots. */
  onEnd(listener: () => Promise<void> | void): void;
}

export function createArchiveSession(): ArchiveSession {
  let open: OpenArchive | null = null;
  let ending: Promise<void> = Promise.resolve();
  const listeners: (() => Promise<void> | void)[] = [];
  const session: ArchiveSession = {
    current: () => open,
    require: () => open ?? failWith('keys/locked'),
    async start(archive) {
      if (open) await session.end();
      open = archive;
    },
    end() {
      if (open) {
        const closing = open;
        // From here on every request is refused, also one that arrives while the journal is still being closed.
        open = null;
        ending = Promise.allSettled(listeners.map(async (listener) => listener())).then(() => closing.close());
      }
      // Nobody quits while copies in the clear are still being wiped, whoever locked first.
      return ending;
    },
    onEnd: (listener) => void listeners.push(listener),
  };
  return session;
}

export function createOpenArchive(parts: {
  files: FileSystem;
  archiveId: string;
  recipient: string;
  archiveKey: ArchiveKey;
  identity: string;
  paths: ArchivePaths;
  journal: Journal;
  lock: FileLock;
}): OpenArchive {
  const { archiveId, recipient, archiveKey, paths, journal, lock } = parts;
  const attachments = createAttachmentStore(parts.files, paths, { archiveId, archiveKey });
  const identityBytes = new TextEncoder().encode(parts.identity);
  const recordKey: Key<'records'> = deriveKey(archiveKey, archiveId, 'records');
  const replyKey = deriveReplyKey(identityBytes, archiveId);
  return {
    archiveId,
    recipient,
    archiveKey,
    paths,
    journal,
    attachments,
    identity: () => new TextDecoder().decode(identityBytes),
    generation: () => journal.status().generation,
    opened: () => ({
      archiveId,
      generation: journal.status().generation,
      recordKey: recordKey.slice(),
      replyKey: replyKey.slice(),
    }),
    async close() {
      // What was acknowledged is on the disk already, so a file that cannot be closed keeps nothing from being locked.
      await journal.close().catch(() => undefined);
      attachments.close();
      for (const secret of [archiveKey, recordKey, replyKey, identityBytes]) secret.fill(0);
      await lock.release().catch(() => undefined);
    },
  };
}
