/** Code words by their next 16 bits: the value in the lower byte, the length above it; 0 where no code begins so. */
type CodeTable = Uint16Array;

/** ITU T.81 C.2: codes of each length are counted up; one that is all ones stays free. */
export function readCodeTable(lengths: Uint8Array, values: Uint8Array): CodeTable {
  const table = new Uint16Array(65_536);
  let code = 0;
  let used = 0;
  for (let length = 1; length <= 16; length += 1) {
    for (let nth = 0; nth < (lengths[length - 1] ?? 0); nth += 1, code += 1, used += 1) {
      const from = code << (16 - length);
      table.fill((length << 8) | (values[used] ?? 0), from, from + (1 << (16 - length)));
    }
    code <<= 1;
  }
  return table;
}

/** One component within a scan: how many blocks of it follow each other, and by which codes. */
export interface ScanPart {
  blocks: number;
  dc: CodeTable | undefined;
  ac: CodeTable | undefined;
}

/** Bits of a scan up to the next marker; behind it come zeros. */
export class Bits {
  #bits = 0;
  #count = 0;
  /** How many were asked for that are not there. */
  missing = 0;
  at: number;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  peek16(): number {
    while (this.#count < 16) {
      const byte = this.#bytes[this.at] ?? 0xff;
      const isMarker = byte === 0xff && this.#bytes[this.at + 1] !== 0;
      if (isMarker) this.missing += 8;
      else this.at += byte === 0xff ? 2 : 1;
      this.#bits = ((this.#bits << 8) | (isMarker ? 0 : byte)) & 0xffffff;
      this.#count += 8;
    }
    return (this.#bits >>> (this.#count - 16)) & 0xffff;
  }

  /** At most 16, of which all were looked at. */
  skip(count: number): void {
    this.#count -= count;
    this.#bits &= (1 << this.#count) - 1;
  }

  /** Whether more was read than there is. */
  isBeyond(): boolean {
    return this.missing > this.#count;
  }

  /** Leaves what fills the last byte. */
  align(): void {
    this.#bits = 0;
    this.#count = 0;
    this.missing = 0;
  }
}

/** How the blocks of a scan are gone through. */
export interface BlockPass {
  /** False where no block begins so. */
  passBlock: (bits: Bits, part: ScanPart) => boolean;
  /** Whether nothing is owed where the scan ends or the codes begin anew. */
  isDone: () => boolean;
}

export const baselinePass: BlockPass = { passBlock, isDone: () => true };

/** Of a block of eight by eight: the first value by its difference, the others with the zeros between them. */
function passBlock(bits: Bits, { dc, ac }: ScanPart): boolean {
  if (!dc || !ac) return false;
  const first = dc[bits.peek16()] ?? 0;
  if (first === 0 || (first & 0xff) > 11) return false;
  bits.skip(first >> 8);
  bits.peek16();
  bits.skip(first & 0xff);
  for (let place = 1; place < 64; place += 1) {
    const next = ac[bits.peek16()] ?? 0;
    const [zeros, size] = [(next >> 4) & 15, next & 15];
    if (next === 0 || size > 10) return false;
    bits.skip(next >> 8);
    if (size === 0 && zeros === 0) return true;
    if (size === 0 && zeros !== 15) return false;
    place += zeros;
    if (place > 63) return false;
    bits.peek16();
    bits.skip(size);
  }
  return true;
}

/** Encoders may fill up behind the last block. */
const mostLeftOver = 16;

/**
 * Whether the data of a scan (ITU T.81 F.2, G.2) from `from` on are just what its blocks need: damage makes other code words
 * of them, which come out too long, too short, or as none.
 * @param units how many groups of blocks the scan has
 * @param restart after how many of them the codes begin anew; 0 for never
 */
export function isSoundScan(
  bytes: Uint8Array,
  from: number,
  { parts, units, restart, pass }: { parts: readonly ScanPart[]; units: number; restart: number; pass: BlockPass },
): boolean {
  const bits = new Bits(bytes, from);
  for (let unit = 0; unit < units; unit += 1) {
    if (restart > 0 && unit > 0 && unit % restart === 0) {
      if (!pass.isDone()) return false;
      bits.align();
      while (bytes[bits.at] === 0xff && bytes[bits.at + 1] === 0xff) bits.at += 1;
      if (bytes[bits.at] !== 0xff || bytes[bits.at + 1] !== 0xd0 + ((unit / restart - 1) % 8)) return false;
      bits.at += 2;
    }
    for (const part of parts) {
      for (let block = 0; block < part.blocks; block += 1) {
        if (!pass.passBlock(bits, part) || bits.isBeyond()) return false;
      }
    }
  }
  const end = bytes.indexOf(0xff, bits.at);
  return pass.isDone() && end >= 0 && end - bits.at <= mostLeftOver && bytes[end + 1] !== 0;
}
