import type { ArchiveSession } from '../keys/archive-session.ts';
import { createCopies, type Copies } from './copies.ts';
import { createDrills, type Drills } from './drills.ts';
import { createOwnSnapshots, type OwnSnapshots } from './own-snapshots.ts';
import { createBackupSchedule, type BackupSchedule } from './schedule.ts';
import type { BackupTools } from './tools.ts';

/** Everything that makes backups, proves them, and knows when they are due. */
export interface BackupParts {
  tools: BackupTools;
  snapshots: OwnSnapshots;
  copies: Copies;
  drills: Drills;
  schedule: BackupSchedule;
}

/** @param elapsedMs milliseconds since some moment, by a clock that nobody sets */
export function createBackupParts(tools: BackupTools, session: ArchiveSession, elapsedMs: () => number): BackupParts {
  const copies = createCopies(tools, session, elapsedMs);
  const drills = createDrills(tools, session, elapsedMs);
  const schedule = createBackupSchedule(tools, session, { copies, drills, elapsedMs });
  const snapshots = createOwnSnapshots(tools, session, { schedule, elapsedMs });
  return { tools, snapshots, copies, drills, schedule };
}
