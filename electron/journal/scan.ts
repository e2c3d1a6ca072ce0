import { join } from 'node:path';
import type { Key } from '#shared/crypto/keys.ts';
import { equalBytes } from '#shared/lib/bytes.ts';
import { readUpTo, type FileSystem, type OpenFile } from '../files/file-system.ts';
import { decodeEntry } from './entry.ts';
import {
  decodeRecordHeader,
  isSegmentHeader,
  noTag,
  openJournalRecord,
  recordHeaderBytes,
  segmentHeaderBytes,
  segmentName,
  segmentOf,
  tagOf,
} from './record-format.ts';
import { advance, canFollow, emptyState, enterSegment, seqAfter, type JournalState } from './state.ts';

export interface Scan {
  state: JournalState;
  /** Every segment file found, ascending. */
  segments: number[];
  /** Where the first byte lies that may not be trusted; everything after it is not trusted either. */
  badFrom: { segment: number; offset: number } | null;
}

const smallestWindowBytes = 64 * 1024;
const largestWindowBytes = 1024 * 1024;

/** Reads and authenticates the whole journal. Rejects only when the disk cannot be read; damage is a finding. */
export async function scanJournal(
  files: FileSystem,
  dir: string,
  key: Key<'journal'>,
  archiveId: string,
): Promise<Scan> {
  const segments = (await files.list(dir)).map(segmentOf).filter((segment) => segment !== null);
  segments.sort((a, b) => a - b);
  const state = emptyState(segments[0] ?? 0, noTag);
  for (const [index, segment] of segments.entries()) {
    if (segment !== (segments[0] ?? 0) + index) return { state, segments, badFrom: { segment, offset: 0 } };
    const file = await files.open(join(dir, segmentName(segment)), 'read');
    try {
      const badOffset = await scanSegment(file, segment, state, { key, archiveId, isFirst: index === 0 });
      if (badOffset !== null) return { state, segments, badFrom: { segment, offset: badOffset } };
    } finally {
      await file.close();
    }
  }
  return { state, segments, badFrom: null };
}

/** Moves the state to the end of the segment. Returns the offset of the first bad byte, `null` when all is well. */
async function scanSegment(
  file: OpenFile,
  segment: number,
  state: JournalState,
  { key, archiveId, isFirst }: { key: Key<'journal'>; archiveId: string; isFirst: boolean },
): Promise<number | null> {
  const bytesAt = windowOver(file);
  if (!isSegmentHeader(await bytesAt(0, segmentHeaderBytes), segment)) return 0;
  // A change set never spans segments, so one that is open here lost its end.
  if (state.group) return 0;
  enterSegment(state, segment, segmentHeaderBytes);
  let isFirstRecord = true;
  for (;;) {
    const { offset } = state.tail;
    const headerBytes = await bytesAt(offset, recordHeaderBytes);
    if (headerBytes.length === 0) return null;
    const header = decodeRecordHeader(headerBytes);
    const sizeBytes = recordHeaderBytes + (header?.sealedBytes ?? 0);
    const record = header ? await bytesAt(offset, sizeBytes) : headerBytes;
    if (!header || record.length < sizeBytes) return offset;
    // Older segments may have been compacted away: the first record that is left says itself what came before.
    const isStart = isFirst && isFirstRecord;
    if (!isStart && !equalBytes(header.previousTag, state.tail.tag)) return offset;
    const position = { archiveId, segment, seq: header.seq, previousTag: header.previousTag };
    const plain = openJournalRecord(key, position, record.subarray(recordHeaderBytes));
    const entry = plain && decodeEntry(plain);
    if (!entry) return offset;
    if (isStart) startAt(state, header.seq - seqAfter(0, entry));
    if (header.seq !== seqAfter(state.tail.seq, entry) || !canFollow(state, entry)) return offset;
    advance(state, entry, sizeBytes, tagOf(record));
    isFirstRecord = false;
  }
}

function startAt(state: JournalState, seq: number): void {
  state.tail = { ...state.tail, seq };
  state.headSeq = seq;
}

/**
 * Reads through a window, because asking the disk for every small record takes longer than opening it. The first one is
 * small: so are most segments, and making room for a large one would take longer than reading them.
 */
function windowOver(file: OpenFile): (offset: number, length: number) => Promise<Uint8Array> {
  let windowBytes = smallestWindowBytes;
  let start = 0;
  let bytes: Uint8Array = new Uint8Array();
  return async (offset, length) => {
    if (offset < start || offset + length > start + bytes.length) {
      start = offset;
      bytes = await readUpTo(file, offset, Math.max(length, windowBytes));
      windowBytes = Math.min(2 * windowBytes, largestWindowBytes);
    }
    return bytes.subarray(offset - start, offset - start + length);
  };
}
