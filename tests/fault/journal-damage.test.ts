import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { asKey } from '#shared/crypto/keys.ts';
import { concatBytes } from '#shared/lib/bytes.ts';
import { decodeRecordHeader, recordHeaderBytes, segmentHeaderBytes } from '../../electron/journal/record-format.ts';
import { aFrame, aJournal, journalPaths, payloadOf, reopen, textsOf } from '../helpers/journal.ts';
import { memoryFileSystem, type MemoryFileSystem } from '../helpers/memory-file-system.ts';

const dir = '/data';
const paths = journalPaths(dir);
const first = join(paths.journal, '00000001.journal');

/** Where each record of a segment begins; the last number is the end. */
function boundaries(bytes: Uint8Array): number[] {
  const found = [segmentHeaderBytes];
  for (let at = segmentHeaderBytes; at < bytes.length; ) {
    at += recordHeaderBytes + (decodeRecordHeader(bytes.subarray(at))?.sealedBytes ?? 0);
    found.push(at);
  }
  return found;
}

const records = 6;
const allTexts = Array.from({ length: records }, (_, index) => `change-${index + 1}`);
let disk: MemoryFileSystem;
let bytes: Uint8Array;
let starts: number[];

beforeAll(async () => {
  disk = memoryFileSystem();
  const journal = await aJournal(dir, { files: disk });
  for (let seq = 0; seq < records; seq++) await journal.append(aFrame(seq));
  await journal.close();
  bytes = disk.get(first);
  starts = boundaries(bytes);
});

/** Opens a journal whose only segment was injured; checks that all before the damage is there and all after it is kept. */
async function expectKeptUpTo(injured: Uint8Array, goodFrames: number, goodBytes: number): Promise<void> {
  const files = disk.clone();
  files.set(first, injured);
  const journal = await reopen(dir, { files });
  expect(await textsOf(journal)).toEqual(allTexts.slice(0, goodFrames));
  const isWhole = goodBytes === injured.length;
  const damage = isWhole ? null : { lastGoodSeq: goodFrames, keptBytes: injured.length - goodBytes };
  expect(journal.status()).toMatchObject({ headSeq: goodFrames, damage });
  const kept = files.paths().filter((path) => path.startsWith(paths.keptAside));
  expect(concatBytes(kept.map((path) => files.get(path)))).toEqual(injured.subarray(goodBytes));
  await journal.append(aFrame(goodFrames, { payload: payloadOf('after') }));
  await journal.close();
  const again = await reopen(dir, { files });
  expect(await textsOf(again)).toEqual([...allTexts.slice(0, goodFrames), 'after']);
  expect(again.status().damage).toBeNull();
  await again.close();
}

/** Number of whole frames before an offset; the first record is the marker. */
const framesBefore = (offset: number) => starts.filter((start) => start <= offset).length - 2;
const lastThree = () => starts.at(-4)!;

describe('a journal cut off', () => {
  it('keeps everything before the cut, at every byte of the last three records', async () => {
    for (let length = lastThree(); length <= bytes.length; length++) {
      const frames = framesBefore(length);
      await expectKeptUpTo(bytes.slice(0, length), frames, starts[frames + 1]!);
    }
  });

  it('keeps everything before zeros that a power cut left', async () => {
    for (const zeros of [1, 4, recordHeaderBytes, 512, 4096]) {
      await expectKeptUpTo(concatBytes([bytes, new Uint8Array(zeros)]), records, bytes.length);
    }
  });

  it('takes a segment without its whole header as one that was being created', async () => {
    for (let length = 0; length < segmentHeaderBytes; length++) {
      const files = disk.clone();
      files.set(join(paths.journal, '00000002.journal'), bytes.slice(0, length));
      const journal = await reopen(dir, { files });
      expect(journal.status()).toMatchObject({ headSeq: records, damage: null });
      await journal.append(aFrame(records));
      await journal.close();
    }
  });
});

describe('a journal with a flipped bit', () => {
  // The table of faults flips every bit of them.
  it('keeps everything before it, at every byte of the last three records', async () => {
    for (let offset = lastThree(); offset < bytes.length; offset++) {
      const frames = framesBefore(offset);
      const flipped = bytes.slice();
      flipped[offset]! ^= 1 << (offset & 7);
      await expectKeptUpTo(flipped, frames, starts[frames + 1]!);
    }
  });

  it('is never believed, at any byte of the first frames', async () => {
    for (let offset = starts[1]!; offset < lastThree(); offset++) {
      const frames = framesBefore(offset);
      const flipped = bytes.slice();
      flipped[offset]! ^= 1 << (offset & 7);
      await expectKeptUpTo(flipped, frames, starts[frames + 1]!);
    }
  });

  it('is read-only and keeps every byte when it is the beginning that is damaged', async () => {
    for (let offset = 0; offset < starts[1]!; offset++) {
      const files = disk.clone();
      const flipped = bytes.slice();
      flipped[offset]! ^= 0x10;
      files.set(first, flipped);
      const journal = await reopen(dir, { files });
      expect(journal.status()).toMatchObject({
        headSeq: 0,
        readOnlyReason: 'journal-lost',
        damage: { lastGoodSeq: 0 },
      });
      await expect(journal.append(aFrame(0))).rejects.toMatchObject({ error: { code: 'archive/read-only' } });
      const left = files.paths().map((path) => files.get(path));
      expect(left.reduce((sum, { length }) => sum + length, 0)).toBe(bytes.length);
      await journal.close();
    }
  });
});

