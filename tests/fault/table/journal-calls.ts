import { AppFailure } from '#shared/errors/app-error.ts';
import type { Journal } from '../../../electron/journal/journal.ts';
import { failingFileSystem, type FailingFileSystem } from '../../helpers/failing-file-system.ts';
import { aFrame, aJournal, reopen, textsOf } from '../../helpers/journal.ts';
import { memoryFileSystem, type MemoryFileSystem } from '../../helpers/memory-file-system.ts';
import { describeFault, faultsAt } from './disk-faults.ts';
import { Tally, type Depth, type FaultRow } from './tally.ts';

const dir = '/data';
const segmentBytes = 700;
const snapshot = { name: 'a.kebu', counts: { customer: 2 }, seq: 2 };
const textOf = (payload: Uint8Array) => new TextDecoder().decode(payload);

/** What a session does: frames, a large change set, a base, compaction. It goes on after a refusal, as a person would. */
async function work(journal: Journal, acknowledged: string[], failures: unknown[]): Promise<void> {
  async function attempt(step: () => Promise<unknown>): Promise<void> {
    await step().catch((error: unknown) => failures.push(error));
  }
  const append = () =>
    attempt(async () => {
      const frame = aFrame(journal.status().headSeq);
      await journal.append(frame);
      acknowledged.push(textOf(frame.payload));
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
    acknowledged.push(...parts.map(({ payload }) => textOf(payload)));
  });
  await append();
  await attempt(async () => {
    await journal.appendMarker({ cause: 'snapshot', snapshot });
    await journal.compact(2);
  });
  await append();
}

async function aDiskWithAJournal(): Promise<MemoryFileSystem> {
  const disk = memoryFileSystem();
  const journal = await aJournal(dir, { files: disk, segmentBytes });
  for (let seq = 0; seq < 3; seq += 1) await journal.append(aFrame(seq));
  await journal.close();
  return disk;
}

async function sessionOn(files: FailingFileSystem): Promise<{ acknowledged: string[]; failures: unknown[] }> {
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

/** What is there afterwards, on a disk that works again; what a base covers is no longer in the journal. */
async function judge(tally: Tally, where: string, disk: MemoryFileSystem, acknowledged: string[]): Promise<void> {
  const journal = await reopen(dir, { files: disk, segmentBytes });
  const { firstSeq, headSeq, readOnlyReason, damage } = journal.status();
  const found = await textsOf(journal);
  tally.judge(where, acknowledged.slice(firstSeq - 1), found);
  tally.expect(where, readOnlyReason === null, 'nothing can be written any more');
  tally.expect(where, damage === null || damage.lastGoodSeq === headSeq, 'the damage is told wrongly');
  // At most the set that was under way when it happened is there without having been acknowledged.
  tally.expect(where, found.length - acknowledged.slice(firstSeq - 1).length <= 2, 'more is there than was written');
  const next = await journal.append(aFrame(headSeq)).catch(() => 0);
  tally.expect(where, next === headSeq + 1, 'the journal does not go on');
  await journal.close();
}

async function countCalls(): Promise<number> {
  const files = failingFileSystem(await aDiskWithAJournal());
  await sessionOn(files);
  return files.calls();
}

export async function journalCalls(depth: Depth): Promise<FaultRow> {
  const tally = new Tally('journal: call N fails (append, new segment, compaction)');
  for (const fault of faultsAt(await countCalls(), depth)) {
    const where = describeFault(fault);
    const disk = await aDiskWithAJournal();
    const { acknowledged, failures } = await sessionOn(failingFileSystem(disk, fault));
    await judge(tally, where, disk, acknowledged);
    if (fault.kind === 'short') tally.expect(where, failures.length === 0, 'a short write is refused');
    // Opening fails with the disk's own error and closing tells nobody; whoever wrote was told in words.
    for (const failure of failures) {
      const isTold = failure instanceof AppFailure || (failure instanceof Error && 'code' in failure);
      tally.expect(where, isTold, `an unexpected ${String(failure)}`);
    }
  }
  return tally.row();
}

export async function journalPowerCuts(depth: Depth): Promise<FaultRow> {
  const tally = new Tally('journal: power cut at call N, unsynced bytes gone, torn or kept');
  const calls = await countCalls();
  for (let atCall = 1; atCall <= calls; atCall += depth === 'quick' ? 5 : 1) {
    for (const torn of depth === 'quick' ? [0.3] : [0, 0.1, 0.3, 0.7, 1]) {
      const disk = await aDiskWithAJournal();
      const { acknowledged } = await sessionOn(failingFileSystem(disk, { atCall, kind: 'kill' }));
      await judge(tally, `power cut at call ${atCall}, ${torn} kept`, disk.afterPowerCut(torn), acknowledged);
    }
  }
  return tally.row();
}

/** The same without any sync: if this loses nothing, the power cut above proves nothing. */
export async function journalPowerCutsUnsynced(): Promise<FaultRow> {
  const tally = new Tally('journal: the same without syncs (control)');
  for (const atCall of [10, 20, 30]) {
    const disk = await aDiskWithAJournal();
    const relaxed: MemoryFileSystem = {
      ...disk,
      open: async (path, mode) => ({ ...(await disk.open(path, mode)), sync: async () => undefined }),
    };
    const { acknowledged } = await sessionOn(failingFileSystem(relaxed, { atCall, kind: 'kill' }));
    await judge(tally, `power cut at call ${atCall}`, disk.afterPowerCut(), acknowledged);
  }
  return tally.control();
}
