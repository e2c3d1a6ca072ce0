import { createHash, randomBytes } from 'node:crypto';
import { asKey, keyBytes } from '#shared/crypto/keys.ts';
import { concatBytes } from '#shared/lib/bytes.ts';
import { createAttachmentStore, type AttachmentStore } from '../../electron/attachments/attachment-store.ts';
import type { FileSystem } from '../../electron/files/file-system.ts';
import type { Machine } from './machine.ts';

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Bytes that no compression makes smaller and no other file has. */
export const someBytes = (length: number): Uint8Array<ArrayBuffer> => new Uint8Array(randomBytes(length));

const archiveKey = asKey(new Uint8Array(keyBytes).fill(9), 'archive');

export function aStore(files: FileSystem, dir: string): AttachmentStore {
  return createAttachmentStore(files, { attachments: dir }, { archiveId: '0123456789abcdef', archiveKey });
}

export async function putIn(store: AttachmentStore, bytes: Uint8Array, pieceBytes = 100_000): Promise<string> {
  const incoming = await store.begin();
  try {
    for (let at = 0; at < bytes.length; at += pieceBytes) await incoming.write(bytes.subarray(at, at + pieceBytes));
    return (await incoming.finish()).sha256;
  } catch (error) {
    await incoming.cancel();
    throw error;
  }
}

export async function readFrom(store: AttachmentStore, sha256: string): Promise<Uint8Array> {
  const { body, close } = await store.open(sha256);
  try {
    const pieces: Uint8Array[] = [];
    for await (const piece of body) pieces.push(piece);
    return concatBytes(pieces);
  } finally {
    await close();
  }
}

/** Sends a file as the window does. */
export async function send(machine: Machine, bytes: Uint8Array, name = '报价.pdf') {
  const { uploadId } = await machine.ask('attachments/begin', { sizeBytes: bytes.length });
  for (let at = 0; at < bytes.length; at += 1_000_000) {
    await machine.ask('attachments/write', { uploadId, chunk: bytes.slice(at, at + 1_000_000) });
  }
  return machine.ask('attachments/finish', { uploadId, name });
}

/** Fetches a file as the window does. */
export async function fetchBack(machine: Machine, sha256: string): Promise<Uint8Array> {
  const { readId } = await machine.ask('attachments/open', { sha256 });
  const pieces: Uint8Array[] = [];
  for (;;) {
    const { chunk } = await machine.ask('snapshot/read', { readId });
    if (!chunk) break;
    pieces.push(chunk);
  }
  await machine.ask('snapshot/close', { readId });
  return concatBytes(pieces);
}
