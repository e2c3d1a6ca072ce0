import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asKey, deriveKey, fingerprintOf } from '#shared/crypto/keys.ts';
import { isAuthentic, seal, unseal } from '#shared/crypto/seal.ts';

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replace(/\s/g, ''), 'hex'));

describe('derived keys', () => {
  const archiveKey = asKey(new Uint8Array(32).fill(1), 'archive');

  it('are what an independent HKDF-SHA-256 gives', async () => {
    const material = await crypto.subtle.importKey('raw', new Uint8Array(archiveKey), 'HKDF', false, ['deriveBits']);
    const encode = (text: string) => new TextEncoder().encode(text);
    for (const purpose of ['records', 'journal', 'manifest', 'index'] as const) {
      const bits = await crypto.subtle.deriveBits(
        { name: 'HKDF', hash: 'SHA-256', salt: encode('archive-1'), info: encode(`kebu/1/${purpose}`) },
        material,
        256,
      );
      expect(deriveKey(archiveKey, 'archive-1', purpose)).toEqual(new Uint8Array(bits));
    }
  });

  it('differ by purpose and by archive', () => {
    const all = (['records', 'journal', 'manifest', 'index'] as const).flatMap((purpose) =>
      ['archive-1', 'archive-2'].map((id) => Buffer.from(deriveKey(archiveKey, id, purpose)).toString('hex')),
    );
    expect(new Set(all).size).toBe(8);
  });

  it('have a name that is no part of them', () => {
    const key = deriveKey(archiveKey, 'archive-1', 'records');
    expect(fingerprintOf(key)).toMatch(/^[0-9a-f]{8}$/);
    expect(Buffer.from(key).toString('hex')).not.toContain(fingerprintOf(key));
  });
});

describe('the cipher', () => {
  // draft-irtf-cfrg-xchacha-03, appendix A.3.1
  const key = hex('808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f');
  const nonce = hex('404142434445464748494a4b4c4d4e4f5051525354555657');
  const context = hex('50515253c0c1c2c3c4c5c6c7');
  const plain = new TextEncoder().encode(
    "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.",
  );
  const box = hex(`
    bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452
    2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff921f9664c97637da9768812f615c68b13b52ec0875924c1c7987947deafd8780acf49`);

  it('gives the published ciphertext and tag', () => {
    expect(xchacha20poly1305(key, nonce, context).encrypt(plain)).toEqual(box);
    expect(unseal(key, context, { nonce, box })).toEqual(plain);
    expect(isAuthentic(key, context, { nonce, box })).toBe(true);
  });

  it('is verified without being opened, bit by bit, whatever is sealed', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 100 }),
        fc.uint8Array({ maxLength: 100 }),
        fc.nat(),
        (aside, bytes, at) => {
          const sealed = seal(key, aside, bytes);
          expect(isAuthentic(key, aside, sealed)).toBe(true);
          sealed.box[at % sealed.box.length]! ^= 1 << (at & 7);
          expect(isAuthentic(key, aside, sealed)).toBe(false);
        },
      ),
    );
  });

  it('adds a tag even to nothing', () => {
    expect(seal(key, context, new Uint8Array()).box.length).toBe(16);
  });
});
