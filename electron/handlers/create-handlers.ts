import type { Handlers } from '#shared/ipc/contract.ts';
import { createBackupTools } from '../backup/tools.ts';
import { archiveDirOf, archivePathsIn } from '../files/archive-paths.ts';
import { wasLeftLocked } from '../files/lock-file.ts';
import { createArchiveSession, type ArchiveSession } from '../keys/archive-session.ts';
import type { Ports } from '../ports.ts';
import { createAppInfoHandlers } from './app-info.ts';
import { createBackupHandlers } from './backup.ts';
import { createFileHandlers } from './files.ts';
import { createJournalHandlers } from './journal.ts';
import { createKeyHandlers } from './keys.ts';
import { createPreferencesFile } from './preferences.ts';
import { createRestoreHandlers } from './restore.ts';
import { createSnapshotHandlers } from './snapshot.ts';

export interface Machine {
  handlers: Handlers;
  session: ArchiveSession;
  /** The last run ended while the archive was open. */
  uncleanExit: boolean;
}

/** Everything the window may ask of the machine, made from the outside world. */
export async function createHandlers(ports: Ports): Promise<Machine> {
  const session = createArchiveSession();
  const backupTools = createBackupTools(ports);
  const preferences = createPreferencesFile({ ...ports, locales: ports.app.locales });
  const uncleanExit = await wasLeftLocked(ports.files, archivePathsIn(archiveDirOf(ports.dataDir)).lock);
  return {
    session,
    uncleanExit,
    handlers: {
      ...createAppInfoHandlers(ports, session, preferences, uncleanExit),
      ...createKeyHandlers(ports, session),
      ...createJournalHandlers(session),
      ...createBackupHandlers(backupTools, session),
      ...createRestoreHandlers(backupTools, session),
      ...createSnapshotHandlers(backupTools, session),
      ...createFileHandlers(ports),
    },
  };
}
