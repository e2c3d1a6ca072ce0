import type { Handlers } from '#shared/ipc/contract.ts';
import { createOrder } from '#shared/lib/in-order.ts';
import type { OpenedCopies } from '../attachments/opened-copies.ts';
import type { BackupTools } from '../backup/tools.ts';
import { ownRingKey, readErasure, withErased, writeErasure } from '../erasure/erased-file.ts';
import { finishErasure } from '../erasure/finish-erasure.ts';
import { describeWriteFailure } from '../files/write-failure.ts';
import type { ArchiveSession } from '../keys/archive-session.ts';

type Channels = 'erasure/status' | 'erasure/begin' | 'erasure/finish';

export function createErasureHandlers(
  tools: BackupTools,
  session: ArchiveSession,
  copies: OpenedCopies,
): Pick<Handlers, Channels> {
  const { files, clock, notify } = tools.ports;
  // One at a time: the list is read, changed and written back.
  const inOrder = createOrder();

  return {
    'erasure/status': () =>
      inOrder(async () => {
        const archive = session.require();
        const { erased, pending, certificates } = await readErasure(files, archive.paths.erased, archive);
        return {
          erased,
          pending: pending && { begunAt: pending.begunAt, persons: pending.tombstones.length },
          certificates,
        };
      }),

    'erasure/begin': ({ customerIds, theirs = [] }) =>
      inOrder(async () => {
        const archive = session.require();
        const state = await readErasure(files, archive.paths.erased, archive);
        const { erased, tombstones } = withErased(state.erased, ownRingKey(archive), customerIds);
        const pending = {
          begunAt: clock.now().toISOString(),
          tombstones: [...new Set([...(state.pending?.tombstones ?? []), ...tombstones])],
          files: [...new Set([...(state.pending?.files ?? []), ...theirs])],
        };
        await writeErasure(files, archive.paths.erased, archive, { ...state, erased, pending }).catch(
          describeWriteFailure,
        );
        return { tombstones };
      }),

    'erasure/finish': (input) =>
      inOrder(async () => {
        // Whose file another program looks at is not known here.
        await copies.wipe();
        const certificate = await finishErasure(tools, session.require(), input);
        notify('backup-targets-changed');
        return { certificate };
      }),
  };
}
