import { contentVersion } from '#shared/archive/content.ts';
import type { ChangeSet } from '#shared/changes/change-set.ts';
import { AppFailure } from '#shared/errors/app-error.ts';
import type { Opened } from '#shared/ipc/contract.ts';
import type { MainPort } from '../../ports.ts';
import { sealMeta, type ArchiveMeta } from '../rows/archive-meta.ts';
import { ArchiveWriter, type WriterParts } from '../archive-writer.ts';
import { auditBefore } from '../rows/audit-rows.ts';
import { takeEntries } from '../rows/base-snapshot.ts';
import type { JournalStatus } from './decide-start.ts';
import { readChangeSets, type BaseSnapshot } from '../journal/journal-reader.ts';
import { noTotals } from '../rows/row-totals.ts';

export type Progress = (done: number, total: number) => void;

/** What an archive says of itself into which nothing was written. */
export function emptyMeta({ archiveId, generation }: Opened): ArchiveMeta {
  return { archiveId, generation, seq: 0, counts: {}, totals: noTotals, contentVersion, state: 'complete' };
}

/**
 * Applies what the journal has and the database lacks. Returns the number of change sets.
 * The same for a database that fell behind by one save and for the end of a rebuild.
 */
export async function replay(
  main: MainPort,
  writer: ArchiveWriter,
  headSeq: number,
  onProgress: Progress,
  onApplied: (set: ChangeSet) => void = () => undefined,
): Promise<number> {
  const from = writer.seq;
  let changeSets = 0;
  if (headSeq <= from) return 0;
  for await (const journaled of readChangeSets(main, from + 1, headSeq)) {
    await writer.apply(journaled, { defer: true });
    changeSets += 1;
    onApplied(journaled.set);
    onProgress(journaled.seq - from, headSeq - from);
  }
  await writer.flush();
  return changeSets;
}

export interface RebuildOrder {
  opened: Opened;
  journal: JournalStatus;
  /** Opened before anything is thrown away; `null` when the journal tells everything. */
  base: BaseSnapshot | null;
  keepsUndated: boolean;
}

/**
 * Builds the database from the base snapshot and the journal. Until the end the database says that it is not to be used,
 * so an interrupted rebuild begins again. The audit list goes on telling of everything that it told of: from the journal as
 * far back as that goes, and before that by the rows that are there; see `auditBefore`.
 */
export async function rebuild(
  main: MainPort,
  parts: WriterParts,
  { opened, journal, base, keepsUndated }: RebuildOrder,
  onProgress: Progress,
): Promise<{ writer: ArchiveWriter; changeSets: number }> {
  const { store, vault } = parts;
  const { generation } = opened;
  const { kept, totals } = await auditBefore(store, vault, journal.firstSeq, { generation, keepsUndated });
  const meta: ArchiveMeta = { ...emptyMeta(opened), totals, state: 'rebuilding' };
  await store.reset(sealMeta(vault, meta), kept);
  const writer = new ArchiveWriter(parts, meta);
  if (base) {
    const { seq, counts, batches } = base;
    try {
      for await (const { entries, doneBytes, totalBytes } of batches) {
        await writer.putBase(takeEntries(entries, parts.catalogue), seq);
        onProgress(doneBytes, totalBytes);
      }
      await writer.finishBase(seq, counts);
    } finally {
      await writer.settled();
    }
    await noteBefore(main, writer, journal.firstSeq);
  }
  const changeSets = await replay(main, writer, journal.headSeq, onProgress);
  await writer.flush('complete');
  return { writer, changeSets };
}

/** Lists the change sets that lie in the base snapshot and, to be looked at and taken back, still in the journal. */
async function noteBefore(main: MainPort, writer: ArchiveWriter, firstSeq: number): Promise<void> {
  if (firstSeq > writer.seq) return;
  try {
    for await (const journaled of readChangeSets(main, firstSeq, writer.seq)) await writer.note(journaled);
  } catch (error) {
    // Their content is in the snapshot: a frame that cannot be read shortens the list and hinders nothing else.
    if (!(error instanceof AppFailure) || error.error.code !== 'journal/damaged') throw error;
  }
}
