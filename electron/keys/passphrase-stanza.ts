import { randomBytes, scrypt } from 'node:crypto';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { Stanza, type Identity, type Recipient } from 'age-encryption';
import { concatBytes } from '#shared/lib/bytes.ts';

/**
 * The scrypt recipient of age v1 (C2SP age.md, "scrypt recipient type"). The library has one too, but it computes for
 * a second on the thread that draws the menus; this one leaves that to Node's thread pool.
 */
const label = new TextEncoder().encode('age-encryption.org/v1/scrypt');
const saltBytes = 16;
const sealedFileKeyBytes = 32;
/** A file that asks for more would freeze the machine that opens it. */
const maxWorkFactor = 20;

export class PassphraseRecipient implements Recipient {
  readonly #passphrase: string;
  readonly #workFactor: number;

  constructor(passphrase: string, workFactor: number) {
    this.#passphrase = passphrase;
    this.#workFactor = workFactor;
  }

  async wrapFileKey(fileKey: Uint8Array): Promise<Stanza[]> {
    const salt = randomBytes(saltBytes);
    const key = await deriveKey(this.#passphrase, salt, this.#workFactor);
    const args = ['scrypt', salt.toString('base64').replaceAll('=', ''), String(this.#workFactor)];
    return [new Stanza(args, cipher(key).encrypt(fileKey))];
  }
}

export class PassphraseIdentity implements Identity {
  readonly #passphrase: string;

  constructor(passphrase: string) {
    this.#passphrase = passphrase;
  }

  async unwrapFileKey(stanzas: Stanza[]): Promise<Uint8Array | null> {
    const [stanza] = stanzas;
    if (!stanza || !stanzas.some(({ args }) => args[0] === 'scrypt')) return null;
    const [, salt, workFactor] = readArguments(stanza.args);
    if (stanzas.length !== 1 || stanza.body.length !== sealedFileKeyBytes) throw new Error('invalid scrypt stanza');
    const key = await deriveKey(this.#passphrase, salt, workFactor);
    try {
      return cipher(key).decrypt(stanza.body);
    } catch {
      return null;
    }
  }
}

function readArguments(args: readonly string[]): [type: string, salt: Uint8Array, workFactor: number] {
  const [type = '', saltText = '', workFactorText = ''] = args;
  const salt = Buffer.from(saltText, 'base64');
  const isCanonical = salt.toString('base64').replaceAll('=', '') === saltText;
  if (args.length !== 3 || !isCanonical || salt.length !== saltBytes || !/^[1-9]\d?$/.test(workFactorText)) {
    throw new Error('invalid scrypt stanza');
  }
  const workFactor = Number(workFactorText);
  if (workFactor > maxWorkFactor) throw new Error('scrypt work factor is too high');
  return [type, salt, workFactor];
}

/** The file key is random and used once, so the nonce may be zero. */
function cipher(key: Uint8Array) {
  return chacha20poly1305(key, new Uint8Array(12));
}

function deriveKey(passphrase: string, salt: Uint8Array, workFactor: number): Promise<Uint8Array> {
  const cost = 2 ** workFactor;
  const blockSize = 8;
  const options = { cost, blockSize, parallelization: 1, maxmem: 128 * blockSize * cost + 1024 * 1024 };
  return new Promise((resolve, reject) => {
    scrypt(passphrase, concatBytes([label, salt]), 32, options, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
