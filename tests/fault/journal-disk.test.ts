import { describe, expect, it } from 'vitest';
import { AppFailure } from '#shared/errors/app-error.ts';
import type { Journal } from '../../electron/journal/journal.ts';
import { createJournal } from '../../electron/journal/open-journal.ts';
import { failingFileSystem, faults, type FailingFileSystem, type Fault } from '../helpers/failing-file-system.ts';
import { aFrame, aJournal, journalOptions, reopen, textsOf } from '../helpers/journal.ts';
import { memoryFileSystem, type MemoryFileSystem } from '../helpers/memory-file-system.ts';

const dir = '/data';
const snapshot = { name: 'a.kebu', counts: { customer: 2 } };

/** What a session does: frames, a large change set, a base, compaction. It goes on after a refusal, as a person would. */
async function work(journal: Journal, acknowledged: string[], failures: unknown[]): Promise<void> {
  async function attempt(step: () => Promise<unknown>): Promise<void> {
    await step().catch((error: unknown) => failures.push(error));
  }
  const append = () =>
    attempt(async () => {
      const frame = aFrame(journal.status().headSeq);
      await journal.append(frame);
      acknowledged.push(new TextDecoder().decode(frame.payload));
    });
  await append();
  await append();
  await attempt(async () => {
    const { headSeq } = journal.status();
    const parts = [
      aFrame(headSeq, { changeSetId: 'large', last: false }),
      aFrame(headSeq + 1, { changeSetId: 'large' }),
    ];
    for (const part of parts) await journal.append(part);
    acknowledged.push(...parts.map(({ payload }) => new TextDecoder().decode(payload)));
  });
  await append();
  await attempt(async () => {
    await journal.appendMarker({ cause: 'snapshot', snapshot: { ...snapshot, seq: 2 } });
    await journal.compact(2);
  });
  await append();
}

const segmentBytes = 700;

async function aDiskWithAJournal(): Promise<MemoryFileSystem> {
  const disk = memoryFileSystem();
  const journal = await aJournal(dir, { files: disk, segmentBytes });
  for (let seq = 0; seq < 3; seq++) await journal.append(aFrame(seq));
  await journal.close();
  return disk;
}

/** Runs a session in which one call fails, and tells what was acknowledged and what was refused. */
async function sessionWith(files: FailingFileSystem): Promise<{ acknowledged: string[]; failures: unknown[] }> {
  const acknowledged = ['change-1', 'change-2', 'change-3'];
  const failures: unknown[] = [];
  try {
    const journal = await reopen(dir, { files, segmentBytes });
    await work(journal, acknowledged, failures);
    await journal.close();
  } catch (error) {
    failures.push(error);
  }
  return { acknowledged, failures };
}

/** All that was acknowledged is there once and in order; what was not is there whole or not at all. */
async function expectNothingLost(
  disk: MemoryFileSystem,
  acknowledged: readonly string[],
  { isClean = false } = {},
): Promise<void> {
  const journal = await reopen(dir, { files: disk, segmentBytes });
  const status = journal.status();
  if (isClean) expect(status.damage).toBeNull();
  const found = await textsOf(journal);
  const expected = acknowledged.slice(status.firstSeq - 1);
  expect(found.slice(0, expected.length)).toEqual(expected);
  expect(new Set(found).size).toBe(found.length);
  expect(found.length - expected.length).toBeLessThanOrEqual(2);
  expect(status.readOnlyReason).toBeNull();
  expect(await journal.append(aFrame(status.headSeq))).toBe(status.headSeq + 1);
  await journal.close();
}

async function countCalls(): Promise<number> {
  const files = failingFileSystem(await aDiskWithAJournal());
  expect((await sessionWith(files)).failures).toEqual([]);
  return files.calls();
}

async function forEveryFault(run: (fault: Fault) => Promise<void>): Promise<void> {
  const calls = await countCalls();
  expect(calls).toBeGreaterThan(30);
  for (let atCall = 1; atCall <= calls; atCall++) {
    for (const kind of faults) for (const lasting of [false, true]) await run({ atCall, kind, lasting });
  }
}

describe('a journal on a disk of which any call fails', () => {
  it('loses nothing that was acknowledged, whichever call fails, how, once or for good', async () => {
    await forEveryFault(async (fault) => {
      const disk = await aDiskWithAJournal();
      const { acknowledged, failures } = await sessionWith(failingFileSystem(disk, fault));
      // A write that takes half is simply continued.
      if (fault.kind === 'short') expect(failures).toEqual([]);
      // A process that lives on takes back what a failed call left behind.
      await expectNothingLost(disk, acknowledged, { isClean: !fault.lasting && fault.kind !== 'kill' });
    });
  });

  it('loses nothing that was acknowledged when the power goes at any call, with or without torn writes', async () => {
    const calls = await countCalls();
    for (let atCall = 1; atCall <= calls; atCall++) {
      for (const torn of [0, 0.3, 1]) {
        const disk = await aDiskWithAJournal();
        const { acknowledged } = await sessionWith(failingFileSystem(disk, { atCall, kind: 'kill' }));
        await expectNothingLost(disk.afterPowerCut(torn), acknowledged);
      }
    }
  });

  it('goes on after a failed append as if it had not been asked', async () => {
    const disk = await aDiskWithAJournal();
    const files = failingFileSystem(disk);
    const journal = await reopen(dir, { files, segmentBytes: 1_000_000 });
    files.plan(null);
    await journal.append(aFrame(3));
    const callsOfAnAppend = files.calls();
    let headSeq = 4;
    for (let atCall = 1; atCall <= callsOfAnAppend; atCall++) {
      for (const kind of ['ENOSPC', 'EIO', 'EACCES'] as const) {
        files.plan({ atCall, kind });
        const refused = await journal.append(aFrame(headSeq)).catch((error: unknown) => error);
        expect(refused).toBeInstanceOf(AppFailure);
        expect(refused).toMatchObject({ error: { code: 'journal/write-failed', data: { reason: kind } } });
        expect(journal.status().headSeq).toBe(headSeq);
        files.plan(null);
        headSeq = await journal.append(aFrame(headSeq));
        expect(headSeq).toBe(journal.status().headSeq);
      }
    }
    await journal.close();
    const again = await reopen(dir, { files: disk });
    expect(again.status()).toMatchObject({ headSeq, damage: null });
    expect(await textsOf(again)).toHaveLength(headSeq);
  });

  it('refuses all frames that shared a failed sync, and takes them again', async () => {
    const files = failingFileSystem(await aDiskWithAJournal());
    const journal = await reopen(dir, { files });
    files.plan({ atCall: 3, kind: 'EIO' });
    const refused = await Promise.allSettled([3, 4, 5].map((seq) => journal.append(aFrame(seq))));
    expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    files.plan(null);
    expect(await Promise.all([3, 4, 5].map((seq) => journal.append(aFrame(seq))))).toEqual([4, 5, 6]);
  });

  it('is created whole or not at all', async () => {
    const counting = failingFileSystem(memoryFileSystem());
    await createJournal(journalOptions(dir, { files: counting }));
    for (let atCall = 1; atCall <= counting.calls(); atCall++) {
      const files = failingFileSystem(memoryFileSystem(), { atCall, kind: 'ENOSPC' });
      await expect(createJournal(journalOptions(dir, { files }))).rejects.toMatchObject({ code: 'ENOSPC' });
    }
  });
});
