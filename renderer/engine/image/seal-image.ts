import { decodeText, encodeText } from '#shared/archive/text.ts';
import { concatBytes } from '#shared/lib/bytes.ts';
import type { ImageRow } from '../../db/tables.ts';
import { giveBack } from './packing.ts';

const ivBytes = 12;
const tagBytes = 16;
/** Pieces lie together in rows of about this size: a blob for each row, and opening one takes longer than reading it. */
const rowBytes = 8 * 1024 * 1024;

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
  let rows = 0;
  let piece = 0;
  let row: Sealed[] = [];
  let held = 0;
  const takeRow = (): ImageRow => {
    const taken = rowOf(nameOf(run, rows), row);
    rows += 1;
    row = [];
    held = 0;
    return taken;
  };
  for (const plain of pieces) {
    if (isFull(held, plain.length)) yield takeRow();
    row.push(await sealPiece(key, imageId, nameOf(run, piece), plain));
    held += plain.length;
    piece += 1;
  }
  if (row.length > 0) yield takeRow();
}

function isFull(held: number, next: number): boolean {
  return held > 0 && held + next > rowBytes;
}

/** The numbers of the pieces in each row, given how large they are. */
function piecesByRow(sizes: readonly number[]): number[][] {
  const rows: number[][] = [];
  let held = 0;
  for (const [piece, size] of sizes.entries()) {
    const row = rows.at(-1);
    if (!row || isFull(held, size)) {
      rows.push([piece]);
      held = 0;
    } else row.push(piece);
    held += size;
  }
  return rows;
}

interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  box: Uint8Array<ArrayBuffer>;
}

function rowOf(name: string, sealed: readonly Sealed[]): ImageRow {
  return { name, iv: concatBytes(sealed.map(({ iv }) => iv)), box: concatBytes(sealed.map(({ box }) => box)) };
}

async function sealPiece(
  key: ImageKey,
  imageId: string,
  name: string,
  plain: Uint8Array<ArrayBuffer>,
): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
  const box = await crypto.subtle.encrypt(parametersOf(key, imageId, name, iv), key.key, plain);
  return { iv, box: new Uint8Array(box) };
}

export interface Run {
  run: string;
  /** Bytes of each piece. */
  sizes: readonly number[];
  /** Rows that are read and opened at a time: only these lie in memory twice. */
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
  const waiting = piecesByRow(sizes).entries();
  const openRow = async (row: ImageRow, inRow: readonly number[]) => {
    let [ivAt, boxAt] = [0, 0];
    for (const piece of inRow) {
      const size = sizes[piece] ?? 0;
      const sealed = {
        iv: row.iv.subarray(ivAt, (ivAt += ivBytes)),
        box: row.box.subarray(boxAt, (boxAt += size + tagBytes)),
      };
      const plain = await openPiece(key, imageId, nameOf(run, piece), sealed);
      if (plain?.length !== size) return false;
      pieces[piece] = plain;
    }
    return true;
  };
  const openRows = async () => {
    for (const [number, inRow] of waiting) {
      const row = await readRow(nameOf(run, number));
      if (!row) return false;
      const isWhole = await openRow(row, inRow);
      giveBack(row.box);
      if (!isWhole) return false;
    }
    return true;
  };
  const opened = await Promise.all(Array.from({ length: atOnce }, openRows));
  return opened.every((isWhole) => isWhole) ? pieces : null;
}

/** Of a piece, and of the row that lies there. */
function nameOf(run: string, number: number): string {
  return `${run}-${String(number)}`;
}

async function openPiece(
  key: ImageKey,
  imageId: string,
  name: string,
  { iv, box }: Sealed,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parametersOf(key, imageId, name, iv), key.key, box));
  } catch {
    return null;
  }
}

function parametersOf(key: ImageKey, imageId: string, name: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams {
  return {
    name: 'AES-GCM',
    iv,
    additionalData: encodeText(`kebu image|${key.archiveId}|${imageId}|${name}`),
  };
}

export const headRowName = nameOf('head', 0);
/** The head names the image; nothing else tells which pieces belong together. */
const headImageId = 'head';

export async function sealHead(key: ImageKey, head: unknown): Promise<ImageRow> {
  return rowOf(headRowName, [await sealPiece(key, headImageId, headRowName, encodeText(JSON.stringify(head)))]);
}

/** The head and the rows that come first, in their order; how many of them there are only the head tells. */
export function* firstRowNames(): Generator<string> {
  yield headRowName;
  for (let row = 0; ; row += 1) yield nameOf('core', row);
}

export async function openHead(key: ImageKey, row: ImageRow | undefined): Promise<unknown> {
  const bytes = row && (await openPiece(key, headImageId, headRowName, row));
  if (row) giveBack(row.box);
  return bytes && JSON.parse(decodeText(bytes));
}
