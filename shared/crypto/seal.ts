import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { randomBytes, utf8ToBytes } from '@noble/ciphers/utils.js';
import { concatBytes } from '../lib/bytes.ts';

export const nonceBytes = 24;
export const tagBytes = 16;

/** Joins the parts so that no two different lists give the same bytes: each is preceded by its length. */
export function joinContext(parts: readonly (string | number | Uint8Array)[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  for (const part of parts) {
    const bytes = part instanceof Uint8Array ? part : utf8ToBytes(String(part));
    const length = new Uint8Array(4);
    new DataView(length.buffer).setUint32(0, bytes.length);
    pieces.push(length, bytes);
  }
  return concatBytes(pieces);
}

/** XChaCha20-Poly1305 under a fresh random nonce. `context` is authenticated, not stored. */
export function seal(key: Uint8Array, context: Uint8Array, plain: Uint8Array): { nonce: Uint8Array; box: Uint8Array } {
  const nonce = randomBytes(nonceBytes);
  return { nonce, box: xchacha20poly1305(key, nonce, context).encrypt(plain) };
}

/** The plain bytes, or `null` when key, nonce, context or a single bit is not what it was. */
export function unseal(
  key: Uint8Array,
  context: Uint8Array,
  sealed: { nonce: Uint8Array; box: Uint8Array },
): Uint8Array | null {
  if (sealed.nonce.length !== nonceBytes || sealed.box.length < tagBytes) return null;
  try {
    return xchacha20poly1305(key, sealed.nonce, context).decrypt(sealed.box);
  } catch {
    return null;
  }
}
