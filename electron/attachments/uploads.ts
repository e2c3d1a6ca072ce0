import { randomBytes } from 'node:crypto';
import { maxAttachmentBytes } from '#shared/domain/attachment/attachment.ts';
import { failWith } from '#shared/errors/app-error.ts';
import { createOrder } from '#shared/lib/in-order.ts';
import type { SpaceGuard } from '../files/space-guard.ts';
import type { ArchiveSession } from '../keys/archive-session.ts';
import type { IncomingFile } from './attachment-store.ts';
import type { FileAbout } from './sealed-file.ts';

/** So much is kept of a file to tell what it is. */
const headBytes = 4096;

interface Upload {
  incoming: IncomingFile;
  announcedBytes: number;
  doneBytes: number;
  head: Uint8Array;
  inOrder: ReturnType<typeof createOrder>;
}

/** Files that the window is sending, piece by piece. */
export interface Uploads {
  /** Fails with `files/empty`, `files/too-large` or `archive/disk-nearly-full` before anything is read. */
  begin(sizeBytes: number): Promise<string>;
  write(uploadId: string, chunk: Uint8Array): Promise<void>;
  /** Fails with `files/changed` when other bytes came than were announced. */
  finish(uploadId: string): Promise<FileAbout & { head: Uint8Array }>;
  cancel(uploadId: string): Promise<void>;
}

export function createUploads(session: ArchiveSession, space: SpaceGuard): Uploads {
  const running = new Map<string, Upload>();

  async function cancel(uploadId: string): Promise<void> {
    const upload = running.get(uploadId);
    running.delete(uploadId);
    await upload?.inOrder(() => upload.incoming.cancel());
  }

  // What is half sent when the archive is locked could not be sealed any more.
  session.onEnd(async () => {
    await Promise.allSettled([...running.keys()].map(cancel));
  });

  function find(uploadId: string): Upload {
    return running.get(uploadId) ?? failWith('files/cancelled');
  }

  async function stopping<T>(uploadId: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const upload = running.get(uploadId);
      running.delete(uploadId);
      await upload?.incoming.cancel();
      throw error;
    }
  }

  return {
    async begin(sizeBytes) {
      const { attachments } = session.require();
      if (sizeBytes === 0) failWith('files/empty');
      if (sizeBytes > maxAttachmentBytes) failWith('files/too-large', { limitMb: maxAttachmentBytes / 1024 ** 2 });
      await space.requireRoom(sizeBytes);
      const incoming = await attachments.begin();
      const uploadId = randomBytes(16).toString('hex');
      const head = new Uint8Array(0);
      running.set(uploadId, { incoming, announcedBytes: sizeBytes, doneBytes: 0, head, inOrder: createOrder() });
      return uploadId;
    },

    async write(uploadId, chunk) {
      const upload = find(uploadId);
      await upload.inOrder(() =>
        stopping(uploadId, async () => {
          upload.doneBytes += chunk.length;
          if (upload.doneBytes > upload.announcedBytes) failWith('files/changed');
          if (upload.head.length < headBytes) {
            upload.head = Buffer.concat([upload.head, chunk.subarray(0, headBytes - upload.head.length)]);
          }
          await upload.incoming.write(chunk);
        }),
      );
    },

    async finish(uploadId) {
      const upload = find(uploadId);
      return upload.inOrder(() =>
        stopping(uploadId, async () => {
          if (upload.doneBytes !== upload.announcedBytes) failWith('files/changed');
          const about = await upload.incoming.finish();
          running.delete(uploadId);
          return { ...about, head: upload.head };
        }),
      );
    },

    cancel,
  };
}
