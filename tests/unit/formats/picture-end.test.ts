import { describe, expect, it } from 'vitest';
import { isCutShort } from '#shared/formats/picture-end.ts';
import { aPicture } from '../../samples/files.ts';

const hex = (digits: string) => Uint8Array.from(Buffer.from(digits.replaceAll(' ', ''), 'hex'));
const pictures: Record<string, Uint8Array> = {
  png: aPicture(64, 48),
  // Two scans, restart markers and a stuffed byte; the segment before them holds the end of its own small picture.
  jpeg: hex('ffd8 ffe1 0008 ffd8ffd9abcd ffda 0004 0100 12ff00ffd034 ffda 0004 0200 5678 ffd9'),
  webp: hex('52494646 0a000000 57454250 56503820 0000'),
};

describe('the end of a picture', () => {
  it.each(Object.keys(pictures))('is there or missing of a %s', (kind) => {
    const whole = pictures[kind] ?? new Uint8Array();
    expect(isCutShort(whole)).toBe(false);
    expect(isCutShort(Buffer.concat([whole, Buffer.from('what a camera writes behind it')]))).toBe(false);
    for (let length = 12; length < whole.length; length += Math.max(1, whole.length >> 6))
      expect(isCutShort(whole.subarray(0, length)), String(length)).toBe(true);
  });

  it('is asked of no other file, and of nothing', () => {
    for (const bytes of [hex(''), hex('ff'), hex('474946383961 8002'), hex('25504446')])
      expect(isCutShort(bytes)).toBe(false);
  });
});
