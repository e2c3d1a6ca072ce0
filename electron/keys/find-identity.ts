import { parsePaperKey } from '#shared/crypto/paper-key.ts';
import { failWith } from '#shared/errors/app-error.ts';
import type { Unlock } from '#shared/ipc/contract.ts';
import type { ArchivePaths } from '../files/archive-paths.ts';
import type { FileSystem } from '../files/file-system.ts';
import { readIfThere } from '../files/read-if-there.ts';
import type { Keychain } from '../ports.ts';
import { recipientOf, unwrapIdentity } from './age.ts';
import { readAbout } from './archive-file.ts';
import { openArchiveKey } from './archive-key-file.ts';
import type { Attempts } from './attempts.ts';

export interface IdentitySources {
  files: FileSystem;
  paths: ArchivePaths;
  keychain: Keychain;
  attempts: Attempts;
}

/** The identity of this archive, by passphrase, paper key or keychain. Wrong guesses are counted. */
export async function findIdentity(sources: IdentitySources, unlock: Unlock): Promise<string> {
  if (unlock.with === 'keychain') return fromKeychain(sources);
  const { attempts } = sources;
  attempts.check();
  const identity =
    unlock.with === 'passphrase'
      ? await fromPassphrase(sources, unlock.passphrase)
      : await fromPaperKey(sources, unlock.paperKey);
  if (identity) {
    attempts.right();
    return identity;
  }
  attempts.wrong();
  return failWith(unlock.with === 'passphrase' ? 'keys/wrong-passphrase' : 'keys/wrong-paper-key');
}

async function fromPassphrase({ files, paths }: IdentitySources, passphrase: string): Promise<string | null> {
  const sealed = await readIfThere(files, paths.identity);
  // Without the file there is no passphrase; with a file that is none of age's, none can open it.
  if (!sealed) return null;
  if (!startsLikeIdentityFile(sealed)) failWith('keys/damaged');
  const identity = await unwrapIdentity(sealed, passphrase);
  if (identity && !(await recipientOf(identity))) failWith('keys/damaged');
  return identity;
}

async function fromPaperKey({ files, paths }: IdentitySources, typed: string): Promise<string | null> {
  const identity = parsePaperKey(typed);
  const recipient = identity && (await recipientOf(identity));
  if (!recipient) return null;
  const about = await readAbout(files, paths.about);
  if (about) return about.recipient === recipient ? identity : null;
  const sealed = await readIfThere(files, paths.archiveKey);
  return sealed && (await openArchiveKey(identity, sealed)) ? identity : null;
}

async function fromKeychain({ files, paths, keychain }: IdentitySources): Promise<string> {
  const sealed = await readIfThere(files, paths.keychainCopy);
  if (!sealed || !(await keychain.isAvailable())) failWith('keys/keychain-unavailable');
  // The system's own error may name its backend or the user; the passphrase is the answer to all of them.
  const identity = await keychain.decrypt(sealed).catch(() => null);
  if (!identity || !(await recipientOf(identity))) failWith('keys/keychain-unavailable');
  return identity;
}

function startsLikeIdentityFile(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, 40)).startsWith('age-encryption.org/v1\n-> scrypt ');
}
