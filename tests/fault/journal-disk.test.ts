import { describe, expect, it } from 'vitest';
import { AppFailure } from '#shared/errors/app-error.ts';
import { createJournal } from '../../electron/journal/open-journal.ts';
import { failingFileSystem } from '../helpers/failing-file-system.ts';
import { aFrame, aJournal, journalOptions, reopen, textsOf } from '../helpers/journal.ts';
import { memoryFileSystem, type MemoryFileSystem } from '../helpers/memory-file-system.ts';

const dir = '/data';
const segmentBytes = 700;

async function aDiskWithAJournal(): Promise<MemoryFileSystem> {
  const disk = memoryFileSystem();
  const journal = await aJournal(dir, { files: disk, segmentBytes });
  for (let seq = 0; seq < 3; seq++) await journal.append(aFrame(seq));
  await journal.close();
  return disk;
}

describe('a journal on a disk of which any call fails', () => {
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

  it('knows nothing of a refused frame that was to begin a new segment, also after a restart', async () => {
    const full = { segmentBytes: 1 };
    for (let atCall = 1, isOver = false; !isOver; atCall++) {
      const disk = await aDiskWithAJournal();
      const files = failingFileSystem(disk);
      const journal = await reopen(dir, { files, ...full });
      files.plan({ atCall, kind: 'EIO' });
      const wasRefused = await journal.append(aFrame(3)).then(
        () => false,
        () => true,
      );
      isOver = !wasRefused && files.calls() < atCall;
      files.plan(null);
      await journal.close();
      const again = await reopen(dir, { files: disk });
      expect(again.status(), `call ${atCall}`).toMatchObject({ headSeq: wasRefused ? 3 : 4, damage: null });
    }
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

  it('has all that it acknowledged after the power went, also what began a new segment', async () => {
    const disk = memoryFileSystem();
    const journal = await aJournal(dir, { files: disk, segmentBytes });
    await disk.syncDir('/');
    for (let seq = 0; seq < 8; seq++) {
      await journal.append(aFrame(seq));
      for (const torn of [0, 0.5, 1]) {
        const after = await reopen(dir, { files: disk.afterPowerCut(torn), segmentBytes });
        expect(after.status()).toMatchObject({ headSeq: seq + 1, damage: null });
      }
    }
    expect(disk.paths().filter((path) => path.startsWith(`${dir}/`)).length).toBeGreaterThan(2);
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