describe('a journal whose records were moved', () => {
  const piece = (index: number) => bytes.slice(starts[index], starts[index + 1]);
  const assemble = (order: number[]) => concatBytes([bytes.slice(0, segmentHeaderBytes), ...order.map(piece)]);

  it('is believed up to the first of two that were swapped', async () => {
    for (let a = 1; a <= records; a++) {
      for (let b = a + 1; b <= records; b++) {
        const order = [0, 1, 2, 3, 4, 5, 6];
        [order[a], order[b]] = [order[b]!, order[a]!];
        await expectKeptUpTo(assemble(order), a - 1, starts[a]!);
      }
    }
  });

  it('is believed up to one that is repeated or missing', async () => {
    for (let at = 1; at <= records; at++) {
      const order = [0, 1, 2, 3, 4, 5, 6];
      await expectKeptUpTo(assemble(order.toSpliced(at + 1, 0, at)), at, starts[at + 1]!);
      if (at < records) await expectKeptUpTo(assemble(order.toSpliced(at, 1)), at - 1, starts[at]!);
    }
  });

  it('does not believe records of another archive or another key', async () => {
    for (const change of [{ archiveId: 'another-archive' }, { key: asKey(new Uint8Array(32).fill(1), 'journal') }]) {
      const files = disk.clone();
      const journal = await reopen(dir, { files, ...change });
      expect(journal.status()).toMatchObject({ headSeq: 0, readOnlyReason: 'journal-lost' });
      await journal.close();
    }
  });
});

describe('a journal of several segments', () => {
  let large: MemoryFileSystem;
  const segment = (number: number) => join(paths.journal, `0000000${number}.journal`);

  beforeAll(async () => {
    large = memoryFileSystem();
    const journal = await aJournal(dir, { files: large, segmentBytes: 1 });
    for (let seq = 0; seq < records; seq++) await journal.append(aFrame(seq));
    await journal.close();
  });

  it.each([
    [
      'is flipped',
      (files: MemoryFileSystem) =>
        files.set(
          segment(4),
          files.get(segment(4)).map((byte) => byte ^ 1),
        ),
    ],
    ['is missing', (files: MemoryFileSystem) => void files.remove(segment(4))],
    [
      'was swapped with the next',
      (files: MemoryFileSystem) => {
        const [a, b] = [files.get(segment(4)), files.get(segment(5))];
        files.set(segment(4), b);
        files.set(segment(5), a);
      },
    ],
    ['is that of before', (files: MemoryFileSystem) => files.set(segment(4), files.get(segment(3)))],
    ['is empty', (files: MemoryFileSystem) => files.set(segment(4), new Uint8Array())],
  ])('keeps what is before a segment that %s, and puts the rest aside', async (_name, injure) => {
    const files = large.clone();
    injure(files);
    const total = files.paths().reduce((sum, path) => sum + files.get(path).length, 0);
    const journal = await reopen(dir, { files });
    expect(await textsOf(journal)).toEqual(allTexts.slice(0, 2));
    expect(journal.status().damage).toMatchObject({ lastGoodSeq: 2 });
    expect(files.paths().reduce((sum, path) => sum + files.get(path).length, 0)).toBe(total);
    await journal.append(aFrame(2, { payload: payloadOf('after') }));
    await journal.close();
    const again = await reopen(dir, { files });
    expect(await textsOf(again)).toEqual([...allTexts.slice(0, 2), 'after']);
    expect(again.status().damage).toBeNull();
  });

  it('is read-only when its beginning is missing, because nothing could be rebuilt from it', async () => {
    const files = large.clone();
    for (const number of [1, 2, 3]) await files.remove(segment(number));
    const journal = await reopen(dir, { files });
    expect(journal.status()).toMatchObject({ headSeq: 6, firstSeq: 3, damage: { lastGoodSeq: 6 } });
    expect(journal.status().readOnlyReason).toBe('journal-lost');
  });
});

describe('a journal that is gone', () => {
  it('is not taken for an empty one: it is read-only until something is restored', async () => {
    const files = disk.clone();
    await files.remove(first);
    const journal = await reopen(dir, { files });
    expect(journal.status()).toMatchObject({ damage: { lastGoodSeq: 0 }, readOnlyReason: 'journal-lost' });
    await expect(journal.append(aFrame(0))).rejects.toMatchObject({ error: { code: 'archive/read-only' } });
    const restored = await journal.appendMarker({ cause: 'restored', snapshot: { name: 'a.kebu', counts: {} } });
    expect(restored).toMatchObject({ headSeq: 1, readOnlyReason: null });
    expect(restored.generation).toBeGreaterThan(1_000_000);
    await journal.append(aFrame(1));
    await journal.close();
    const again = await reopen(dir, { files });
    expect(again.status()).toMatchObject({ headSeq: 2, firstSeq: 2, damage: null, readOnlyReason: null });
  });
});

describe('a damaged record met while reading', () => {
  it('is refused with the last good number', async () => {
    const files = disk.clone();
    const journal = await reopen(dir, { files });
    const flipped = bytes.slice();
    flipped[starts[4]! + 40]! ^= 1;
    files.set(first, flipped);
    await expect(journal.read(1)).rejects.toMatchObject({ error: { code: 'journal/damaged', data: { seq: 3 } } });
  });
});
