import { AppFailure, failWith } from '../../errors/app-error.ts';
import { concatBytes } from '../../lib/bytes.ts';
import { openDecompressor } from '../../lib/compression-streams.ts';

/** More than any workbook a person keeps, less than what stops a computer. */
const limits = {
  entries: 10_000,
  entryBytes: 200 * 1024 * 1024,
  totalBytes: 1024 * 1024 * 1024,
  /** Unpacked to packed size. Small entries may exceed it: they cannot hurt, and empty tables do. */
  ratio: 100,
  ratioFromBytes: 8 * 1024 * 1024,
} as const;

interface Entry {
  name: string;
  method: number;
  isEncrypted: boolean;
  packedBytes: number;
  declaredBytes: number;
  offset: number;
}

/** What is in a ZIP, after every entry was unpacked once and its real bytes counted. */
export interface CheckedZip {
  names: readonly string[];
  /** Bytes of the entries asked for in `keep`. */
  kept: ReadonlyMap<string, Uint8Array>;
}

/**
 * Unpacks every entry, keeping nothing but those named in `keep`, and refuses with `import/too-large` before any limit is
 * exceeded: sizes that entries declare are not believed. Entries that overlap are counted as often as they occur.
 * `import/damaged` for a truncated file, `import/encrypted` for a ZIP with a password.
 */
export async function checkZip(bytes: Uint8Array, keep: readonly string[]): Promise<CheckedZip> {
  const entries = readDirectory(bytes);
  const kept = new Map<string, Uint8Array>();
  let total = 0;
  for (const entry of entries) {
    if (entry.isEncrypted) failWith('import/encrypted');
    if (entry.declaredBytes > limits.entryBytes) failWith('import/too-large', { limit: '200 MB' });
    const parts: Uint8Array[] | undefined = keep.includes(entry.name) ? [] : undefined;
    const size = await unpack(bytes, entry, limits.totalBytes - total, parts);
    total += size;
    if (parts) kept.set(entry.name, concatBytes(parts));
  }
  return { names: entries.map((entry) => entry.name), kept };
}

function readDirectory(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  let count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if ((count === 0xffff || at === 0xffffffff) && end >= 20 && view.getUint32(end - 20, true) === 0x07064b50) {
    const zip64 = Number(view.getBigUint64(end - 12, true));
    if (zip64 + 56 > bytes.length || view.getUint32(zip64, true) !== 0x06064b50) failWith('import/damaged');
    count = Number(view.getBigUint64(zip64 + 32, true));
    at = Number(view.getBigUint64(zip64 + 48, true));
  }
  if (count > limits.entries) failWith('import/too-large', { limit: `${limits.entries}` });
  const entries: Entry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) failWith('import/damaged');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const name = String.fromCharCode(...bytes.subarray(at + 46, at + 46 + nameLength));
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      ...readSizes(view, at, at + 46 + nameLength, extraLength),
    });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Sizes and place of an entry; those that do not fit in 32 bits stand in its ZIP64 field. */
function readSizes(
  view: DataView,
  at: number,
  extra: number,
  extraLength: number,
): Pick<Entry, 'packedBytes' | 'declaredBytes' | 'offset'> {
  let packedBytes = view.getUint32(at + 20, true);
  let declaredBytes = view.getUint32(at + 24, true);
  let offset = view.getUint32(at + 42, true);
  for (
    let field = extra;
    field + 4 <= Math.min(extra + extraLength, view.byteLength);
    field += 4 + view.getUint16(field + 2, true)
  ) {
    if (view.getUint16(field, true) !== 1) continue;
    let from = field + 4;
    const take = (): number => {
      if (from + 8 > view.byteLength) failWith('import/damaged');
      const value = Number(view.getBigUint64(from, true));
      from += 8;
      return value;
    };
    if (declaredBytes === 0xffffffff) declaredBytes = take();
    if (packedBytes === 0xffffffff) packedBytes = take();
    if (offset === 0xffffffff) offset = take();
  }
  return { packedBytes, declaredBytes, offset };
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return failWith('import/damaged');
}

/** Number of bytes an entry really unpacks to; stops at the first limit. */
async function unpack(
  bytes: Uint8Array,
  entry: Entry,
  allowedBytes: number,
  parts: Uint8Array[] | undefined,
): Promise<number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== 0x04034b50) failWith('import/damaged');
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(start, start + entry.packedBytes);
  if (packed.length < entry.packedBytes) failWith('import/damaged');
  let size = 0;
  const count = (chunk: Uint8Array): void => {
    size += chunk.length;
    if (size > limits.entryBytes) failWith('import/too-large', { limit: '200 MB' });
    if (size > allowedBytes) failWith('import/too-large', { limit: '1 GB' });
    if (size > limits.ratioFromBytes && size > packed.length * limits.ratio)
      failWith('import/too-large', { limit: `1:${limits.ratio}` });
    parts?.push(chunk);
  };
  if (entry.method === 0) {
    count(packed);
    return size;
  }
  if (entry.method !== 8) failWith('import/damaged');
  for await (const chunk of inflate(packed)) count(chunk);
  return size;
}

/** Small pieces, so that a bomb is seen before much of it is unpacked. */
const pieceBytes = 16 * 1024;

/** Throws `import/damaged` for what is not one whole deflate stream. Whoever stops reading stops the unpacking. */
async function* inflate(packed: Uint8Array): AsyncGenerator<Uint8Array> {
  const { writable, readable } = openDecompressor('deflate-raw');
  const writer = writable.getWriter();
  const reader = readable.getReader();
  const feeding = (async () => {
    for (let from = 0; from < packed.length; from += pieceBytes) {
      await writer.ready;
      await writer.write(packed.subarray(from, from + pieceBytes));
    }
    await writer.close();
  })().catch(() => undefined);
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) if (next.value) yield next.value;
  } catch (error) {
    if (error instanceof AppFailure) throw error;
    failWith('import/damaged');
  } finally {
    await reader.cancel().catch(() => undefined);
    await feeding;
  }
}
