import { concatBytes } from '../lib/bytes.ts';

export type ByteSource = AsyncIterable<Uint8Array>;

/** Reads exact numbers of bytes from a source of pieces of any size. Holds one piece at a time. */
export class ByteReader {
  readonly #pieces: AsyncIterator<Uint8Array>;
  #rest: Uint8Array = new Uint8Array(0);

  constructor(source: ByteSource) {
    this.#pieces = source[Symbol.asyncIterator]();
  }

  /** Up to `max` bytes, at least one; `null` at the end of the source. A view of the source's own bytes. */
  async some(max: number): Promise<Uint8Array | null> {
    while (this.#rest.length === 0) {
      const next = await this.#pieces.next();
      if (next.done) return null;
      this.#rest = next.value;
    }
    const piece = this.#rest.subarray(0, max);
    this.#rest = this.#rest.subarray(piece.length);
    return piece;
  }

  /** Exactly `size` bytes; `null` when the source ends before. */
  async exactly(size: number): Promise<Uint8Array | null> {
    const parts: Uint8Array[] = [];
    for (let missing = size; missing > 0; ) {
      const part = await this.some(missing);
      if (part === null) return null;
      parts.push(part);
      missing -= part.length;
    }
    return concatBytes(parts);
  }

  /** Releases the source; for a reader that stops before the end. */
  async close(): Promise<void> {
    await this.#pieces.return?.();
  }
}

/** The same bytes in pieces of `size` bytes, the last one smaller: fewer messages when each piece is one. */
export async function* inPieces(source: ByteSource, size: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let parts: Uint8Array[] = [];
  let held = 0;
  for await (const piece of source) {
    for (let rest = piece; rest.length > 0; ) {
      const part = rest.subarray(0, size - held);
      parts.push(part);
      held += part.length;
      rest = rest.subarray(part.length);
      if (held < size) continue;
      yield concatBytes(parts);
      parts = [];
      held = 0;
    }
  }
  if (held > 0) yield concatBytes(parts);
}
