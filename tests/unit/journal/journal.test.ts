import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxChunkBytes } from '#shared/ipc/contract.ts';
import { nodeFileSystem } from '../../../electron/files/file-system.ts';
import {
  aFrame,
  aJournal,
  countingSyncs,
  journalOptions,
  payloadOf,
  reopen,
  segmentsIn,
  textsOf,
} from '../../helpers/journal.ts';
import { aTempDir } from '../../helpers/temp-dir.ts';

const refusal = (code: string) => expect.objectContaining({ error: expect.objectContaining({ code }) as unknown });

describe('a new journal', () => {
  it('is empty and says so', async () => {
    const journal = await aJournal(aTempDir());
    expect(journal.status()).toEqual({
      generation: 1,
      headSeq: 0,
      headAt: null,
      firstSeq: 1,
      counts: {},
      snapshot: null,
      damage: null,
      readOnlyReason: null,
    });
    expect(await journal.read(1)).toEqual({ frames: [], nextSeq: null });
  });
});

describe('appending', () => {
  it('numbers frames from 1 and keeps the counts of the last one', async () => {
    const dir = aTempDir();
    const journal = await aJournal(dir);
    expect(await journal.append(aFrame(0))).toBe(1);
    expect(await journal.append(aFrame(1, { counts: { customer: 7 } }))).toBe(2);
    expect(journal.status()).toMatchObject({ headSeq: 2, counts: { customer: 7 } });
    await journal.close();
    const again = await reopen(dir);
    expect(again.status()).toMatchObject({ headSeq: 2, firstSeq: 1, counts: { customer: 7 }, damage: null });
  });

  it('gives back exactly what was acknowledged, however it was cut into frames, segments and runs', async () => {
    const changeSets = fc.array(
      fc.record({
        parts: fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 4 }),
        restart: fc.boolean(),
      }),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(changeSets, fc.integer({ min: 1, max: 600 }), async (sets, segmentBytes) => {
        const dir = aTempDir();
        let journal = await aJournal(dir, { segmentBytes });
        const expected: { seq: number; changeSetId: string; last: boolean; payload: Uint8Array }[] = [];
        for (const [number, { parts, restart }] of sets.entries()) {
          for (const [index, part] of parts.entries()) {
            const payload = new Uint8Array(part);
            const changeSetId = `change-${number}`;
            const last = index === parts.length - 1;
            const afterSeq = expected.length;
            const seq = await journal.append({ afterSeq, changeSetId, last, payload, counts: { n: number } });
            expected.push({ seq, changeSetId, last, payload });
          }
          if (!restart) continue;
          await journal.close();
          journal = await reopen(dir, { segmentBytes });
        }
        expect((await journal.read(1)).frames).toEqual(expected);
        expect(journal.status()).toMatchObject({ headSeq: expected.length, damage: null });
        await journal.close();
      }),
      { numRuns: 25 },
    );
  });

  it('shares one sync among frames that arrive together', async () => {
    const files = countingSyncs(nodeFileSystem);
    const journal = await aJournal(aTempDir(), { files });
    const before = files.syncs();
    const seqs = await Promise.all(Array.from({ length: 50 }, (_, index) => journal.append(aFrame(index))));
    expect(seqs).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    expect(files.syncs() - before).toBeLessThanOrEqual(2);
    await journal.close();
  });

  it('refuses a writer that does not know the head', async () => {
    const journal = await aJournal(aTempDir());
    await journal.append(aFrame(0));
    for (const afterSeq of [0, 2, 99]) {
      await expect(journal.append(aFrame(afterSeq))).rejects.toEqual(refusal('journal/out-of-order'));
    }
    expect(await journal.append(aFrame(1))).toBe(2);
  });

  it('refuses another change set in the middle of one', async () => {
    const journal = await aJournal(aTempDir());
    await journal.append(aFrame(0, { changeSetId: 'large', last: false }));
    await expect(journal.append(aFrame(1, { changeSetId: 'other' }))).rejects.toEqual(refusal('journal/out-of-order'));
    expect(await journal.append(aFrame(1, { changeSetId: 'large' }))).toBe(2);
  });

  it('refuses everything once it is closed, and has forgotten its key', async () => {
    const options = journalOptions(aTempDir());
    const journal = await aJournal(aTempDir(), options);
    await journal.close();
    await expect(journal.append(aFrame(0))).rejects.toEqual(refusal('keys/locked'));
    await expect(journal.read(1)).rejects.toEqual(refusal('keys/locked'));
    await expect(journal.compact(0)).rejects.toEqual(refusal('keys/locked'));
    expect(options.key).toEqual(new Uint8Array(32));
  });

  it('finishes what was asked before it was closed', async () => {
    const dir = aTempDir();
    const journal = await aJournal(dir);
    const appended = journal.append(aFrame(0));
    await journal.close();
    expect(await appended).toBe(1);
    expect(await textsOf(await reopen(dir))).toEqual(['change-1']);
  });
});

