import { decodeText, encodeText } from '#shared/archive/text.ts';
import type { ImageRow } from '../../db/tables.ts';
import { giveBack } from './packing.ts';

const ivBytes = 12;

export interface ImageKey {
  key: CryptoKey;
  archiveId: string;
}

export async function importImageKey(bytes: Uint8Array, archiveId: string): Promise<ImageKey> {
  const key = await crypto.subtle.importKey('raw', bytes.slice(), 'AES-GCM', false, ['encrypt', 'decrypt']);
  return { key, archiveId };
}

/** AES-256-GCM; each piece is bound to its archive, to the image it is part of and to its place in it. */
export async function* sealRun(
  key: ImageKey,
  imageId: string,
  run: string,
  pieces: Iterable<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<ImageRow> {
  let piece = 0;
  for (const plain of pieces) {
    yield sealPiece(key, imageId, pieceName(run, piece), plain);
    piece += 1;
  }
}

async function sealPiece(
  key: ImageKey,
  imageId: string,
  name: string,
  plain: Uint8Array<ArrayBuffer>,
): Promise<ImageRow> {
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
  const box = await crypto.subtle.encrypt(parametersOf(key, imageId, name, iv), key.key, plain);
  return { name, iv, box: new Uint8Array(box) };
}

export interface Run {
  run: string;
  sizes: readonly number[];
  /** Pieces that are read and opened at a time: only these lie in memory twice. */
  atOnce: number;
}

/** The pieces of a run, of these sizes, read row by row; `null` when one is missing or is not what was written. */
export async function openRun(
  key: ImageKey,
  imageId: string,
  { run, sizes, atOnce }: Run,
  readRow: (name: string) => Promise<ImageRow | undefined>,
): Promise<Uint8Array<ArrayBuffer>[] | null> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const waiting = sizes.entries();
  const openPieces = async () => {
    for (const [piece, size] of waiting) {
      const plain = await openPiece(key, imageId, await readRow(pieceName(run, piece)));
      if (plain?.length !== size) return false;
      pieces[piece] = plain;
    }
    return true;
  };
  const opened = await Promise.all(Array.from({ length: atOnce }, openPieces));
  return opened.every((isWhole) => isWhole) ? pieces : null;
}

function pieceName(run: string, piece: number): string {
  return `${run}-${String(piece)}`;
}

async function openPiece(
  key: ImageKey,
  imageId: string,
  row: ImageRow | undefined,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!row) return null;
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parametersOf(key, imageId, row.name, row.iv), key.key, row.box));
  } catch {
    return null;
  } finally {
    giveBack(row.box);
  }
}

function parametersOf(key: ImageKey, imageId: string, name: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams {
  return {
    name: 'AES-GCM',
    iv,
    additionalData: encodeText(`kebu image|${key.archiveId}|${imageId}|${name}`),
  };
}

export const headRowName = pieceName('head', 0);
/** The head names the image; nothing else tells which pieces belong together. */
const headImageId = 'head';

export function sealHead(key: ImageKey, head: unknown): Promise<ImageRow> {
  return sealPiece(key, headImageId, headRowName, encodeText(JSON.stringify(head)));
}

/** The head and the pieces that come first, in their order; how many of them there are only the head tells. */
export function* firstRowNames(): Generator<string> {
  yield headRowName;
  for (let piece = 0; ; piece += 1) yield pieceName('core', piece);
}

export async function openHead(key: ImageKey, row: ImageRow | undefined): Promise<unknown> {
  const bytes = await openPiece(key, headImageId, row);
  return bytes && JSON.parse(decodeText(bytes));
}
