import { packContent } from '#shared/archive/pack-content.ts';
import type { Moment } from '../api.ts';
import type { Archive } from '../archive/archive.ts';
import type { AuditEntry } from '../archive/rows/audit.ts';
import { archiveThen, seqOfMoment } from '../archive/journal/moment.ts';
import type { EnginePorts, MainPort } from '../ports.ts';

/** The time of the first state that journal and snapshots still know; `null` when they know none. */
export async function earliestMoment(main: MainPort, audit: AsyncIterable<AuditEntry>): Promise<string | null> {
  const { firstSeq } = await main.call('journal/status', {});
  if (firstSeq > 1) return (await main.call('snapshot/list', {})).snapshots[0]?.createdAt ?? null;
  let first: string | null = null;
  for await (const { at } of audit) first = at;
  return first;
}

/** Writes a verified snapshot of the archive as it was at a moment. Throws `restore/moment-gone` and what a backup throws. */
export async function snapshotAt(
  ports: EnginePorts,
  archive: Archive,
  moment: Moment,
): Promise<{ backupId: string; seq: number }> {
  const { main } = ports;
  const { snapshots } = await main.call('snapshot/list', {});
  const { seq, counts, groups } = await archiveThen(
    main,
    await seqOfMoment(moment, archive.audit(), snapshots),
    snapshots,
  );
  const { version: appVersion } = await main.call('app/info', {});
  const { erased } = await main.call('erasure/status', {});
  const { archiveId, generation } = archive.opened;
  const { backupId } = await main.call('backup/begin', { seq, counts });
  try {
    const origin = { archiveId, seq, generation, createdAt: ports.now().toISOString(), appVersion };
    for await (const chunk of packContent(groups, origin, erased)) await main.call('backup/write', { backupId, chunk });
    const { backup } = await main.call('backup/finish', { backupId });
    return { backupId: backup.id, seq };
  } catch (error) {
    await main.call('backup/cancel', { backupId }).catch(() => undefined);
    throw error;
  }
}
