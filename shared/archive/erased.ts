import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import * as z from 'zod';

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * Whom an archive has forgotten for good. Tombstones are HMAC-SHA-256 of customer ids under a key of their own: they
 * recognise a person in an older backup and say nothing about anybody to those who have only the list.
 */
export const erasedListSchema = z.strictObject({
  /** One ring for every archive whose backups were taken over; the key (hexadecimal) and what was erased under it. */
  rings: z.array(z.strictObject({ key: hex64, tombstones: z.array(hex64).max(1_000_000) })).max(1_000),
});
export type ErasedList = z.infer<typeof erasedListSchema>;

export const nobodyErased: ErasedList = { rings: [] };

/** What tells an erased customer and names nobody: HMAC-SHA-256 (RFC 2104) of the id. Key and result are hexadecimal. */
export function tombstoneOf(key: string, customerId: string): string {
  return bytesToHex(hmac(sha256, hexToBytes(key), utf8ToBytes(customerId)));
}

/** Both lists as one. Keys are random, so a ring met twice is the same ring at two times. */
export function mergeErased(a: ErasedList, b: ErasedList): ErasedList {
  const rings = new Map<string, Set<string>>();
  for (const { key, tombstones } of [...a.rings, ...b.rings]) {
    const known = rings.get(key) ?? new Set();
    for (const tombstone of tombstones) known.add(tombstone);
    rings.set(key, known);
  }
  return { rings: [...rings].map(([key, tombstones]) => ({ key, tombstones: [...tombstones].sort() })) };
}

export function isNobodyErased({ rings }: ErasedList): boolean {
  return rings.every(({ tombstones }) => tombstones.length === 0);
}

/** Tells whether a customer of any backup is among the erased. Remembers the last answer: records come dossier by dossier. */
export function createErasedCheck(list: ErasedList): (customerId: string) => boolean {
  const rings = list.rings
    .filter(({ tombstones }) => tombstones.length > 0)
    .map(({ key, tombstones }) => ({ key, tombstones: new Set(tombstones) }));
  if (rings.length === 0) return () => false;
  let last = { customerId: '', isErased: false };
  return (customerId) => {
    if (customerId !== last.customerId) {
      const isErased = rings.some(({ key, tombstones }) => tombstones.has(tombstoneOf(key, customerId)));
      last = { customerId, isErased };
    }
    return last.isErased;
  };
}
