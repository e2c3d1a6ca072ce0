import { unpackContent, type UnpackedEntry } from '#shared/archive/unpack-content.ts';
import type { ChangeSet } from '#shared/changes/change-set.ts';
import type { Counts, Output } from '#shared/ipc/contract.ts';
import { failWith } from '#shared/errors/app-error.ts';
import type { MainPort } from '../../ports.ts';
import { sameCounts } from '../start/decide-start.ts';
import { decodeChangeSet } from './journal-codec.ts';

/** A change set as the journal holds it: the numbers of its first and last frame. */
export interface JournaledSet {
  set: ChangeSet;
  firstSeq: number;
  seq: number;
}

/**
 * Complete change sets from a frame on, oldest first. Frames of one that was never finished are passed over. `goOn` is called
 * before each piece is read, and may throw.
 */
export async function* readChangeSets(
  main: MainPort,
  fromSeq: number,
  toSeq: number,
  goOn: () => void = () => undefined,
): AsyncGenerator<JournaledSet> {
  let group = { changeSetId: '', firstSeq: fromSeq, payloads: [] as Uint8Array[] };
  let next: number | null = fromSeq;
  while (next !== null && next <= toSeq) {
    goOn();
    const read: Output<'journal/read'> = await main.call('journal/read', { fromSeq: next });
    for (const { seq, changeSetId, last, payload } of read.frames) {
      if (seq > toSeq) return;
      if (group.changeSetId !== changeSetId) group = { changeSetId, firstSeq: seq, payloads: [] };
      group.payloads.push(payload);
      if (!last) continue;
      yield { set: await decodeChangeSet(group.payloads, seq), firstSeq: group.firstSeq, seq };
      group = { changeSetId: '', firstSeq: seq + 1, payloads: [] };
    }
    next = read.nextSeq;
  }
}

/** A snapshot from which the journal goes on. */
export interface BaseSnapshot {
  /** Everything up to here is in it. May be less than the journal's base, when that one went bad and an older one had to do. */
  seq: number;
  counts: Counts;
  /** Records in batches of whole dossiers; and how far along the reading is. */
  batches: AsyncGenerator<{ entries: UnpackedEntry[]; doneBytes: number; totalBytes: number }>;
}

/** With `isVoidable` all that was read is void when reading fails, also after the last batch. */
export async function openBaseSnapshot(
  main: MainPort,
  order: { upToSeq?: number; isVoidable?: true } = {},
): Promise<BaseSnapshot> {
  const { readId, sizeBytes, seq, counts } = await main.call('snapshot/open', order);
  return { seq, counts, batches: checkCounts(readBatches(main, readId, sizeBytes), counts) };
}

/** What was verified before holds what was counted then. */
async function* checkCounts(batches: BaseSnapshot['batches'], expected: Counts): BaseSnapshot['batches'] {
  const counts: Record<string, number> = {};
  for await (const batch of batches) {
    for (const { table } of batch.entries) if (table !== 'history') counts[table] = (counts[table] ?? 0) + 1;
    yield batch;
  }
  if (!sameCounts(counts, expected)) failWith('restore/damaged');
}

async function* readBatches(main: MainPort, readId: string, sizeBytes: number): BaseSnapshot['batches'] {
  let doneBytes = 0;
  /** One chunk is read and decrypted there while the one before is used here. */
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let reading = read(); ; ) {
      const { chunk } = await reading;
      if (!chunk) return;
      reading = read();
      doneBytes += chunk.length;
      yield chunk;
    }
  }
  function read(): Promise<Output<'snapshot/read'>> {
    const reading = main.call('snapshot/read', { readId });
    // Nobody waits for the last one when the reader stops before the end.
    reading.catch(() => undefined);
    return reading;
  }
  try {
    for await (const entries of unpackContent(chunks())) yield { entries, doneBytes, totalBytes: sizeBytes };
  } finally {
    await main.call('snapshot/close', { readId });
  }
}
