import { randomBytes } from 'node:crypto';
import { inPieces, type ByteSource } from '#shared/archive/byte-reader.ts';
import { failWith } from '#shared/errors/app-error.ts';
import { createOrder } from '#shared/lib/in-order.ts';
import type { ArchiveSession } from '../keys/archive-session.ts';

/** Something decrypted that the window fetches piece by piece. */
export interface Readable {
  content: ByteSource;
  close(): Promise<void>;
}

export interface Readings {
  start(readable: Readable): string;
  /** `null` at the end. */
  next(readId: string): Promise<Uint8Array<ArrayBuffer> | null>;
  close(readId: string): Promise<void>;
}

const pieceBytes = 1024 * 1024;

/** What is being read must not outlive the session: it ends with it. */
export function createReadings(session: ArchiveSession): Readings {
  const open = new Map<
    string,
    { readable: Readable; pieces: AsyncGenerator<Uint8Array<ArrayBuffer>>; inOrder: ReturnType<typeof createOrder> }
  >();

  async function close(readId: string): Promise<void> {
    const reading = open.get(readId);
    open.delete(readId);
    await reading?.inOrder(async () => {
      await reading.pieces.return(undefined);
      await reading.readable.close();
    });
  }

  session.onEnd(async () => {
    await Promise.allSettled([...open.keys()].map(close));
  });

  return {
    start(readable) {
      const readId = randomBytes(16).toString('hex');
      open.set(readId, { readable, pieces: inPieces(readable.content, pieceBytes), inOrder: createOrder() });
      return readId;
    },
    async next(readId) {
      const reading = open.get(readId) ?? failWith('keys/locked');
      const next = await reading.inOrder(() => reading.pieces.next());
      return next.done ? null : next.value;
    },
    close,
  };
}
