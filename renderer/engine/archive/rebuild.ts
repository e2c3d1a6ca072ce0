import type { ArchiveStore } from '../../db/archive-store.ts';
import type { ArchiveMeta } from '../../db/tables.ts';
import type { MainPort } from '../ports.ts';
import { ArchiveWriter, type WriterParts } from './archive-writer.ts';
import { takeEntries } from './base-snapshot.ts';
import type { JournalStatus } from './decide-start.ts';
import { openBaseSnapshot, readChangeSets } from './journal-reader.ts';
import { noTotals } from './row-totals.ts';

export type Progress = (done: number, total: number) => void;

/**
 * Applies what the journal has and the database lacks. Returns the number of change sets.
 * The same for a database that fell behind by one save and for the end of a rebuild.
 */
export async function replay(
  main: MainPort,
  writer: ArchiveWriter,
  headSeq: number,
  onProgress: Progress,
): Promise<number> {
  const from = writer.seq;
  let changeSets = 0;
  if (headSeq <= from) return 0;
  for await (const journaled of readChangeSets(main, from + 1, headSeq)) {
    await writer.apply(journaled, { defer: true });
    changeSets += 1;
    onProgress(journaled.seq - from, headSeq - from);
  }
  await writer.flush();
  return changeSets;
}

/**
 * Builds the database from the base snapshot and the journal. Until the end the database says that it is not to be used,
 * so an interrupted rebuild begins again.
 */
export async function rebuild(
  main: MainPort,
  store: ArchiveStore,
  parts: WriterParts,
  meta: Pick<ArchiveMeta, 'archiveId' | 'generation' | 'contentVersion'>,
  journal: JournalStatus,
  onProgress: Progress,
): Promise<{ writer: ArchiveWriter; changeSets: number }> {
  const empty: ArchiveMeta = { ...meta, seq: 0, counts: {}, totals: noTotals, state: 'rebuilding' };
  await store.reset(empty);
  const writer = new ArchiveWriter(parts, empty);
  if (journal.snapshot) {
    const { seq, counts, batches } = await openBaseSnapshot(main);
    for await (const { entries, doneBytes, totalBytes } of batches) {
      await writer.putDossiers(takeEntries(entries, parts.catalogue), seq);
      onProgress(doneBytes, totalBytes);
    }
    await writer.finishBase(seq, counts);
  }
  const changeSets = await replay(main, writer, journal.headSeq, onProgress);
  await writer.flush('complete');
  return { writer, changeSets };
}
