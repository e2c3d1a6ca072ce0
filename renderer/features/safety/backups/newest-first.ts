import type { Backup } from '../../../state/backup-status.ts';

/** By what they hold, then by when they were made; a clock that was wrong moves none before what came later. */
export function newestFirst(backups: readonly Backup[]): Backup[] {
  return [...backups].sort((a, b) => b.seq - a.seq || b.createdAt.localeCompare(a.createdAt));
}
