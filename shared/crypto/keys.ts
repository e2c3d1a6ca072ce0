import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { assert } from '../lib/assert.ts';

export const keyBytes = 32;

declare const purposeOf: unique symbol;
/** 32 bytes for one purpose; the compiler keeps keys of different purposes apart. */
export type Key<Purpose extends string> = Uint8Array & { readonly [purposeOf]: Purpose };

/** The random key of an archive. Nothing is sealed with it directly; see `deriveKey`. */
export type ArchiveKey = Key<'archive'>;
export type Purpose =
  | 'records'
  | 'journal'
  | 'manifest'
  | 'index'
  | 'audit'
  | 'erasure'
  | 'attachments'
  | 'attachment-names'
  | 'replies';

/** Takes 32 raw bytes as the key for a purpose. The bytes are not copied: zero-filling them wipes the key. */
export function asKey<P extends Purpose | 'archive'>(bytes: Uint8Array, purpose: P): Key<P> {
  assert(bytes.length === keyBytes, `a ${purpose} key has ${keyBytes} bytes`);
  return bytes as Key<P>;
}

/** HKDF-SHA-256 (RFC 5869): salt = archive id, info = `kebu/1/<purpose>`. */
export function deriveKey<P extends Purpose>(archiveKey: ArchiveKey, archiveId: string, purpose: P): Key<P> {
  return asKey(hkdf(sha256, archiveKey, utf8ToBytes(archiveId), utf8ToBytes(`kebu/1/${purpose}`), keyBytes), purpose);
}

/**
 * The key that tells one's own forms when their replies come back. From the identity and not from the archive key: what customers
 * were given is still known after the archive came back from a backup on another machine.
 */
export function deriveReplyKey(identity: Uint8Array, archiveId: string): Key<'replies'> {
  return asKey(hkdf(sha256, identity, utf8ToBytes(archiveId), utf8ToBytes('kebu/1/replies'), keyBytes), 'replies');
}

/** A name of a key that reveals nothing about it: 8 hexadecimal digits derived from it. */
export function fingerprintOf(key: Uint8Array): string {
  return bytesToHex(hkdf(sha256, key, undefined, utf8ToBytes('kebu/1/kid'), 4));
}
