import type { Bits, BlockPass, ScanPart } from './jpeg-scan.ts';

/** Of a scan: which of the 64 values of a block it is about, and whether it makes them finer (`high` > 0) or is the first. */
export interface ScanBand {
  from: number;
  to: number;
  high: number;
}

/** What a picture's blocks have of values so far: finer ones follow only where there is one already. A byte each, 64 a block. */
export type Known = Uint8Array;

/** Larger pictures come from no camera, and what is known of them would fill the memory. */
export const mostKnown = 128 * 1024 * 1024;

/** Goes through the blocks of one scan of a progressive picture (ITU T.81 G.1.2, G.2). */
export function progressivePass({ from, to, high }: ScanBand, known: Known): BlockPass {
  let endOfBand = 0;
  let block = 0;

  const runOf = (bits: Bits, length: number): number => {
    const more = bits.peek16() >>> (16 - length);
    bits.skip(length);
    return (1 << length) + (length === 0 ? 0 : more);
  };

  const passFirst = (bits: Bits, ac: Uint16Array): boolean => {
    if (endOfBand > 0) {
      endOfBand -= 1;
      return true;
    }
    for (let place = from; place <= to; place += 1) {
      const next = ac[bits.peek16()] ?? 0;
      const [zeros, size] = [(next >> 4) & 15, next & 15];
      if (next === 0 || size > 10) return false;
      bits.skip(next >> 8);
      if (size === 0 && zeros < 15) {
        endOfBand = runOf(bits, zeros) - 1;
        return true;
      }
      place += zeros;
      if (place > to) return false;
      if (size === 0) continue;
      bits.peek16();
      bits.skip(size);
      known[block * 64 + place] = 1;
    }
    return true;
  };

  const passBit = (bits: Bits): void => {
    bits.peek16();
    bits.skip(1);
  };

  const passFiner = (bits: Bits, ac: Uint16Array): boolean => {
    const at = block * 64;
    let place = from;
    for (; endOfBand === 0 && place <= to; place += 1) {
      const next = ac[bits.peek16()] ?? 0;
      const [zeros, size] = [(next >> 4) & 15, next & 15];
      if (next === 0 || size > 1) return false;
      bits.skip(next >> 8);
      if (size === 0 && zeros < 15) {
        endOfBand = runOf(bits, zeros);
        break;
      }
      if (size === 1) passBit(bits);
      for (let left = zeros; place <= to; place += 1) {
        if (known[at + place] === 1) passBit(bits);
        else if (left === 0) break;
        else left -= 1;
      }
      if (size === 1 && place > to) return false;
      if (size === 1) known[at + place] = 1;
    }
    if (endOfBand === 0) return true;
    for (; place <= to; place += 1) if (known[at + place] === 1) passBit(bits);
    endOfBand -= 1;
    return true;
  };

  const passValues = (bits: Bits, { dc, ac }: ScanPart): boolean => {
    if (from > 0) return ac !== undefined && (high > 0 ? passFiner(bits, ac) : passFirst(bits, ac));
    if (high > 0) passBit(bits);
    else {
      const first = dc?.[bits.peek16()] ?? 0;
      if (first === 0 || (first & 0xff) > 11) return false;
      bits.skip(first >> 8);
      bits.peek16();
      bits.skip(first & 0xff);
    }
    return true;
  };

  return {
    passBlock(bits, part) {
      const isSound = passValues(bits, part);
      block += 1;
      return isSound;
    },
    // A run of ends reaches over no restart, and not beyond the last block.
    isDone: () => endOfBand === 0,
  };
}
