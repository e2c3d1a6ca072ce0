import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { normalizePassphrase } from '#shared/crypto/passphrase.ts';
import { PassphraseIdentity, PassphraseRecipient } from './passphrase-stanza.ts';

/** Work factor of scrypt for a passphrase: about a second on the machines this is made for. */
export const defaultWorkFactor = 18;

export { generateX25519Identity };

/** The recipient of an identity, or `null` when the text is no X25519 identity (its checksum included). */
export async function recipientOf(identity: string): Promise<string | null> {
  try {
    return identity.startsWith('AGE-SECRET-KEY-1') ? await identityToRecipient(identity) : null;
  } catch {
    return null;
  }
}

export async function encryptToRecipient(recipient: string, plain: Uint8Array): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(plain);
}

/** `null` when the file is damaged or made for somebody else; age does not tell these apart. */
export async function decryptWithIdentity(identity: string, sealed: Uint8Array): Promise<Uint8Array | null> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return decryptOrNull(decrypter, sealed);
}

/** An identity file as `age -d -i` takes it: the identity, encrypted under a passphrase. */
export async function wrapIdentity(identity: string, passphrase: string, workFactor: number): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(new PassphraseRecipient(normalizePassphrase(passphrase), workFactor));
  return encrypter.encrypt(`${identity}\n`);
}

/** The identity in an identity file, or `null` when the passphrase is not its or the file is damaged. */
export async function unwrapIdentity(sealed: Uint8Array, passphrase: string): Promise<string | null> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(new PassphraseIdentity(normalizePassphrase(passphrase)));
  const plain = await decryptOrNull(decrypter, sealed);
  return plain && new TextDecoder().decode(plain).trim();
}

async function decryptOrNull(decrypter: Decrypter, sealed: Uint8Array): Promise<Uint8Array | null> {
  try {
    return await decrypter.decrypt(sealed);
  } catch {
    return null;
  }
}
