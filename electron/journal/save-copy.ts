import { join } from 'node:path';
import { tarEnd, tarFile, tarHeader, tarPadding } from '#shared/archive/tar.ts';
import { encodeText } from '#shared/archive/text.ts';
import type { ArchivePaths } from '../files/archive-paths.ts';
import { readUpTo, writeAll, type FileSystem, type OpenFile } from '../files/file-system.ts';
import { writeWhole } from '../files/write-atomically.ts';

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
export function saveJournalCopy(files: FileSystem, paths: ArchivePaths, target: string, now: Date): Promise<void> {
  const modifiedAt = Math.floor(now.getTime() / 1000);
  return writeWhole(files, target, async (file) => {
    const put = appendTo(file);
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
  });
}

type Put = (...parts: readonly Uint8Array[]) => Promise<void>;

function appendTo(file: OpenFile): Put {
  let position = 0;
  return async (...parts) => {
    for (const part of parts) {
      await writeAll(file, part, position);
      position += part.length;
    }
  };
}

/** Exactly so many bytes; what a disk no longer gives back becomes zeros, so that the rest keeps its place. */
async function copyInto(put: Put, part: OpenFile, sizeBytes: number): Promise<void> {
  for (let at = 0; at < sizeBytes; at += pieceBytes) {
    const length = Math.min(pieceBytes, sizeBytes - at);
    const piece = new Uint8Array(length);
    piece.set(await readUpTo(part, at, length).catch(() => new Uint8Array()));
    await put(piece);
  }
}
