import { createHash } from 'node:crypto';
import type { ByteSource } from '#shared/archive/byte-reader.ts';
import { looksLikeTar, parseTarHeader, tarBlockBytes, tarEnd, tarPadding } from '#shared/archive/tar.ts';
import { failWith } from '#shared/errors/app-error.ts';
import { equalBytes } from '#shared/lib/bytes.ts';
import { readUpTo, type OpenFile } from '../files/file-system.ts';
import {
  contentName,
  decodeManifest,
  identityName,
  manifestName,
  readmeName,
  type ContainerManifest,
} from './container-format.ts';

interface Range {
  offset: number;
  sizeBytes: number;
}

/** Where the parts of a container lie, and what its manifest says. */
export interface Container {
  manifest: ContainerManifest;
  sizeBytes: number;
  ranges: ReadonlyMap<string, Range>;
}

/** README, identity and manifest are small; a file that says otherwise is not ours. */
const maxNoteBytes = 64 * 1024;
const pieceBytes = 256 * 1024;

/**
 * Reads what is in clear, without the content: fast on any size. Every byte outside the bodies is checked here; the
 * bodies are checked by `checkBodies`. Throws `restore/not-a-backup`, `restore/newer-version` or `restore/damaged`.
 */
export async function readContainer(file: OpenFile): Promise<Container> {
  const first = await readUpTo(file, 0, tarBlockBytes);
  if (!looksLikeTar(first)) failWith('restore/not-a-backup');
  const sizeBytes = await file.size();
  const ranges = new Map<string, Range>();
  let modifiedAt: number | undefined;
  let position = 0;
  while (!ranges.has(manifestName)) {
    const block = await readUpTo(file, position, tarBlockBytes);
    const header = parseTarHeader(block) ?? failWith('restore/damaged');
    const isExpected = nextNames(ranges).includes(header.name);
    if (!isExpected) failWith(ranges.size === 0 ? 'restore/not-a-backup' : 'restore/damaged');
    modifiedAt ??= header.modifiedAt;
    if (header.modifiedAt !== modifiedAt) failWith('restore/damaged');
    if (header.name !== contentName && header.sizeBytes > maxNoteBytes) failWith('restore/damaged');
    position += tarBlockBytes;
    ranges.set(header.name, { offset: position, sizeBytes: header.sizeBytes });
    position += header.sizeBytes;
    const padding = tarPadding(header.sizeBytes);
    if (!equalBytes(await readUpTo(file, position, padding.length), padding)) failWith('restore/damaged');
    position += padding.length;
  }
  const end = tarEnd();
  if (position + end.length !== sizeBytes) failWith('restore/damaged');
  if (!equalBytes(await readUpTo(file, position, end.length), end)) failWith('restore/damaged');
  const { offset, sizeBytes: manifestBytes } = ranges.get(manifestName) ?? failWith('restore/damaged');
  const manifest = decodeManifest(await readUpTo(file, offset, manifestBytes));
  const isOfOnePiece =
    Math.floor(Date.parse(manifest.createdAt) / 1000) === modifiedAt &&
    ranges.has(identityName) === (manifest.sha256[identityName] !== undefined);
  if (!isOfOnePiece) failWith('restore/damaged');
  return { manifest, sizeBytes, ranges };
}

/** Compares every body with the manifest's hash. Throws `restore/damaged`. */
export async function checkBodies(file: OpenFile, { manifest, ranges }: Container): Promise<void> {
  for (const [name, expected] of Object.entries(manifest.sha256)) {
    const range = ranges.get(name) ?? failWith('restore/damaged');
    const hash = createHash('sha256');
    for await (const piece of readRange(file, range)) hash.update(piece);
    if (hash.digest('hex') !== expected) failWith('restore/damaged');
  }
}

/** The identity under the passphrase, or `null` when the archive had no passphrase. */
export async function readIdentityFile(file: OpenFile, { ranges }: Container): Promise<Uint8Array | null> {
  const range = ranges.get(identityName);
  return range ? readUpTo(file, range.offset, range.sizeBytes) : null;
}

/** The encrypted content. */
export function readSealedContent(file: OpenFile, { ranges }: Container): ByteSource {
  return readRange(file, ranges.get(contentName) ?? failWith('restore/damaged'));
}

function nextNames(ranges: ReadonlyMap<string, Range>): string[] {
  if (ranges.has(contentName)) return [manifestName];
  if (ranges.has(identityName)) return [contentName];
  return ranges.has(readmeName) ? [identityName, contentName] : [readmeName];
}

async function* readRange(file: OpenFile, { offset, sizeBytes }: Range): AsyncGenerator<Uint8Array> {
  for (let done = 0; done < sizeBytes; ) {
    const piece = await readUpTo(file, offset + done, Math.min(pieceBytes, sizeBytes - done));
    if (piece.length === 0) failWith('restore/damaged');
    done += piece.length;
    yield piece;
  }
}
