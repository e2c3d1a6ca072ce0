import { basename } from 'node:path';
import { failWith } from '#shared/errors/app-error.ts';
import type { Handlers } from '#shared/ipc/contract.ts';
import { localFolderId } from '../backup/targets.ts';
import { archiveDirOf, archivePathsIn } from '../files/archive-paths.ts';
import { errnoOf } from '../files/file-system.ts';
import { describeWriteFailure } from '../files/write-failure.ts';
import { createKeptTotals } from '../journal/kept-totals.ts';
import { saveJournalCopy } from '../journal/save-copy.ts';
import { createWrittenBy } from '../journal/written-by.ts';
import type { ArchiveSession } from '../keys/archive-session.ts';
import type { Ports } from '../ports.ts';

type Channels = 'journal/status' | 'journal/append' | 'journal/read' | 'journal/keep-totals' | 'journal/save-copy';

export function createJournalHandlers(
  { files, app, clock, dialogs, dataDir }: Pick<Ports, 'files' | 'app' | 'clock' | 'dialogs' | 'dataDir'>,
  session: ArchiveSession,
): Pick<Handlers, Channels> {
  return {
    async 'journal/status'() {
      const { journal, paths } = session.require();
      const status = journal.status();
      return {
        ...status,
        totals: await createKeptTotals(files, paths).read(),
        snapshotDue: status.headSeq > 0 && (await createWrittenBy(files, paths).isOther(app.version)),
      };
    },
    'journal/append': async (input) => ({ seq: await session.require().journal.append(input) }),
    'journal/read': ({ fromSeq }) => session.require().journal.read(fromSeq),
    async 'journal/keep-totals'(totals) {
      await createKeptTotals(files, session.require().paths).write(totals).catch(describeWriteFailure);
      return {};
    },
    async 'journal/save-copy'() {
      const dir = archiveDirOf(dataDir);
      if (!(await files.stat(dir))) failWith('keys/no-archive');
      const now = clock.now();
      const path = await dialogs.chooseSavePath(`kebu-journal-${now.toISOString().slice(0, 10)}.tar`);
      if (path === null) return { savedAs: null };
      await saveJournalCopy(files, archivePathsIn(dir), path, now).catch(describeWriteFailure);
      return { savedAs: basename(path) };
    },
  };
}

type Noted = 'keys/create' | 'restore/apply' | 'backup/finish';

/** A new archive, a restored one and a verified local snapshot are of this Kebu. */
export function noteKebu<H extends Pick<Handlers, Noted>>(
  handlers: H,
  { files, app, log }: Pick<Ports, 'files' | 'app' | 'log'>,
  session: ArchiveSession,
): H {
  async function note(channel: Noted): Promise<void> {
    const archive = session.current();
    if (!archive) return;
    // Without the note a snapshot more is made.
    await createWrittenBy(files, archive.paths)
      .note(app.version)
      .catch((error: unknown) => log('request-failed', { channel, errno: errnoOf(error) }));
  }
  return {
    ...handlers,
    'keys/create': async (input) => {
      const answer = await handlers['keys/create'](input);
      await note('keys/create');
      return answer;
    },
    'restore/apply': async (input) => {
      const answer = await handlers['restore/apply'](input);
      await note('restore/apply');
      return answer;
    },
    'backup/finish': async (input) => {
      const answer = await handlers['backup/finish'](input);
      if (answer.backup.folderId === localFolderId) await note('backup/finish');
      return answer;
    },
  } satisfies Pick<Handlers, Noted>;
}
