import { failWith } from '../errors/app-error.ts';
import { equalBytes } from '../lib/bytes.ts';
import { ByteReader, type ByteSource } from './byte-reader.ts';
import { decodeText, encodeText } from './text.ts';

/*
 * The plain part of the tar format (POSIX.1-1988 "ustar"): regular files with ASCII names below 100 bytes, in the one
 * spelling that this writer produces. Reading accepts exactly that spelling, so that no byte of a file is without a
 * check: every header is written again from what was read of it and compared, padding must be zero, nothing follows the
 * end.
 */

export const tarBlockBytes = 512;
/** What eleven octal digits hold: 8 GiB − 1. */
export const maxTarEntryBytes = 0o77777777777;

export interface TarHeader {
  name: string;
  sizeBytes: number;
  /** Unix time in seconds. */
  modifiedAt: number;
}

export interface TarEntry extends TarHeader {
  /** Must be read to its end before the next entry is asked for. */
  body: ByteSource;
}

const checksumOffset = 148;
const checksumLength = 8;

/**
 * The 512 bytes before an entry (POSIX ustar). `modifiedAt` is in seconds since 1970. Throws a RangeError for a name that is not 1
 * to 99 printable ASCII characters, and for a size or time that eleven octal digits do not hold.
 */
export function tarHeader({ name, sizeBytes, modifiedAt }: TarHeader): Uint8Array<ArrayBuffer> {
  if (!/^[\x21-\x7e]{1,99}$/.test(name)) throw new RangeError('tar name');
  if (!Number.isSafeInteger(sizeBytes) || sizeBytes < 0 || sizeBytes > maxTarEntryBytes)
    throw new RangeError('tar size');
  if (!Number.isSafeInteger(modifiedAt) || modifiedAt < 0 || modifiedAt > maxTarEntryBytes) {
    throw new RangeError('tar time');
  }
  const header = new Uint8Array(tarBlockBytes);
  const put = (offset: number, text: string) => header.set(encodeText(text), offset);
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, '0')}\0`;
  put(0, name);
  put(100, octal(0o644, 7));
  put(108, octal(0, 7));
  put(116, octal(0, 7));
  put(124, octal(sizeBytes, 11));
  put(136, octal(modifiedAt, 11));
  put(checksumOffset, ' '.repeat(checksumLength));
  put(156, '0');
  put(257, 'ustar\x0000');
  put(
    checksumOffset,
    `${octal(
      header.reduce((sum, byte) => sum + byte, 0),
      6,
    )} `,
  );
  return header;
}

/** The zeros between the end of a body and the next header. */
export function tarPadding(sizeBytes: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array((tarBlockBytes - (sizeBytes % tarBlockBytes)) % tarBlockBytes);
}

/** The two empty blocks that end a tar. */
export function tarEnd(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(2 * tarBlockBytes);
}

/** One whole entry with its header and padding. */
export function tarFile(name: string, body: Uint8Array, modifiedAt: number): Uint8Array[] {
  return [tarHeader({ name, sizeBytes: body.length, modifiedAt }), body, tarPadding(body.length)];
}

/** True when the bytes begin like a tar that `tarHeader` wrote; they need not be whole. */
export function looksLikeTar(start: Uint8Array): boolean {
  return equalBytes(start.subarray(257, 263), encodeText('ustar\0'));
}

/**
 * The entries of a tar in this module's spelling. Throws `restore/damaged` for anything else, also when it ends early.
 * Sizes are as announced by the headers: whoever keeps a body limits it.
 */
export async function* readTar(source: ByteSource): AsyncGenerator<TarEntry> {
  const reader = new ByteReader(source);
  try {
    for (;;) {
      const block = (await reader.exactly(tarBlockBytes)) ?? failWith('restore/damaged');
      if (isZero(block)) break;
      const header = parseTarHeader(block) ?? failWith('restore/damaged');
      let unread = header.sizeBytes;
      const body = async function* () {
        while (unread > 0) {
          const piece = (await reader.some(unread)) ?? failWith('restore/damaged');
          unread -= piece.length;
          yield piece;
        }
      };
      yield { ...header, body: body() };
      if (unread > 0) throw new Error('Broken invariant: a tar entry was left unread');
      const padding = await reader.exactly(tarPadding(header.sizeBytes).length);
      if (padding === null || !isZero(padding)) failWith('restore/damaged');
    }
    const last = await reader.exactly(tarBlockBytes);
    if (last === null || !isZero(last) || (await reader.some(1)) !== null) failWith('restore/damaged');
  } finally {
    await reader.close();
  }
}

/** `null` for a block that `tarHeader` does not write. */
export function parseTarHeader(block: Uint8Array): TarHeader | null {
  try {
    const name = decodeText(block.subarray(0, block.indexOf(0)));
    const header = { name, sizeBytes: parseOctal(block, 124), modifiedAt: parseOctal(block, 136) };
    if (equalBytes(tarHeader(header), block)) return header;
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
  }
  return null;
}

function parseOctal(block: Uint8Array, offset: number): number {
  return Number.parseInt(decodeText(block.subarray(offset, offset + 11)), 8);
}

function isZero(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0);
}
