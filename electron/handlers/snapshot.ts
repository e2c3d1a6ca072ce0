import type { Handlers } from '#shared/ipc/contract.ts';
import { findBases, openSnapshot, openVoidable } from '../backup/open-snapshot.ts';
import type { Readings } from '../backup/readings.ts';
import type { BackupTools } from '../backup/tools.ts';
import type { ArchiveSession } from '../keys/archive-session.ts';

type Channels = 'snapshot/open' | 'snapshot/read' | 'snapshot/close' | 'snapshot/list';

export function createSnapshotHandlers(
  tools: BackupTools,
  session: ArchiveSession,
  readings: Readings,
): Pick<Handlers, Channels> {
  return {
    async 'snapshot/open'({ upToSeq, isVoidable = false }) {
      const archive = session.require();
      const snapshot =
        (isVoidable && (await openVoidable(tools, archive))) || (await openSnapshot(tools, archive, upToSeq));
      const { sizeBytes, seq, counts } = snapshot;
      return { readId: readings.start(snapshot), sizeBytes, seq, counts };
    },

    'snapshot/read': async ({ readId }) => ({ chunk: await readings.next(readId) }),

    async 'snapshot/close'({ readId }) {
      await readings.close(readId);
      return {};
    },

    async 'snapshot/list'() {
      const bases = await findBases(tools, session.require());
      return { snapshots: bases.map(({ seq, createdAt }) => ({ seq, createdAt })) };
    },
  };
}
