import { randomBytes } from 'node:crypto';
import { inPieces } from '#shared/archive/byte-reader.ts';
import { failWith } from '#shared/errors/app-error.ts';
import type { Handlers } from '#shared/ipc/contract.ts';
import { createOrder } from '#shared/lib/in-order.ts';
import { openSnapshot, type OpenSnapshot } from '../backup/open-snapshot.ts';
import type { BackupTools } from '../backup/tools.ts';
import type { ArchiveSession } from '../keys/archive-session.ts';

type Channels = 'snapshot/open' | 'snapshot/read' | 'snapshot/close';

interface Reading {
  snapshot: OpenSnapshot;
  pieces: AsyncGenerator<Uint8Array<ArrayBuffer>>;
  inOrder: ReturnType<typeof createOrder>;
}

const pieceBytes = 1024 * 1024;

export function createSnapshotHandlers(tools: BackupTools, session: ArchiveSession): Pick<Handlers, Channels> {
  const readings = new Map<string, Reading>();

  async function close(readId: string): Promise<void> {
    const reading = readings.get(readId);
    readings.delete(readId);
    await reading?.inOrder(async () => {
      await reading.pieces.return(undefined);
      await reading.snapshot.close();
    });
  }

  session.onEnd(async () => {
    await Promise.allSettled([...readings.keys()].map(close));
  });

  return {
    async 'snapshot/open'() {
      const snapshot = await openSnapshot(tools, session.require());
      const readId = randomBytes(16).toString('hex');
      const pieces = inPieces(snapshot.content, pieceBytes);
      readings.set(readId, { snapshot, pieces, inOrder: createOrder() });
      const { sizeBytes, seq, counts } = snapshot;
      return { readId, sizeBytes, seq, counts };
    },

    async 'snapshot/read'({ readId }) {
      const reading = readings.get(readId) ?? failWith('keys/locked');
      const next = await reading.inOrder(() => reading.pieces.next());
      return { chunk: next.done ? null : next.value };
    },

    async 'snapshot/close'({ readId }) {
      await close(readId);
      return {};
    },
  };
}
