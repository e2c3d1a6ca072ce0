import { createHash, randomBytes } from 'node:crypto';
import type { ByteSource } from '#shared/archive/byte-reader.ts';
import type { Key } from '#shared/crypto/keys.ts';
import { joinContext, nonceBytes, seal, tagBytes, unseal } from '#shared/crypto/seal.ts';
import { failWith } from '#shared/errors/app-error.ts';
import { concatBytes } from '#shared/lib/bytes.ts';
import { readUpTo, writeAll, type OpenFile } from '../files/file-system.ts';

/*
 * A sealed file on the disk:
 *
 *   "KEBUFIL1" | random id, 16 bytes | chunks of 64 KiB, the last one smaller | end
 *
 * Each chunk and the end are nonce | XChaCha20-Poly1305 box. A chunk is bound to archive, id and place; the end, which holds
 * size and SHA-256 of the content, to archive, id and number of chunks. So nothing can be moved, exchanged, left out or
 * added, and what a file is stands fast before its first byte is handed out.
 */

const magic = new TextEncoder().encode('KEBUFIL1');
const idBytes = 16;
const headBytes = magic.length + idBytes;
const chunkBytes = 64 * 1024;
const overheadBytes = nonceBytes + tagBytes;
const hashBytes = 32;
const endBytes = overheadBytes + 8 + hashBytes;

export interface SealingKeys {
  archiveId: string;
  key: Key<'attachments'>;
}

export interface FileAbout {
  sha256: string;
  sizeBytes: number;
}

/** Seals content as it comes. Calls must not overlap. */
export interface SealedWriter {
  write(bytes: Uint8Array): Promise<void>;
  /** Writes what is left and the end, and syncs. */
  finish(): Promise<FileAbout>;
}

/** Writes into an empty file. */
export function createSealedWriter(file: OpenFile, { archiveId, key }: SealingKeys): SealedWriter {
  const id = new Uint8Array(randomBytes(idBytes));
  const hash = createHash('sha256');
  let rest: Uint8Array = new Uint8Array(0);
  let sizeBytes = 0;
  let chunks = 0;
  let position = 0;

  async function put(bytes: Uint8Array): Promise<void> {
    await writeAll(file, bytes, position);
    position += bytes.length;
  }

  async function putBox(context: Uint8Array, plain: Uint8Array): Promise<void> {
    const { nonce, box } = seal(key, context, plain);
    await put(concatBytes([nonce, box]));
  }

  async function putChunks(bytes: Uint8Array, isLast: boolean): Promise<void> {
    if (position === 0) await put(concatBytes([magic, id]));
    const leastBytes = isLast ? 1 : chunkBytes;
    let at = 0;
    while (bytes.length - at >= leastBytes) {
      await putBox(chunkContext(archiveId, id, chunks), bytes.subarray(at, at + chunkBytes));
      chunks += 1;
      at += chunkBytes;
    }
    rest = bytes.slice(Math.min(at, bytes.length));
  }

  return {
    async write(bytes) {
      hash.update(bytes);
      sizeBytes += bytes.length;
      await putChunks(rest.length === 0 ? bytes : concatBytes([rest, bytes]), false);
    },
    async finish() {
      await putChunks(rest, true);
      const digest = hash.digest();
      const size = new Uint8Array(8);
      new DataView(size.buffer).setBigUint64(0, BigInt(sizeBytes));
      await putBox(endContext(archiveId, id, chunks), concatBytes([size, digest]));
      await file.sync();
      return { sha256: digest.toString('hex'), sizeBytes };
    },
  };
}

/** What a sealed file holds, by its end alone. Fails with `files/damaged`. */
export async function readAbout(file: OpenFile, { archiveId, key }: SealingKeys): Promise<FileAbout> {
  const { id, chunks, endAt } = await readLayout(file);
  const plain = openBox(key, endContext(archiveId, id, chunks), await readUpTo(file, endAt, endBytes));
  const sizeBytes = Number(new DataView(plain.buffer, plain.byteOffset).getBigUint64(0));
  if (sizeBytes !== contentBytesOf(chunks, endAt)) failWith('files/damaged');
  return { sizeBytes, sha256: Buffer.from(plain.subarray(8)).toString('hex') };
}

/** The content, chunk by chunk. Fails with `files/damaged` at the first one that is not what was written. */
export async function* readContent(file: OpenFile, { archiveId, key }: SealingKeys): ByteSource {
  const { id, chunks, endAt } = await readLayout(file);
  let position = headBytes;
  for (let index = 0; index < chunks; index += 1) {
    const length = Math.min(chunkBytes + overheadBytes, endAt - position);
    yield openBox(key, chunkContext(archiveId, id, index), await readUpTo(file, position, length));
    position += length;
  }
}

async function readLayout(file: OpenFile): Promise<{ id: Uint8Array; chunks: number; endAt: number }> {
  const head = await readUpTo(file, 0, headBytes);
  const endAt = (await file.size()) - endBytes;
  if (endAt < headBytes || magic.some((byte, index) => head[index] !== byte)) failWith('files/damaged');
  const chunks = Math.ceil((endAt - headBytes) / (chunkBytes + overheadBytes));
  return { id: head.subarray(magic.length), chunks, endAt };
}

function contentBytesOf(chunks: number, endAt: number): number {
  return endAt - headBytes - chunks * overheadBytes;
}

function openBox(key: Uint8Array, context: Uint8Array, sealed: Uint8Array): Uint8Array {
  const parts = { nonce: sealed.slice(0, nonceBytes), box: sealed.slice(nonceBytes) };
  return unseal(key, context, parts) ?? failWith('files/damaged');
}

function chunkContext(archiveId: string, id: Uint8Array, index: number): Uint8Array {
  return joinContext([archiveId, 'attachment', 1, id, index]);
}

function endContext(archiveId: string, id: Uint8Array, chunks: number): Uint8Array {
  return joinContext([archiveId, 'attachment end', 1, id, chunks]);
}
