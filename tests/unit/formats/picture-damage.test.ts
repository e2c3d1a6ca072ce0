import { describe, expect, it } from 'vitest';
import { isDamaged } from '#shared/formats/picture-damage.ts';
import { aPicture } from '../../samples/files.ts';
import { progressiveJpeg, webp } from '../../samples/web-pictures.ts';

/** 70 × 50 pixels as a browser wrote them: baseline, two sizes of blocks. */
const jpeg = Uint8Array.from(
  Buffer.from(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYV' +
      'pQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAy' +
      'AEYDASIAAhEBAxEB/8QAGwAAAwADAQEAAAAAAAAAAAAAAAMEAQIFBgf/xAAtEAACAgEEAAUCBQUAAAAAAAABAgMRAAQSITETIkFRcYGRI2Fysd' +
      'EUMzRC8P/EABkBAQADAQEAAAAAAAAAAAAAAAMBAgQABf/EACoRAAEDAgQEBgMAAAAAAAAAAAEAAhESIQMxQfAyM3HhBCJhgbHxUZGh/9oADAMB' +
      'AAIRAxEAPwDxca5cun26dJvEjO41sDeYfI+mGpOmkmB0kLRR7aKlr598eGgOlSNdPtmBtpd5O4c8V0PT7ZZ06IoPRaxKAQSLHtlMfD+Xg5rCCp' +
      'DL2Muk002mk2TxgOwvkg/tkBzAYJunBLWgjPeqdJFA0CTxMFdjTRdkd839sxFGbJLcegrNYoyxAVST7AZSiEGiKPscKSAb/C5hgU57/K3jTHgM' +
      'FtF3H2usxGuOVWLgKSoHfHeUBvddVSZIlMiUlQSKNcj2wx6Jxhguc6bD+9k0BfP0jNBqNH1rKkgcIJCjBDwGrg/XFxg0BZoemVJKzKIC5IXkLZ' +
      'of9ebxUZhZ4asxrnSj1G3SxRpYdGJuuPX+cjUAEel5UAXYFibGC/DDoqySUjU5ZLPbgsCxY3YGURRv4hYva1wtdfXCBaU71BPpR6x/hsyEI21v' +
      'Q1dZLnQA0b36KRVUWk2WSfCjL7Hev9UFk5XB50VtpWwDRFEYiJ/xRCHDSKLewR7c5Tp9M0YAWaRhus7/ADE/lhPs31Um027okSWRwkE5iKiz5A' +
      '19YZci8YYRIOSRjntEGD7BeDaKPhoNxWuQ1WPtlmijkZJRHIi8cqTy3B6yWMEdE5TECpBUkH3Ga3AQB3WceUCjNNXTyKgkZaQmh841kbwLhZfF' +
      '9AwNZuYJIpNsw2k893jUXnDa8Zi/wuJc4wbdPrusQRycGRhdCwBxePimibUNpw34qiytHgcfzm0a89ZVGuQXA5hXBq+t/ta6WSOdN0TbgDXVZV' +
      'tm3J4Wzbfn3XdflipZ4dLGJJ32KTQNE8/TL41wpi6RzZFrBJ1Gr02jCf1Mmzfe3yk3Xx84Zci8YZLXYceYGevZXFOoXzyPKY8MMcrKFTHj17X5' +
      'wwwcXhQ+J5R9vkKfVMxfUKWO0IKF8drnX0P+LD+hf2wwxsXgG9F6b+WN6J+g/tH9WdCPDDAxuMrB4LkN6KlOsMMMBbF//9k=',
    'base64',
  ),
);
/** Of which so many at its end are the picture itself. */
const scanBytes = 723;

/** How the file of a picture looks where a few bytes of it are others. */
function damaged(whole: Uint8Array, from: number, bytes: readonly number[]): Uint8Array {
  const copy = whole.slice();
  copy.set(bytes, from);
  return copy;
}

describe('a picture', () => {
  it('that is as it was written is not damaged, whatever a camera writes behind it', () => {
    for (const whole of [aPicture(64, 48), jpeg, progressiveJpeg, webp]) {
      expect(isDamaged(whole)).toBe(false);
      expect(isDamaged(Buffer.concat([whole, Buffer.from('and more')]))).toBe(false);
    }
  });

  it('of PNG is damaged by any bit', () => {
    const whole = aPicture(64, 48);
    for (let at = 12; at < whole.length - 12; at += 1) {
      const flipped = damaged(whole, at, [(whole[at] ?? 0) ^ 1]);
      // A length that leads beyond the end is the same as an end that is missing.
      if (isDamaged(flipped)) continue;
      expect(at, String(at)).toBeGreaterThanOrEqual(33);
      expect(at, String(at)).toBeLessThan(37);
    }
  });

  it('of JPEG is damaged by a stretch of zeros, as of a bad stick', () => {
    const scan = jpeg.length - scanBytes;
    let found = 0;
    const places = 20;
    for (let nth = 0; nth < places; nth += 1) {
      const at = scan + 20 + Math.floor(((scanBytes - 200) * nth) / places);
      if (isDamaged(damaged(jpeg, at, Array<number>(128).fill(0)))) found += 1;
    }
    expect(found).toBe(places);
  });

  it('of progressive JPEG is damaged by a stretch of zeros wherever its codes tell', () => {
    const places = 20;
    let found = 0;
    for (let nth = 0; nth < places; nth += 1) {
      const at = Math.floor(progressiveJpeg.length * (0.35 + (0.5 * nth) / places));
      if (isDamaged(damaged(progressiveJpeg, at, Array<number>(128).fill(0)))) found += 1;
    }
    // Bits that only make a value finer tell nothing.
    expect(found).toBeGreaterThanOrEqual(16);
  });

  it('of WebP is damaged where its parts do not follow each other or do not begin as one', () => {
    const zeros = Array<number>(16).fill(0);
    for (const at of [12, 16, 20, 23]) expect(isDamaged(damaged(webp, at, zeros)), String(at)).toBe(true);
    expect(isDamaged(damaged(webp, webp.length - 40, zeros))).toBe(false);
  });

  it('of JPEG is damaged by a mark that cannot stand within it', () => {
    for (const marker of [0xc0, 0xd1, 0xd8])
      expect(isDamaged(damaged(jpeg, jpeg.length - 300, [0xff, marker])), String(marker)).toBe(true);
  });

  it('that is cut, and any other file, is not said to be damaged', () => {
    for (const length of [3, 12, 40, 200]) expect(isDamaged(jpeg.subarray(0, length))).toBe(false);
    for (const length of [9, 20, 60]) expect(isDamaged(aPicture(64, 48).subarray(0, length))).toBe(false);
    for (const text of ['', 'GIF89a', '%PDF-1.7']) expect(isDamaged(Buffer.from(text))).toBe(false);
  });
});