describe('a change set in several frames', () => {
  it('counts for nothing until its last frame is there', async () => {
    const journal = await aJournal(aTempDir());
    await journal.append(aFrame(0));
    await journal.append(aFrame(1, { changeSetId: 'large', last: false, counts: { customer: 9 } }));
    expect(journal.status()).toMatchObject({ headSeq: 1, counts: { customer: 1 } });
    expect(await textsOf(journal)).toEqual(['change-1']);
    await journal.append(aFrame(2, { changeSetId: 'large', counts: { customer: 9 } }));
    expect(journal.status()).toMatchObject({ headSeq: 3, counts: { customer: 9 } });
  });

  it('is dropped when the journal is opened without its end, and that is no damage', async () => {
    const dir = aTempDir();
    const journal = await aJournal(dir);
    await journal.append(aFrame(0));
    await journal.append(aFrame(1, { changeSetId: 'large', last: false }));
    await journal.append(aFrame(2, { changeSetId: 'large', last: false }));
    await journal.close();
    const again = await reopen(dir);
    expect(again.status()).toMatchObject({ headSeq: 1, damage: null });
    expect(await again.append(aFrame(1, { payload: payloadOf('after') }))).toBe(2);
    expect(await textsOf(again)).toEqual(['change-1', 'after']);
    await again.close();
    const third = await reopen(dir);
    expect(await textsOf(third)).toEqual(['change-1', 'after']);
    expect(third.status().damage).toBeNull();
  });

  it('is dropped when its writer was restarted and begins anew', async () => {
    const dir = aTempDir();
    const journal = await aJournal(dir);
    await journal.append(aFrame(0, { changeSetId: 'large', last: false, payload: payloadOf('half') }));
    expect(await journal.append(aFrame(0, { changeSetId: 'large', payload: payloadOf('all of it') }))).toBe(1);
    expect(await textsOf(journal)).toEqual(['all of it']);
    await journal.close();
    const again = await reopen(dir);
    expect(await textsOf(again)).toEqual(['all of it']);
    expect(again.status().damage).toBeNull();
  });
});

