import { createHash } from 'node:crypto';

/** What a backup's file name says. It helps people; Kebu believes only what is inside. */
export interface BackupName {
  archiveId: string;
  seq: number;
  createdAt: string;
}

export const backupExtension = '.kebu';

/**
 * `kebu-<first 8 of the archive id>-<seq, 12 digits>-<UTC with milliseconds>.kebu`: unique, ASCII, in order of its seq.
 */
export function backupFileName({ archiveId, seq, createdAt }: BackupName): string {
  return `${prefixOf(archiveId)}${String(seq).padStart(12, '0')}-${createdAt.replaceAll(/[-:.]/g, '')}${backupExtension}`;
}

/**
 * True for names that `backupFileName` gives, whatever archive. Leaves out what a cloud folder makes of them
 * (`… (1).kebu`, `… (conflicted copy).kebu`) and files that are still being written.
 */
export function isBackupFileName(name: string): boolean {
  return /^kebu-[0-9a-z]{8}-\d{12}-\d{8}T\d{9}Z\.kebu$/.test(name);
}

/** The sequence number in the name of a backup, finished or not; `null` for other files. */
export function seqOf(name: string): number | null {
  const [, seq] = /^kebu-[0-9a-z]{8}-(\d{12})-/.exec(name) ?? [];
  return seq === undefined ? null : Number(seq);
}

/** How all files begin that belong to an archive's backups, finished or not. */
export function prefixOf(archiveId: string): string {
  return `kebu-${archiveId.slice(0, 8)}-`;
}

/** The name of a backup for the window, which is told no paths. */
export function backupIdOf(folderId: string, name: string): string {
  return createHash('sha256').update(`${folderId}/${name}`).digest('hex').slice(0, 32);
}
