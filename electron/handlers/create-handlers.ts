import type { Handlers } from '#shared/ipc/contract.ts';
import { deriveKey } from '#shared/crypto/keys.ts';
import { createOpenedCopies } from '../attachments/opened-copies.ts';
import { auditHandlers, auditRefusals } from '../audit/audited-handlers.ts';
import { createAuditLog } from '../audit/audit-log.ts';
import { createReadings } from '../backup/readings.ts';
import { createBackupParts } from '../backup/parts.ts';
import type { BackupSchedule } from '../backup/schedule.ts';
import { createBackupTools } from '../backup/tools.ts';
import { archiveDirOf, archivePathsIn } from '../files/archive-paths.ts';
import { wasLeftLocked } from '../files/lock-file.ts';
import { createSpaceGuard } from '../files/space-guard.ts';
import { createArchiveSession, type ArchiveSession } from '../keys/archive-session.ts';
import type { Log } from '../log/log.ts';
import type { Ports } from '../ports.ts';
import { createAppInfoHandlers } from './app-info.ts';
import { createAttachmentHandlers } from './attachments.ts';
import { createAuditHandlers } from './audit.ts';
import { createBackupRoundHandlers } from './backup-rounds.ts';
import { createBackupHandlers } from './backup.ts';
import { createErasureHandlers } from './erasure.ts';
import { createFileHandlers } from './files.ts';
import { createJournalHandlers, noteKebu } from './journal.ts';
import { createKeyHandlers } from './keys.ts';
import { createNewCustomerKeys } from './new-customer-keys.ts';
import { createPreferencesFile } from './preferences.ts';
import { createRestoreHandlers } from './restore.ts';
import { createSnapshotHandlers } from './snapshot.ts';
import { createSpaceHandlers, guardSpace } from './space.ts';

export interface Machine {
  handlers: Handlers;
  session: ArchiveSession;
  /** The log that was handed in; what it refuses stands in the audit log too. */
  log: Log;
  /** The last run ended while the archive was open. */
  uncleanExit: boolean;
  /** Looks for backups that are due, once it is started. */
  schedule: BackupSchedule;
  /** A copy of a backup is being written or read back. */
  isBackingUp: () => boolean;
}

/**
 * Everything the window may ask of the machine, made from the outside world.
 *
 * @param elapsedMs milliseconds since some moment, by a clock that nobody sets
 */
export async function createHandlers(ports: Ports, elapsedMs = () => performance.now()): Promise<Machine> {
  const session = createArchiveSession();
  const space = createSpaceGuard(ports);
  const backupTools = createBackupTools(ports);
  const backupParts = createBackupParts(backupTools, session, elapsedMs);
  const preferences = createPreferencesFile({ ...ports, locales: ports.app.locales });
  const newCustomerKeys = createNewCustomerKeys(ports);
  newCustomerKeys.use((await preferences.read()).newCustomerKeys);
  const readings = createReadings(session);
  const copies = createOpenedCopies(ports.files, ports.dataDir, session);
  void copies.wipe();
  const audit = createAuditLog(ports.files, ports.clock, backupTools.paths, (use) => {
    const archive = session.current();
    const key = archive && deriveKey(archive.archiveKey, archive.archiveId, 'audit');
    const used = use(key);
    key?.fill(0);
    return used;
  });
  session.onEnd(() => audit.note('locked'));
  const uncleanExit = await wasLeftLocked(ports.files, archivePathsIn(archiveDirOf(ports.dataDir)).lock);
  const handlers: Handlers = {
    ...createSpaceHandlers(space),
    ...createAppInfoHandlers(ports, session, preferences, newCustomerKeys, uncleanExit),
    ...createKeyHandlers(ports, session),
    ...createJournalHandlers(ports, session),
    ...createBackupHandlers(backupParts, session),
    ...createBackupRoundHandlers(backupParts),
    ...createRestoreHandlers(backupTools, session, readings),
    ...createSnapshotHandlers(backupTools, session, readings),
    ...createErasureHandlers(backupTools, session, copies),
    ...createAuditHandlers(backupTools, session, audit),
    ...createAttachmentHandlers(ports, session, { preferences, readings, space, copies }),
    ...createFileHandlers(ports),
  };
  return {
    session,
    uncleanExit,
    log: auditRefusals(ports.log, audit, () => ports.clock.now()),
    handlers: auditHandlers(guardSpace(noteKebu(handlers, ports, session), space), audit),
    schedule: backupParts.schedule,
    isBackingUp: () => backupParts.copies.progress() !== null,
  };
}
