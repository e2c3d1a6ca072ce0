import { basename } from 'node:path';
import { parsePaperKey } from '#shared/crypto/paper-key.ts';
import { AppFailure, appError, failWith } from '#shared/errors/app-error.ts';
import type { Unlock } from '#shared/ipc/contract.ts';
import { errnoOf, type FileSystem, type OpenFile } from '../files/file-system.ts';
import { recipientOf, unwrapIdentity } from '../keys/age.ts';
import type { OpenArchive } from '../keys/archive-session.ts';
import { backupFileName, isBackupFileName } from './file-name.ts';
import { readContainer, readIdentityFile, type Container } from './read-container.ts';
import { verifyContainer, type VerifiedContainer } from './verify-container.ts';

/** Reads what a backup says in clear. A file that bears the name of another backup is not believed. */
export async function readChosen(files: FileSystem, path: string): Promise<Container> {
  return withFile(files, path, async (file) => {
    const container = await readContainer(file);
    const name = basename(path);
    if (isBackupFileName(name) && name !== backupFileName(container.manifest)) failWith('restore/damaged');
    return container;
  });
}

/** A backup that was verified to its end, and what opened it. */
export interface OpenedBackup extends VerifiedContainer {
  path: string;
  /** The identity as text, kept as bytes so that it can be wiped; see `forgetBackup`. */
  identityBytes: Uint8Array;
  identityFile: Uint8Array | null;
  withPaperKey: boolean;
}

export function identityOf({ identityBytes }: OpenedBackup): string {
  return new TextDecoder().decode(identityBytes);
}

/** Fills the identity with zeros. */
export function forgetBackup({ identityBytes }: OpenedBackup): void {
  identityBytes.fill(0);
}

/**
 * Verifies all of a backup, every record included, with the given secret or the key of the open archive. Throws
 * `restore/not-a-backup`, `restore/newer-version`, `restore/damaged`, `restore/wrong-passphrase` or
 * `restore/unreadable`.
 */
export async function openChosen(files: FileSystem, path: string, unlock: Unlock | OpenArchive): Promise<OpenedBackup> {
  return withFile(files, path, async (file) => {
    let identity = '';
    let identityFile: Uint8Array | null = null;
    const identityFor = async (container: Container): Promise<string> => {
      identityFile = await readIdentityFile(file, container);
      identity = await identityBy(unlock, identityFile);
      return identity;
    };
    try {
      const verified = await verifyContainer(file, identityFor, 'check');
      const identityBytes = new TextEncoder().encode(identity);
      const withPaperKey = 'with' in unlock && unlock.with === 'paper-key';
      return { ...verified, path, identityBytes, identityFile, withPaperKey };
    } catch (error) {
      // The passphrase opened the identity that lies in the file, so that the content must open with it.
      if (isWrongSecret(error) && identity !== '' && 'with' in unlock && unlock.with === 'passphrase') {
        failWith('restore/damaged');
      }
      throw error;
    }
  });
}

/** Runs a task on an open file. Errors of the disk come out as `restore/unreadable`. */
export async function withFile<T>(files: FileSystem, path: string, task: (file: OpenFile) => Promise<T>): Promise<T> {
  try {
    const file = await files.open(path, 'read');
    try {
      return await task(file);
    } finally {
      await file.close().catch(() => undefined);
    }
  } catch (error) {
    if (error instanceof AppFailure) throw error;
    throw new AppFailure(appError('restore/unreadable', { reason: errnoOf(error) }), { cause: error });
  }
}

async function identityBy(unlock: Unlock | OpenArchive, identityFile: Uint8Array | null): Promise<string> {
  if (!('with' in unlock)) return unlock.identity();
  switch (unlock.with) {
    case 'passphrase': {
      const identity = identityFile && (await unwrapIdentity(identityFile, unlock.passphrase));
      if (identity === null) return failWith('restore/wrong-passphrase');
      return (await recipientOf(identity)) === null ? failWith('restore/damaged') : identity;
    }
    case 'paper-key': {
      const identity = parsePaperKey(unlock.paperKey);
      if (identity === null || (await recipientOf(identity)) === null) return failWith('restore/wrong-passphrase');
      return identity;
    }
    case 'keychain':
      return failWith('keys/keychain-unavailable');
  }
}

function isWrongSecret(error: unknown): boolean {
  return error instanceof AppFailure && error.error.code === 'restore/wrong-passphrase';
}
