import { archiveDirOf, archivePathsIn, type ArchivePaths } from '../files/archive-paths.ts';
import type { Ports } from '../ports.ts';
import { createVerifiedBackups, type VerifiedBackups } from './verified-backups.ts';
import { defaultPatience, type Patience } from './while-busy.ts';

/** What backups, restores and snapshots work with. */
export interface BackupTools {
  ports: Ports;
  paths: ArchivePaths;
  verified: VerifiedBackups;
  patience: Patience;
}

export function createBackupTools(ports: Ports, patience: Patience = defaultPatience): BackupTools {
  const paths = archivePathsIn(archiveDirOf(ports.dataDir));
  return { ports, paths, verified: createVerifiedBackups(ports.files, paths), patience };
}
