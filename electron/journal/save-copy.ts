import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { tarEnd, tarFile, tarHeader, tarPadding } from '#shared/archive/tar.ts';
import { encodeText } from '#shared/archive/text.ts';
import type { ArchivePaths } from '../files/archive-paths.ts';
import { readUpTo, writeAll, type FileSystem, type OpenFile } from '../files/file-system.ts';
import { unfinishedSuffix } from '../files/write-atomically.ts';

const pieceBytes = 1024 * 1024;

const readme = `Kebu: a copy of a journal as it lay on the disk, with what was damaged in it.

journal/      the segments of the journal, sealed
kept-aside/   what was cut off because it could not be trusted, sealed
*.age         the keys, which the passphrase or the paper key opens (age v1)

Nothing in here is readable without the passphrase or the paper key.
`;

/** What of an archive is worth being looked at by somebody who knows. The keychain's copy opens only on this computer. */
async function listParts(files: FileSystem, paths: ArchivePaths): Promise<{ name: string; path: string }[]> {
  const inDir = async (name: string, dir: string) => {
    const there = (await files.stat(dir)) ? await files.list(dir) : [];
    return there.sort().map((file) => ({ name: `${name}/${file}`, path: join(dir, file) }));
  };
  return [
    { name: 'archive.json', path: paths.about },
    { name: 'identity.age', path: paths.identity },
    { name: 'archive-key.age', path: paths.archiveKey },
    { name: 'audit.ndjson', path: paths.audit },
    ...(await inDir('journal', paths.journal)),
    ...(await inDir('kept-aside', paths.keptAside)),
  ];
}

/**
 * Puts the journal of an archive, bytes as they lie there, into one tar at `target`. Reads nothing of it, so that it works
 * however damaged it is and while the archive is closed. Rejects with Node's error and leaves no half file behind.
 */
export async function saveJournalCopy(
  files: FileSystem,
  paths: ArchivePaths,
  target: string,
  now: Date,
): Promise<void> {
  const unfinished = `${target}.${randomBytes(4).toString('hex')}${unfinishedSuffix}`;
  const modifiedAt = Math.floor(now.getTime() / 1000);
  try {
    const file = await files.open(unfinished, 'create');
    try {
      let position = 0;
      const put = async (...parts: readonly Uint8Array[]): Promise<void> => {
        for (const part of parts) {
          await writeAll(file, part, position);
          position += part.length;
        }
      };
      await put(...tarFile('README.txt', encodeText(readme), modifiedAt));
      for (const { name, path } of await listParts(files, paths)) {
        const found = await files.stat(path);
        if (!found || found.isDirectory) continue;
        const part = await files.open(path, 'read');
        try {
          const sizeBytes = await part.size();
          await put(tarHeader({ name, sizeBytes, modifiedAt }));
          await copyInto(put, part, sizeBytes);
          await put(tarPadding(sizeBytes));
        } finally {
          await part.close();
        }
      }
      await put(tarEnd());
      await file.sync();
    } finally {
      await file.close();
    }
    await files.rename(unfinished, target);
  } catch (error) {
    await files.remove(unfinished).catch(() => undefined);
    throw error;
  }
  await files.syncDir(dirname(target));
}

/** Exactly so many bytes; what a disk no longer gives back becomes zeros, so that the rest keeps its place. */
async function copyInto(
  put: (...parts: readonly Uint8Array[]) => Promise<void>,
  part: OpenFile,
  sizeBytes: number,
): Promise<void> {
  for (let at = 0; at < sizeBytes; at += pieceBytes) {
    const length = Math.min(pieceBytes, sizeBytes - at);
    const piece = new Uint8Array(length);
    piece.set(await readUpTo(part, at, length).catch(() => new Uint8Array()));
    await put(piece);
  }
}
