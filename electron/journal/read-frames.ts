import { join } from 'node:path';
import type { Key } from '#shared/crypto/keys.ts';
import { failWith } from '#shared/errors/app-error.ts';
import { maxChunkBytes, type Output } from '#shared/ipc/contract.ts';
import { readUpTo, type FileSystem } from '../files/file-system.ts';
import { decodeEntry } from './entry.ts';
import { decodeRecordHeader, openJournalRecord, recordHeaderBytes, segmentName } from './record-format.ts';
import type { FrameRef } from './state.ts';

export type Frame = Output<'journal/read'>['frames'][number];

interface Source {
  files: FileSystem;
  dir: string;
  key: Key<'journal'>;
  archiveId: string;
}

/** Reads frames from the start of `refs`, at least one and as many as fit into one message. */
export async function readFrames(source: Source, refs: Iterable<FrameRef>): Promise<Frame[]> {
  const frames: Frame[] = [];
  let totalBytes = 0;
  for (const ref of refs) {
    totalBytes += ref.sizeBytes;
    if (frames.length > 0 && totalBytes > maxChunkBytes) break;
    frames.push(await readFrame(source, ref));
  }
  return frames;
}

/** The record was good when the journal was opened; if it is not any more, the disk is failing. */
async function readFrame({ files, dir, key, archiveId }: Source, ref: FrameRef): Promise<Frame> {
  const file = await files.open(join(dir, segmentName(ref.segment)), 'read');
  try {
    const record = await readUpTo(file, ref.offset, ref.sizeBytes);
    const header = record.length === ref.sizeBytes ? decodeRecordHeader(record) : null;
    const plain =
      header && openJournalRecord(key, { ...ref, archiveId, ...header }, record.subarray(recordHeaderBytes));
    const entry = plain && decodeEntry(plain);
    if (entry?.type !== 'frame' || header?.seq !== ref.seq) failWith('journal/damaged', { seq: ref.seq - 1 });
    return { seq: ref.seq, changeSetId: entry.changeSetId, last: entry.last, payload: new Uint8Array(entry.payload) };
  } finally {
    await file.close();
  }
}
