import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentVersion, type ContentEntry } from '#shared/archive/content.ts';
import { packContent } from '#shared/archive/pack-content.ts';
import type { BackupEntry, Counts } from '#shared/ipc/contract.ts';
import { writeBackup, type BackupJob, type WrittenBackup } from '../../electron/backup/running-backup.ts';
import { writeContainer } from '../../electron/backup/write-container.ts';
import type { FileSystem, OpenFile } from '../../electron/files/file-system.ts';
import { generateX25519Identity, recipientOf, wrapIdentity } from '../../electron/keys/age.ts';
import { aCatalogue, aDossier, anOrigin } from './content.ts';
import type { Machine } from './machine.ts';
import { knowPaperKey, noteBackup, watchBackups } from './watch-backups.ts';

export const testIdentity = await generateX25519Identity();
export const otherIdentity = await generateX25519Identity();
for (const identity of [testIdentity, otherIdentity]) knowPaperKey(identity);
export const backupPassphrase = 'quiet river under stone';

export const aSmallArchive: ContentEntry[][] = [aCatalogue(), aDossier(1), aDossier(2)];

/** Records per table, field history left out, as the engine announces them. */
export function countsOf(groups: readonly (readonly ContentEntry[])[]): Counts {
  const counts: Counts = {};
  for (const { table } of groups.flat()) {
    if (table !== 'history') counts[table] = (counts[table] ?? 0) + 1;
  }
  return counts;
}

export async function aJob(dir: string, change: Partial<BackupJob> = {}): Promise<BackupJob> {
  return {
    dir,
    about: { contentVersion, ...anOrigin },
    recipient: (await recipientOf(testIdentity)) ?? '',
    identityFile: await wrapIdentity(testIdentity, backupPassphrase, 4),
    identity: () => testIdentity,
    counts: countsOf(aSmallArchive),
    expectedBytes: 0,
    patience: { forMs: 0, pauseMs: 1 },
    ...change,
  };
}

export async function writeSmallBackup(files: FileSystem, job: BackupJob): Promise<WrittenBackup> {
  const { archiveId, seq, generation, createdAt, appVersion } = job.about;
  const content = packContent(aSmallArchive, { archiveId, seq, generation, createdAt, appVersion });
  return writeBackup(watchBackups(files), job, content);
}

/** Bytes that behave like an open file. */
export function inMemory(start: Uint8Array = new Uint8Array()): OpenFile & { bytes(): Uint8Array<ArrayBuffer> } {
  let bytes = start.slice();
  return {
    bytes: () => bytes,
    read(into, position) {
      const piece = bytes.subarray(position, position + into.length);
      into.set(piece);
      return Promise.resolve(piece.length);
    },
    write(piece, position) {
      const longer = new Uint8Array(Math.max(bytes.length, position + piece.length));
      longer.set(bytes);
      longer.set(piece, position);
      bytes = longer;
      return Promise.resolve(piece.length);
    },
    size: () => Promise.resolve(bytes.length),
    sync: () => Promise.resolve(),
    close: () => Promise.resolve(),
    truncate: () => Promise.reject(new Error('not needed')),
  };
}

/** The bytes of a whole backup file. */
export async function aBackupFile(
  about: Partial<BackupJob['about']> = {},
  groups: readonly (readonly ContentEntry[])[] = aSmallArchive,
): Promise<Uint8Array<ArrayBuffer>> {
  const job = await aJob('');
  const file = inMemory();
  const origin = { ...anOrigin, ...about };
  const content = packContent(groups, origin);
  await writeContainer(file, { ...job, about: { ...job.about, ...about }, fileName: 'backup.kebu', content });
  noteBackup(file.bytes());
  return file.bytes();
}

export function readBytes(dir: string, name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(join(dir, name)));
}

/** What the window does: streams a snapshot of these records, as of `seq`, and has it copied where it is wanted. */
export async function backUp(
  machine: Machine,
  folderId: string,
  groups: readonly (readonly ContentEntry[])[],
  seq: number,
): Promise<BackupEntry> {
  const { archiveId, generation } = machine.session.require().opened();
  const { backupId } = await machine.ask('backup/begin', { seq, counts: countsOf(groups) });
  for await (const chunk of packContent(groups, { ...anOrigin, archiveId, generation, seq })) {
    await machine.ask('backup/write', { backupId, chunk });
  }
  const { backup } = await machine.ask('backup/finish', { backupId });
  return folderId === 'local' ? backup : (await machine.ask('backup/copy', { folderId })).backup;
}