describe('reading', () => {
  it('hands out as much as fits into a message, and at least one frame', async () => {
    const journal = await aJournal(aTempDir());
    const payload = new Uint8Array(3 * 1024 * 1024);
    for (let seq = 0; seq < 5; seq++) await journal.append(aFrame(seq, { payload }));
    const first = await journal.read(1);
    expect(first.frames.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(first.nextSeq).toBe(3);
    expect((await journal.read(5)).nextSeq).toBeNull();
    await journal.append(aFrame(5, { payload: new Uint8Array(maxChunkBytes) }));
    expect((await journal.read(6)).frames).toHaveLength(1);
  });

  it('refuses to begin before its first frame', async () => {
    const journal = await aJournal(aTempDir());
    await expect(journal.read(0)).rejects.toEqual(refusal('journal/out-of-order'));
  });
});

describe('markers', () => {
  const snapshot = { name: 'a.kebu', counts: { customer: 40 } };

  it('name a new base without taking a number', async () => {
    const dir = aTempDir();
    let now = '2026-11-21T08:00:00.000Z';
    const journal = await aJournal(dir, { clock: { now: () => new Date(now) } });
    await journal.append(aFrame(0));
    await journal.append(aFrame(1));
    now = '2026-11-22T08:00:00.000Z';
    const status = await journal.appendMarker({ cause: 'snapshot', snapshot: { ...snapshot, seq: 1 } });
    expect(status).toMatchObject({
      generation: 1,
      headSeq: 2,
      headAt: '2026-11-21T08:00:00.000Z',
      snapshot: { name: 'a.kebu', seq: 1 },
      counts: { customer: 2 },
    });
    expect(await journal.append(aFrame(2))).toBe(3);
    await journal.close();
    const again = await reopen(dir);
    expect(again.status()).toMatchObject({ headSeq: 3, firstSeq: 1, snapshot: { seq: 1, counts: { customer: 40 } } });
    expect(await textsOf(again)).toEqual(['change-1', 'change-2', 'change-3']);
  });

  it('begin a new generation from a restored snapshot, after which earlier frames are not read', async () => {
    const dir = aTempDir();
    const journal = await aJournal(dir);
    await journal.append(aFrame(0));
    await journal.append(aFrame(1));
    const status = await journal.appendMarker({ cause: 'restored', snapshot });
    expect(status).toEqual({
      generation: 2,
      headSeq: 3,
      headAt: '2026-11-21T08:00:00.000Z',
      firstSeq: 4,
      counts: { customer: 40 },
      snapshot: { ...snapshot, seq: 3 },
      damage: null,
      readOnlyReason: null,
    });
    expect(await journal.append(aFrame(3))).toBe(4);
    await journal.close();
    const again = await reopen(dir);
    expect(again.status()).toMatchObject({ generation: 2, headSeq: 4, firstSeq: 4, damage: null });
    expect(await textsOf(again)).toEqual(['change-4']);
  });

  it('let the segments go that a snapshot covers, and no other', async () => {
    const dir = aTempDir();
    const journal = await aJournal(dir, { segmentBytes: 1 });
    for (let seq = 0; seq < 4; seq++) await journal.append(aFrame(seq));
    await journal.appendMarker({ cause: 'snapshot', snapshot: { ...snapshot, seq: 2 } });
    await journal.compact(2);
    expect(journal.status()).toMatchObject({ headSeq: 4, firstSeq: 3 });
    await expect(journal.read(2)).rejects.toEqual(refusal('journal/out-of-order'));
    await journal.append(aFrame(4));
    await journal.close();
    const again = await reopen(dir);
    expect(again.status()).toMatchObject({ headSeq: 5, firstSeq: 3, damage: null, snapshot: { seq: 2 } });
    expect(await textsOf(again)).toEqual(['change-3', 'change-4', 'change-5']);
  });

  it('leave one segment when the snapshot holds everything', async () => {
    const dir = aTempDir();
    const journal = await aJournal(dir, { segmentBytes: 1 });
    for (let seq = 0; seq < 4; seq++) await journal.append(aFrame(seq));
    await journal.appendMarker({ cause: 'snapshot', snapshot: { ...snapshot, seq: 4 } });
    await journal.compact(4);
    expect(segmentsIn(dir)).toHaveLength(1);
    await journal.close();
    const again = await reopen(dir);
    expect(again.status()).toMatchObject({ headSeq: 4, firstSeq: 5, counts: { customer: 4 }, damage: null });
  });

  it('refuse to let go what no snapshot holds, and a base outside of what is known', async () => {
    const journal = await aJournal(aTempDir());
    await journal.append(aFrame(0));
    await expect(journal.compact(1)).rejects.toThrow('only what a snapshot holds');
    await expect(journal.appendMarker({ cause: 'snapshot', snapshot: { ...snapshot, seq: 2 } })).rejects.toThrow(
      'base',
    );
    expect(await journal.append(aFrame(1))).toBe(2);
  });

  it('drop a change set whose end never came', async () => {
    const journal = await aJournal(aTempDir());
    await journal.append(aFrame(0));
    await journal.append(aFrame(1, { last: false }));
    const status = await journal.appendMarker({ cause: 'snapshot', snapshot: { ...snapshot, seq: 1 } });
    expect(status.headSeq).toBe(1);
    expect(await journal.append(aFrame(1))).toBe(2);
  });
});

describe('somebody else writing into the journal', () => {
  it('is noticed before anything is written over', async () => {
    const dir = aTempDir();
    const mine = await aJournal(dir);
    const theirs = await reopen(dir);
    await theirs.append(aFrame(0, { payload: payloadOf('theirs') }));
    await expect(mine.append(aFrame(0))).rejects.toEqual(refusal('journal/in-use'));
    expect(await textsOf(await reopen(dir))).toEqual(['theirs']);
  });
});
