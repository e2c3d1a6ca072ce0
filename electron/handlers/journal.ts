import type { Handlers } from '#shared/ipc/contract.ts';
import type { ArchiveSession } from '../keys/archive-session.ts';

type Channels = 'journal/status' | 'journal/append' | 'journal/read';

export function createJournalHandlers(session: ArchiveSession): Pick<Handlers, Channels> {
  return {
    'journal/status': () => session.require().journal.status(),
    'journal/append': async (input) => ({ seq: await session.require().journal.append(input) }),
    'journal/read': ({ fromSeq }) => session.require().journal.read(fromSeq),
  };
}
