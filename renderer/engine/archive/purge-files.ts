import type { Change } from '#shared/changes/change-set.ts';
import { binDaysOf } from '../views/bin.ts';
import type { Archive, Written } from './archive.ts';
import { attachmentsOf } from './named-files.ts';
import { Pace } from './work-queue.ts';

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Removed files whose time in the bin is over leave their dossiers for good, so that main can let their bytes go. Returns what
 * was written; `null` when none was due.
 */
export async function purgeFiles(archive: Archive, now: () => Date): Promise<Written | null> {
  // Nothing to look for, in most archives.
  if ((archive.counts['attachment'] ?? 0) === 0) return null;
  const at = now().toISOString();
  const before = new Date(now().getTime() - binDaysOf(archive) * dayMs).toISOString();
  return archive.write(async () => {
    const changes: Change[] = [];
    const pace = new Pace();
    for await (const files of archive.cabinet.scan()) {
      for (const file of files) {
        for (const record of attachmentsOf(file)) {
          if (record.deletedAt === undefined || record.deletedAt > before) continue;
          const { customerId } = file;
          changes.push({ table: 'attachment', id: record.id, customerId, before: record, after: null });
        }
        await pace.step();
      }
    }
    return { reason: 'file/purge', at, changes };
  });
}
