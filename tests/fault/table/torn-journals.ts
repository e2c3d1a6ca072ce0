import { join } from 'node:path';
import { concatBytes } from '#shared/lib/bytes.ts';
import { decodeRecordHeader, recordHeaderBytes, segmentHeaderBytes } from '../../../electron/journal/record-format.ts';
import { aFrame, aJournal, journalPaths, reopen, textsOf } from '../../helpers/journal.ts';
import { memoryFileSystem } from '../../helpers/memory-file-system.ts';
import { Tally, type Depth, type FaultRow } from './tally.ts';

const dir = '/data';
const paths = journalPaths(dir);
const segment = join(paths.journal, '00000001.journal');
const records = 6;

/** Where each record begins; the last number is the end. */
function boundaries(bytes: Uint8Array): number[] {
  const found = [segmentHeaderBytes];
  for (let at = segmentHeaderBytes; at < bytes.length; ) {
    at += recordHeaderBytes + (decodeRecordHeader(bytes.subarray(at))?.sealedBytes ?? 0);
    found.push(at);
  }
  return found;
}

/** Every injury of a journal's bytes, with the number of frames that lie whole before it. */
function* injuries(bytes: Uint8Array, starts: readonly number[], depth: Depth) {
  const stride = depth === 'quick' ? 29 : 1;
  const from = starts.at(-4) ?? 0;
  const framesBefore = (offset: number) => starts.filter((start) => start <= offset).length - 2;
  const flip = (offset: number, bit: number) => bytes.with(offset, (bytes[offset] ?? 0) ^ (1 << bit));
  for (let length = from; length <= bytes.length; length += stride) {
    yield { where: `cut to ${length} bytes`, injured: bytes.slice(0, length), frames: framesBefore(length) };
  }
  for (let offset = starts[1] ?? 0; offset < bytes.length; offset += stride) {
    // Every bit of the last three records, one of each byte before.
    for (let bit = 0; bit < (offset < from || depth === 'quick' ? 1 : 8); bit += 1) {
      yield { where: `bit ${bit} of byte ${offset}`, injured: flip(offset, bit), frames: framesBefore(offset) };
    }
  }
  const order = Array.from({ length: records + 1 }, (_, index) => index);
  const piece = (index: number) => bytes.slice(starts[index], starts[index + 1]);
  const assemble = (pieces: readonly number[]) =>
    concatBytes([bytes.slice(0, segmentHeaderBytes), ...pieces.map(piece)]);
  for (let a = 1; a <= records; a += 1) {
    for (let b = a + 1; b <= records; b += 1) {
      const swapped = order.with(a, b).with(b, a);
      yield { where: `records ${a} and ${b} swapped`, injured: assemble(swapped), frames: a - 1 };
    }
    yield { where: `record ${a} repeated`, injured: assemble(order.toSpliced(a + 1, 0, a)), frames: a };
    if (a < records) yield { where: `record ${a} gone`, injured: assemble(order.toSpliced(a, 1)), frames: a - 1 };
  }
}

export async function tornJournals(depth: Depth): Promise<FaultRow> {
  const tally = new Tally('journal: cut, flipped, swapped, repeated at every byte of the last 3 records');
  const disk = memoryFileSystem();
  const journal = await aJournal(dir, { files: disk });
  for (let seq = 0; seq < records; seq += 1) await journal.append(aFrame(seq));
  const texts = await textsOf(journal);
  await journal.close();
  const bytes = disk.get(segment);
  for (const { where, injured, frames } of injuries(bytes, boundaries(bytes), depth)) {
    const files = disk.clone();
    files.set(segment, injured);
    const opened = await reopen(dir, { files });
    const found = await textsOf(opened);
    // What lies before the injury was acknowledged and is readable still; what comes after may not be believed.
    tally.judge(where, texts.slice(0, frames), found);
    tally.expect(where, found.length === frames, 'bytes behind the damage are believed');
    const size = files.paths().reduce((sum, path) => sum + files.get(path).length, 0);
    tally.expect(where, size === injured.length, 'bytes were thrown away');
    const isTold = opened.status().damage !== null;
    const isHarmless = injured.length === (boundaries(bytes)[frames + 1] ?? -1);
    tally.expect(where, isTold || isHarmless, 'nobody is told');
    await opened.close();
  }
  return tally.row();
}
