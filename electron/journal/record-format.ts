import { joinContext, nonceBytes, seal, tagBytes, unseal } from '#shared/crypto/seal.ts';
import type { Key } from '#shared/crypto/keys.ts';
import { maxChunkBytes } from '#shared/ipc/contract.ts';
import { concatBytes, equalBytes } from '#shared/lib/bytes.ts';

/**
 * The journal on disk. A segment file is
 *   `KEBUJRN1` | segment number u32 | record | record | …
 * and a record is
 *   length u32 | seq u64 | tag of the record before 16 | nonce 24 | ciphertext | tag 16
 * where `length` counts from the nonce to the end and all numbers are big-endian. The cipher is XChaCha20-Poly1305 and
 * authenticates archive id, segment, seq and the tag before, so no record opens in another place or order.
 */
const magic = new TextEncoder().encode('KEBUJRN1');
export const segmentHeaderBytes = magic.length + 4;
export const recordHeaderBytes = 4 + 8 + tagBytes;
const minSealedBytes = nonceBytes + tagBytes;
/** A length beyond this is damage; it keeps a flipped bit from asking for gigabytes. */
const maxSealedBytes = maxChunkBytes + 64 * 1024 + minSealedBytes;

export interface RecordPosition {
  archiveId: string;
  segment: number;
  seq: number;
  previousTag: Uint8Array;
}

export interface RecordHeader {
  sealedBytes: number;
  seq: number;
  previousTag: Uint8Array;
}

/** What the first record of a journal names as the tag before it. */
export const noTag = new Uint8Array(tagBytes);

export function encodeSegmentHeader(segment: number): Uint8Array {
  return concatBytes([magic, u32(segment)]);
}

export function isSegmentHeader(bytes: Uint8Array, segment: number): boolean {
  return equalBytes(bytes, encodeSegmentHeader(segment));
}

export function sealJournalRecord(key: Key<'journal'>, position: RecordPosition, plain: Uint8Array): Uint8Array {
  const { nonce, box } = seal(key, contextOf(position), plain);
  const seq = new Uint8Array(8);
  new DataView(seq.buffer).setBigUint64(0, BigInt(position.seq));
  return concatBytes([u32(nonce.length + box.length), seq, position.previousTag, nonce, box]);
}

/** `null` when these bytes cannot begin a record. */
export function decodeRecordHeader(bytes: Uint8Array): RecordHeader | null {
  if (bytes.length < recordHeaderBytes) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sealedBytes = view.getUint32(0);
  const seq = Number(view.getBigUint64(4));
  if (sealedBytes < minSealedBytes || sealedBytes > maxSealedBytes || !Number.isSafeInteger(seq)) return null;
  return { sealedBytes, seq, previousTag: bytes.slice(12, recordHeaderBytes) };
}

/** The plain content, or `null` when it is damaged or belongs elsewhere. */
export function openJournalRecord(
  key: Key<'journal'>,
  position: RecordPosition,
  sealed: Uint8Array,
): Uint8Array | null {
  const nonce = sealed.subarray(0, nonceBytes);
  return unseal(key, contextOf(position), { nonce, box: sealed.subarray(nonceBytes) });
}

/** The tag that the next record names. */
export function tagOf(record: Uint8Array): Uint8Array {
  return record.slice(-tagBytes);
}

export function segmentName(segment: number): string {
  return `${String(segment).padStart(8, '0')}.journal`;
}

/** `null` for a file that is no segment. */
export function segmentOf(name: string): number | null {
  const match = /^(\d{8})\.journal$/.exec(name);
  return match ? Number(match[1]) : null;
}

function contextOf({ archiveId, segment, seq, previousTag }: RecordPosition): Uint8Array {
  return joinContext(['kebu/journal/1', archiveId, segment, seq, previousTag]);
}

function u32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}
