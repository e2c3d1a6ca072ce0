import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { concatBytes } from '#shared/lib/bytes.ts';
import type { JournalEntry, JournalMarker } from '../../../electron/journal/entry.ts';
import {
  encodeSegmentHeader,
  noTag,
  segmentHeaderBytes,
  segmentName,
} from '../../../electron/journal/record-format.ts';
import { sealEntries } from '../../../electron/journal/seal-entries.ts';
import type { Tail } from '../../../electron/journal/state.ts';
import {
  aFrame,
  aJournal,
  journalOptions,
  journalPaths,
  payloadOf,
  reopen,
  segmentsIn,
  textsOf,
} from '../../helpers/journal.ts';
import { aTempDir } from '../../helpers/temp-dir.ts';

const at = '2026-11-21T08:00:00.000Z';
const base = { name: 'a.kebu', seq: 1, counts: {} };

function marker(cause: JournalMarker['cause'], change: Partial<JournalMarker> = {}): JournalMarker {
  return {
    type: 'marker',
    at,
    cause,
    generation: 1,
    snapshot: cause === 'created' ? null : base,
    counts: {},
    ...change,
  };
}

function frame(changeSetId: string, last = true): JournalEntry {
  return { type: 'frame', at, changeSetId, last, counts: {}, payload: payloadOf(changeSetId) };
}

/** Seals what no journal of ours would write, each record in its right place and chained to the one before. */
function seal(segments: readonly (readonly JournalEntry[])[]): Uint8Array[][] {
  const { key, archiveId } = journalOptions('');
  let tail: Pick<Tail, 'seq' | 'tag'> = { seq: 0, tag: noTag };
  return segments.map((entries, index) => {
    const here = { segment: index + 1, offset: segmentHeaderBytes, ...tail };
    const { bytes, records } = sealEntries(key, archiveId, here, entries);
    const { seq, tag } = records.at(-1) ?? tail;
    tail = { seq, tag };
    let from = 0;
    return records.map(({ sizeBytes }) => bytes.subarray(from, (from += sizeBytes)));
  });
}

function layDown(dir: string, segments: readonly (readonly Uint8Array[])[]): void {
  const { journal } = journalPaths(dir);
  mkdirSync(journal, { recursive: true });
  segments.forEach((records, index) => {
    const bytes = concatBytes([encodeSegmentHeader(index + 1), ...records]);
    writeFileSync(join(journal, segmentName(index + 1)), bytes);
  });
}

/** What was good is there, the rest is aside, and the journal goes on as if that had never been. */
async function expectToStopAfter(dir: string, good: readonly string[]): Promise<void> {
  const journal = await reopen(dir);
  const { headSeq, damage } = journal.status();
  expect(damage?.lastGoodSeq).toBe(headSeq);
  expect(await textsOf(journal)).toEqual(good);
  expect(readdirSync(journalPaths(dir).keptAside).length).toBeGreaterThan(0);
  await journal.append(aFrame(headSeq, { payload: payloadOf('later') }));
  await journal.close();
  const again = await reopen(dir);
  expect(again.status().damage).toBeNull();
  expect(await textsOf(again)).toEqual([...good, 'later']);
}

describe('a journal whose records are whole and stand where nobody would write them', () => {
  it.each<[string, JournalEntry[]]>([
    ['another change set in the middle of one', [marker('created'), frame('a'), frame('b', false), frame('c')]],
    ['a marker in the middle of a change set', [marker('created'), frame('a'), frame('b', false), marker('snapshot')]],
    ['a second beginning', [marker('created'), frame('a'), marker('created')]],
    ['a base of another generation', [marker('created'), frame('a'), marker('snapshot', { generation: 2 })]],
    ['a restore that begins no generation', [marker('created'), frame('a'), marker('restored')]],
  ])('is believed up to there: %s', async (_what, entries) => {
    const dir = aTempDir();
    layDown(dir, seal([entries]));
    await expectToStopAfter(dir, ['a']);
  });

  it('is not believed where a change set goes on in another segment', async () => {
    const dir = aTempDir();
    layDown(dir, seal([[marker('created'), frame('a'), frame('b', false)], [frame('b')]]));
    await expectToStopAfter(dir, ['a']);
    expect(segmentsIn(dir)).toEqual([segmentName(1)]);
  });

  it('is not believed behind a segment that is missing', async () => {
    const dir = aTempDir();
    layDown(dir, seal([[marker('created'), frame('a')], [frame('b')], [frame('c')]]));
    rmSync(join(journalPaths(dir).journal, segmentName(2)));
    await expectToStopAfter(dir, ['a']);
    expect(segmentsIn(dir)).toEqual([segmentName(1)]);
  });

  it('takes no record of another history that fits into its place', async () => {
    const [own = []] = seal([[marker('created'), frame('a'), frame('b')]]);
    const [foreign = []] = seal([[marker('created'), frame('x'), frame('y')]]);
    const dir = aTempDir();
    layDown(dir, [[...own.slice(0, 2), ...foreign.slice(2)]]);
    await expectToStopAfter(dir, ['a']);
  });
});

it('gives out no frame for another one, when the disk gives back other records than it took', async () => {
  const dir = aTempDir();
  const [[created, first, second] = []] = seal([[marker('created'), frame('a'), frame('b')]]);
  layDown(dir, [[created!, first!, second!]]);
  const journal = await reopen(dir);
  expect(await textsOf(journal)).toEqual(['a', 'b']);
  layDown(dir, [[created!, second!, first!]]);
  await expect(journal.read(1)).rejects.toMatchObject({ error: { code: 'journal/damaged' } });
});

describe('a journal that lost its beginning', () => {
  it('says so where frames after its base are among what is lost', async () => {
    const dir = aTempDir();
    const journal = await aJournal(dir);
    for (let seq = 0; seq < 3; seq += 1) await journal.append(aFrame(seq));
    await journal.appendMarker({ cause: 'snapshot', snapshot: base });
    await journal.append(aFrame(3));
    await journal.close();
    rmSync(join(journalPaths(dir).journal, segmentName(1)));
    expect((await reopen(dir)).status()).toMatchObject({ headSeq: 4, damage: { lastGoodSeq: 4, keptBytes: 0 } });
  });

  it('is well where its base holds all that is lost', async () => {
    const dir = aTempDir();
    const journal = await aJournal(dir);
    for (let seq = 0; seq < 3; seq += 1) await journal.append(aFrame(seq));
    await journal.appendMarker({ cause: 'snapshot', snapshot: { ...base, seq: 3 } });
    await journal.append(aFrame(3));
    await journal.close();
    rmSync(join(journalPaths(dir).journal, segmentName(1)));
    expect((await reopen(dir)).status()).toMatchObject({ headSeq: 4, firstSeq: 4, damage: null });
  });
});
