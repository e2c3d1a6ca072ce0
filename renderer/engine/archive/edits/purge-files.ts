import type { Change } from '#shared/changes/change-set.ts';
import { binDaysOf, isBelievable } from '../../views/bin.ts';
import type { Archive, Written } from '../archive.ts';
import { attachmentsOf } from '../rows/named-files.ts';
import { Pace } from '../work-queue.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** Somebody tidies up a card or two. */
const few = 10;

/**
 * Removed files whose time in the bin is over leave their dossiers for good, so that main can let their bytes go; none where
 * that is suspiciously many. Returns what was written; `null` when none was due.
 */
export function purgeFiles(archive: Archive, now: () => Date): Promise<Written | null> {
  const before = new Date(now().getTime() - binDaysOf(archive) * dayMs).toISOString();
  const mayGo = (due: number, kept: number) => isBelievable(due, kept, few);
  return purge(archive, now, { isDue: (deletedAt) => deletedAt <= before, mayGo });
}

/** Every removed file leaves for good: somebody pressed the button. */
export function emptyFileBin(archive: Archive, now: () => Date): Promise<Written | null> {
  return purge(archive, now, { isDue: () => true, mayGo: () => true });
}

interface Wanted {
  isDue: (deletedAt: string) => boolean;
  mayGo: (due: number, kept: number) => boolean;
}

async function purge(archive: Archive, now: () => Date, { isDue, mayGo }: Wanted): Promise<Written | null> {
  // Nothing to look for, in most archives.
  if ((archive.counts['attachment'] ?? 0) === 0) return null;
  const at = now().toISOString();
  return archive.write(async () => {
    const changes: Change[] = [];
    let kept = 0;
    const pace = new Pace();
    for await (const files of archive.cabinet.scan()) {
      for (const file of files) {
        for (const record of attachmentsOf(file)) {
          const { customerId } = file;
          if (record.deletedAt === undefined) kept += 1;
          else if (isDue(record.deletedAt))
            changes.push({ table: 'attachment', id: record.id, customerId, before: record, after: null });
        }
        await pace.step();
      }
    }
    return { reason: 'file/purge', at, changes: mayGo(changes.length, kept) ? changes : [] };
  });
}
