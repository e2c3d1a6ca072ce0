import { poly1305 } from '@noble/ciphers/_poly1305.js';
import { xchacha20, xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { equalBytes, randomBytes, utf8ToBytes } from '@noble/ciphers/utils.js';

export const nonceBytes = 24;
export const tagBytes = 16;

/** Joins the parts so that no two different lists give the same bytes: each is preceded by its length. */
export function joinContext(parts: readonly (string | number | Uint8Array)[]): Uint8Array {
  const pieces = parts.map((part) => (part instanceof Uint8Array ? part : utf8ToBytes(String(part))));
  const joined = new Uint8Array(pieces.reduce((size, piece) => size + 4 + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    const { length } = piece;
    joined[at] = length >>> 24;
    joined[at + 1] = length >>> 16;
    joined[at + 2] = length >>> 8;
    joined[at + 3] = length;
    joined.set(piece, at + 4);
    at += 4 + length;
  }
  return joined;
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

const macBlockBytes = 16;
const macKeyBytes = 32;

/**
 * Whether `unseal` would open it. The tag alone is computed, as RFC 8439, 2.8 says (for XChaCha20 under the subkey of its
 * nonce): nothing is decrypted, which takes half the time and leaves no plain bytes behind.
 */
export function isAuthentic(
  key: Uint8Array,
  context: Uint8Array,
  sealed: { nonce: Uint8Array; box: Uint8Array },
): boolean {
  if (sealed.nonce.length !== nonceBytes || sealed.box.length < tagBytes) return false;
  const cipherBytes = sealed.box.subarray(0, -tagBytes);
  const lengths = new DataView(new ArrayBuffer(macBlockBytes));
  lengths.setBigUint64(0, BigInt(context.length), true);
  lengths.setBigUint64(8, BigInt(cipherBytes.length), true);
  const mac = poly1305.create(xchacha20(key, sealed.nonce, new Uint8Array(macKeyBytes)));
  for (const part of [context, cipherBytes]) {
    mac.update(part).update(new Uint8Array(-part.length & (macBlockBytes - 1)));
  }
  return equalBytes(mac.update(new Uint8Array(lengths.buffer)).digest(), sealed.box.subarray(-tagBytes));
}
