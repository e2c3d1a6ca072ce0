import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { concatBytes } from '../lib/bytes.ts';

// The hash of Node and of Chromium: many times as fast as one in JavaScript, but for whole bodies only.
declare const crypto: {
  readonly subtle: { digest(algorithm: 'SHA-256', body: Uint8Array): Promise<ArrayBuffer> };
};

/** The hash over the data files of a backup, in the order of the tar. */
export interface ContentHash {
  /** Resolves when the body is hashed, so that bodies do not pile up. */
  add(body: Uint8Array): Promise<void>;
  hex(): Promise<string>;
}

/** SHA-256 over the SHA-256 of each file; in content of version 1 over the bytes of all of them. */
export function createContentHash(version: number): ContentHash {
  return version === 1 ? hashOfBytes() : hashOfHashes();
}

function hashOfHashes(): ContentHash {
  const digests: Uint8Array[] = [];
  const digest = async (body: Uint8Array) => new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  return {
    async add(body) {
      digests.push(await digest(body));
    },
    hex: async () => bytesToHex(await digest(concatBytes(digests))),
  };
}

function hashOfBytes(): ContentHash {
  const hash = sha256.create();
  return {
    async add(body) {
      hash.update(body);
    },
    hex: async () => bytesToHex(hash.digest()),
  };
}
