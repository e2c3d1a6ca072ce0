import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { inPieces } from '#shared/archive/byte-reader.ts';
import { readTar, tarEnd, tarFile, tarHeader } from '#shared/archive/tar.ts';
import { concatBytes } from '#shared/lib/bytes.ts';
import { inOnePiece } from '../../helpers/content.ts';

const files = [
  { name: 'README.txt', body: Buffer.from('客簿') },
  { name: 'data/customer/000001.ndjson', body: Buffer.alloc(512, 'x') },
  { name: 'empty', body: Buffer.alloc(0) },
];
const tar = concatBytes([...files.flatMap(({ name, body }) => tarFile(name, body, 1_772_000_000)), tarEnd()]);

async function read(bytes: Uint8Array, pieceBytes = bytes.length) {
  const found: { name: string; body: Buffer }[] = [];
  for await (const entry of readTar(inPieces(inOnePiece(bytes), Math.max(1, pieceBytes)))) {
    const pieces: Buffer[] = [];
    for await (const piece of entry.body) pieces.push(Buffer.from(piece));
    found.push({ name: entry.name, body: Buffer.concat(pieces) });
  }
  return found;
}

describe('tar', () => {
  it('reads back what it wrote, however the bytes are cut into pieces', async () => {
    for (const pieceBytes of [1, 7, 512, 513, 100_000]) expect(await read(tar, pieceBytes)).toEqual(files);
  });

  it('is listed and unpacked by the system tar', () => {
    const names = execFileSync('tar', ['tf', '-'], { input: tar, encoding: 'utf8' });
    expect(names.trim().split('\n')).toEqual(files.map((file) => file.name));
    expect(execFileSync('tar', ['xOf', '-', 'README.txt'], { input: tar, encoding: 'utf8' })).toBe('客簿');
  });

  it('refuses a flip of any byte that is no body', async () => {
    const isBody = (offset: number) => (offset >= 512 && offset < 518) || (offset >= 1536 && offset < 2048);
    for (let offset = 0; offset < tar.length; offset += 1) {
      if (isBody(offset)) continue;
      const flipped = tar.slice();
      flipped[offset]! ^= 1 << (offset % 8);
      await expect(read(flipped), `byte ${offset}`).rejects.toThrow('restore/damaged');
    }
  });

  it('refuses a cut at any byte and anything after the end', async () => {
    for (let length = 0; length < tar.length; length += 1) {
      await expect(read(tar.subarray(0, length)), `${length} bytes`).rejects.toThrow('restore/damaged');
    }
    await expect(read(concatBytes([tar, new Uint8Array(1)]))).rejects.toThrow('restore/damaged');
  });

  it('refuses to write names and sizes that the format cannot hold', () => {
    for (const name of ['', '客簿', 'a'.repeat(100), 'a b', 'a\0b']) {
      expect(() => tarHeader({ name, sizeBytes: 0, modifiedAt: 0 })).toThrow(RangeError);
    }
    expect(() => tarHeader({ name: 'a', sizeBytes: 8 ** 11, modifiedAt: 0 })).toThrow(RangeError);
  });
});
