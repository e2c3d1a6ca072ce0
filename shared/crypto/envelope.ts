import { err, ok, type Result } from '../lib/result.ts';
import { asKey, fingerprintOf, type Key } from './keys.ts';
import { isAuthentic, joinContext, seal, unseal } from './seal.ts';

/** Grows when the layout or the cipher of an envelope changes; first part of `kid`. */
const envelopeFormat = 1;

/** A record as it lies on disk. In clear: a random id, its version and which key opens it; never content. */
export interface SealedRecord {
  id: string;
  /** Version of the record, at least 1. */
  v: number;
  /** `<envelope format>.<fingerprint of the key>`. */
  kid: string;
  nonce: Uint8Array;
  /** Ciphertext and its 16-byte tag. */
  box: Uint8Array;
}

/** Where a record belongs. A sealed record opens nowhere else: not in another archive, table, row or version. */
export interface RecordPlace {
  archiveId: string;
  table: string;
  id: string;
  v: number;
}

export interface RecordSealer {
  readonly key: Key<'records'>;
  readonly kid: string;
}

/** `other-key`: sealed for another archive or a replaced key. `damaged`: not one bit of it may be trusted. */
export type OpenFailure = 'newer-format' | 'other-key' | 'damaged';

/** Takes the record key handed out at unlock. The bytes are kept, not copied: zero-fill them to wipe the key. */
export function createRecordSealer(recordKey: Uint8Array): RecordSealer {
  const key = asKey(recordKey, 'records');
  return { key, kid: `${envelopeFormat}.${fingerprintOf(key)}` };
}

/** Seals with XChaCha20-Poly1305 under a fresh nonce; place and `kid` are authenticated with it. */
export function sealRecord(sealer: RecordSealer, place: RecordPlace, plain: Uint8Array): SealedRecord {
  return { id: place.id, v: place.v, kid: sealer.kid, ...seal(sealer.key, contextOf(place, sealer.kid), plain) };
}

/** Opens a record found in `table` of `archiveId`. Never throws on anything that can lie on a disk. */
export function openRecord(
  sealer: RecordSealer,
  place: Pick<RecordPlace, 'archiveId' | 'table'>,
  sealed: SealedRecord,
): Result<Uint8Array, OpenFailure> {
  if (!isSealedRecord(sealed)) return err('damaged');
  if (sealed.kid !== sealer.kid) return err(explainOtherKid(sealed.kid));
  const plain = unseal(sealer.key, contextOf({ ...place, id: sealed.id, v: sealed.v }, sealed.kid), sealed);
  return plain ? ok(plain) : err('damaged');
}

/** Whether `openRecord` would open it, without decrypting anything. */
export function isWholeRecord(
  sealer: RecordSealer,
  place: Pick<RecordPlace, 'archiveId' | 'table'>,
  sealed: SealedRecord,
): boolean {
  if (!isSealedRecord(sealed) || sealed.kid !== sealer.kid) return false;
  return isAuthentic(sealer.key, contextOf({ ...place, id: sealed.id, v: sealed.v }, sealed.kid), sealed);
}

function contextOf(place: RecordPlace, kid: string): Uint8Array {
  return joinContext([place.archiveId, place.table, place.id, place.v, kid]);
}

function isSealedRecord(value: SealedRecord): boolean {
  return (
    typeof value.id === 'string' &&
    Number.isSafeInteger(value.v) &&
    typeof value.kid === 'string' &&
    value.nonce instanceof Uint8Array &&
    value.box instanceof Uint8Array
  );
}

function explainOtherKid(kid: string): OpenFailure {
  const match = /^(\d{1,4})\.[0-9a-f]{8}$/.exec(kid);
  if (!match) return 'damaged';
  return Number(match[1]) > envelopeFormat ? 'newer-format' : 'other-key';
}
