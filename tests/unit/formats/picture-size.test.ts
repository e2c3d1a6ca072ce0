import { describe, expect, it } from 'vitest';
import { isShowable, pictureSizeOf } from '#shared/formats/picture-size.ts';
import { aPicture } from '../../samples/files.ts';

const hex = (digits: string) => Uint8Array.from(Buffer.from(digits.replaceAll(' ', ''), 'hex'));
/** Headers as encoders write them, 640 by 480. */
const headers: Record<string, Uint8Array> = {
  png: aPicture(640, 480).subarray(0, 33),
  gif: hex('474946383961 8002 e001 f70000'),
  bmp: hex(
    `424d ${'00'.repeat(12)} 28000000 80020000 20feffff 0100 1800`.replace(
      '00'.repeat(12),
      `${'00'.repeat(8)}36000000`,
    ),
  ),
  jpeg: hex('ffd8 ffe0 0010 4a46494600010101004800480000 ff ffdb 0004 0000 ffc2 0011 08 01e0 0280 03 011100'),
  'lossy webp': hex('52494646 00000000 57454250 56503820 00000000 000000 9d012a 8002 e001'),
  'lossless webp': hex('52494646 00000000 57454250 5650384c 00000000 2f 7fc27700'),
  'extended webp': hex('52494646 00000000 57454250 56503858 0a000000 00000000 7f0200 df0100'),
};

describe('the size of a picture', () => {
  it.each(Object.keys(headers))('stands in the header of a %s', (kind) => {
    expect(pictureSizeOf(headers[kind] ?? new Uint8Array())).toEqual({ width: 640, height: 480 });
  });

  it('is not known of a header that is cut, empty or of something else, and nothing throws', () => {
    for (const header of Object.values(headers)) {
      for (let length = 0; length < header.length; length += 1) {
        const size = pictureSizeOf(header.subarray(0, length));
        if (size) expect(size).toEqual({ width: 640, height: 480 });
      }
    }
    expect(pictureSizeOf(new Uint8Array(200))).toBeNull();
    expect(pictureSizeOf(aPicture(1, 1).fill(0, 16, 24))).toBeNull();
  });

  it('decides whether a decoder may have it', () => {
    expect(isShowable({ width: 8_000, height: 8_000 })).toBe(true);
    expect(isShowable({ width: 30_000, height: 30_000 })).toBe(false);
  });
});
