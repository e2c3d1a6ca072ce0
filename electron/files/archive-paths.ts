import { join } from 'node:path';

/** Where everything of the archive lies. */
export interface ArchivePaths {
  dir: string;
  /** Format version, archive id, recipient: nothing secret, nothing about customers. */
  about: string;
  /** The identity under the passphrase; absent when there is no passphrase. */
  identity: string;
  /** The identity as the operating system keeps it; absent when the keychain is off. */
  keychainCopy: string;
  /** The archive key, encrypted to the recipient. */
  archiveKey: string;
  journal: string;
  snapshots: string;
  /** Damaged bytes are put here, never deleted. */
  keptAside: string;
  /** Files of customers, sealed; their names tell nothing. */
  attachments: string;
  lock: string;
  /** What was done with the archive, line by line, hash-chained; nothing about customers. */
  audit: string;
  /** Where the audit log ended when the archive was last open. */
  auditEnd: string;
  /** Whom the archive has forgotten for good, sealed. */
  erased: string;
}

export function archivePathsIn(dir: string): ArchivePaths {
  return {
    dir,
    about: join(dir, 'archive.json'),
    identity: join(dir, 'identity.age'),
    keychainCopy: join(dir, 'identity.keychain'),
    archiveKey: join(dir, 'archive-key.age'),
    journal: join(dir, 'journal'),
    snapshots: join(dir, 'snapshots'),
    keptAside: join(dir, 'kept-aside'),
    attachments: join(dir, 'attachments'),
    lock: join(dir, 'lock'),
    audit: join(dir, 'audit.ndjson'),
    auditEnd: join(dir, 'audit-end.json'),
    erased: join(dir, 'erased.sealed'),
  };
}

export function archiveDirOf(dataDir: string): string {
  return join(dataDir, 'archive');
}

/** A file that says, by being there, that the browser's database is to be taken away before the next window opens it. */
export function storeMarkerIn(dataDir: string): string {
  return join(dataDir, 'replace-store');
}
