import { randomFillSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ImageRow } from '../../../renderer/db/tables.ts';
import { importImageKey, openRun, sealRun } from '../../../renderer/engine/image/seal-image.ts';

const key = await importImageKey(new Uint8Array(32).fill(7), 'archive');
const mebibyte = 1024 * 1024;
const sizes = [3 * mebibyte, 3 * mebibyte, 3 * mebibyte, 10, 9 * mebibyte, 0, mebibyte];
const pieces = sizes.map((size) => randomFillSync(new Uint8Array(size)));

async function sealed(): Promise<Map<string, ImageRow>> {
  const rows = new Map<string, ImageRow>();
  for await (const row of sealRun(key, 'image', 'core', pieces)) rows.set(row.name, row);
  return rows;
}

function open(rows: ReadonlyMap<string, ImageRow>, given = { sizes, imageId: 'image', atOnce: 2 }) {
  const readRow = async (name: string) => {
    const row = rows.get(name);
    return row && { ...row, box: row.box.slice() };
  };
  return openRun(key, given.imageId, { run: 'core', sizes: given.sizes, atOnce: given.atOnce }, readRow);
}

describe('a run of the image', () => {
  it('is sealed piece by piece in rows of some size, and comes back piece by piece', async () => {
    const rows = await sealed();
    expect([...rows.keys()]).toEqual(['core-0', 'core-1', 'core-2', 'core-3']);
    expect([...rows.values()].map(({ iv }) => iv.length / 12)).toEqual([2, 2, 1, 2]);
    for (const atOnce of [1, 2, 9]) {
      const opened = await open(rows, { sizes, imageId: 'image', atOnce });
      expect(opened?.map((piece, at) => Buffer.compare(piece, pieces[at]!))).toEqual(sizes.map(() => 0));
    }
  });

  it('is none when a row is missing, altered, cut or of another image', async () => {
    const rows = await sealed();
    const first = rows.get('core-0')!;
    const third = rows.get('core-2')!;
    const altered = { ...first, box: first.box.with(first.box.length - 1, (first.box.at(-1) ?? 0) ^ 1) };
    const swapped = { ...first, iv: Uint8Array.from([...first.iv.slice(12), ...first.iv.slice(0, 12)]) };
    const cut = { ...first, box: first.box.slice(0, -1) };
    const without = new Map([...rows].filter(([name]) => name !== 'core-1'));
    for (const wrong of [altered, swapped, cut, { ...third, name: 'core-0' }]) {
      expect(await open(new Map([...rows, ['core-0', wrong]]))).toBeNull();
    }
    expect(await open(without)).toBeNull();
    expect(await open(rows, { sizes, imageId: 'other', atOnce: 2 })).toBeNull();
    expect(await open(rows, { sizes: sizes.toReversed(), imageId: 'image', atOnce: 2 })).toBeNull();
    expect(await open(rows)).not.toBeNull();
  });

  it('keeps each piece where it was written', async () => {
    const two = [pieces[6]!, pieces[6]!.toReversed()];
    const rows = new Map<string, ImageRow>();
    for await (const row of sealRun(key, 'image', 'core', two)) rows.set(row.name, row);
    const row = rows.get('core-0')!;
    const half = row.box.length / 2;
    const turned = {
      name: row.name,
      iv: Uint8Array.from([...row.iv.slice(12), ...row.iv.slice(0, 12)]),
      box: Uint8Array.from([...row.box.slice(half), ...row.box.slice(0, half)]),
    };
    const given = { sizes: [mebibyte, mebibyte], imageId: 'image', atOnce: 1 };
    expect(await open(rows, given)).not.toBeNull();
    expect(await open(new Map([['core-0', turned]]), given)).toBeNull();
  });
});
