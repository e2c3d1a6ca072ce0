import type { Key } from '#shared/crypto/keys.ts';
import { concatBytes } from '#shared/lib/bytes.ts';
import { encodeEntry, type JournalEntry } from './entry.ts';
import { sealJournalRecord, tagOf } from './record-format.ts';
import { seqAfter, type Tail } from './state.ts';

export interface SealedEntries {
  bytes: Uint8Array;
  records: { entry: JournalEntry; sizeBytes: number; tag: Uint8Array; seq: number }[];
}

/** Chains the entries behind `tail`, as one piece to write. */
export function sealEntries(
  key: Key<'journal'>,
  archiveId: string,
  tail: Tail,
  entries: readonly JournalEntry[],
): SealedEntries {
  let { seq, tag } = tail;
  const pieces: Uint8Array[] = [];
  const records = entries.map((entry) => {
    seq = seqAfter(seq, entry);
    const position = { archiveId, segment: tail.segment, seq, previousTag: tag };
    const record = sealJournalRecord(key, position, encodeEntry(entry));
    tag = tagOf(record);
    pieces.push(record);
    return { entry, sizeBytes: record.length, tag, seq };
  });
  return { bytes: concatBytes(pieces), records };
}
