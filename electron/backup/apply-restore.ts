import { AppFailure, appError } from '#shared/errors/app-error.ts';
import { errnoOf } from '../files/file-system.ts';
import type { ArchiveSession, OpenArchive } from '../keys/archive-session.ts';
import type { OpenedBackup } from './open-chosen.ts';
import { restoreFresh } from './restore-fresh.ts';
import { restoreInto } from './restore-into.ts';
import type { BackupTools } from './tools.ts';

/**
 * Restores into the open archive, or makes one where none is. Returns the archive that is open then. Fails with
 * `restore/no-safety-snapshot`, `keys/locked`, `backup/disk-full`, what a changed file is refused with, or
 * `restore/failed`.
 */
export async function applyRestore(
  tools: BackupTools,
  session: ArchiveSession,
  backup: OpenedBackup,
): Promise<OpenArchive> {
  try {
    const archive = session.current();
    if (archive) {
      await restoreInto(tools, archive, backup);
      return archive;
    }
    const created = await restoreFresh(tools, backup);
    await session.start(created);
    return created;
  } catch (error) {
    throw restoreFailure(error);
  }
}

/** What was written on the way speaks of backups, files and changes; the user asked for a restore. */
function restoreFailure(error: unknown): AppFailure {
  if (error instanceof AppFailure) {
    const { code } = error.error;
    if (code.startsWith('restore/') || code === 'keys/locked' || code === 'backup/disk-full') return error;
    return new AppFailure(appError('restore/failed', { reason: error.error.data?.['reason'] ?? code }), {
      cause: error,
    });
  }
  return new AppFailure(appError('restore/failed', { reason: errnoOf(error) }), { cause: error });
}
