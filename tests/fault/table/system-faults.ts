import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AppFailure } from '#shared/errors/app-error.ts';
import { nodeFileSystem } from '../../../electron/files/file-system.ts';
import type { Journal } from '../../../electron/journal/journal.ts';
import { createJournal, openJournal } from '../../../electron/journal/open-journal.ts';
import { aJob, writeSmallBackup } from '../../helpers/backups.ts';
import { aFrame, journalOptions, payloadOf, textsOf } from '../../helpers/journal.ts';
import { hasTool, inTempDir, mounted } from './real-disks.ts';
import { skippedRow, Tally, type Depth, type FaultRow } from './tally.ts';

const writer = resolve(import.meta.dirname, '../../helpers/append-forever.ts');

async function readBack(dir: string): Promise<string[]> {
  const journal = await openJournal(journalOptions(dir));
  const found = await textsOf(journal);
  await journal.close();
  return found;
}

/** A process that appends and says what was acknowledged; `heard` is complete up to the last whole line. */
function startWriter(command: string, args: readonly string[]): { child: ChildProcess; heard: () => string[] } {
  const env = { ...process.env, UV_THREADPOOL_SIZE: '1' };
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'], env });
  let text = '';
  child.stdout?.setEncoding('utf8').on('data', (piece: string) => (text += piece));
  return { child, heard: () => text.split('\n').slice(0, -1) };
}

/** The kernel itself fails or kills at the Nth call, whatever Node and libuv make of it. */
export async function injectedCalls(depth: Depth): Promise<FaultRow> {
  const fault = 'main killed or refused by the kernel at its Nth write or sync (strace)';
  if (!hasTool('strace')) return skippedRow(fault, 'strace is not installed');
  const tally = new Tally(fault);
  const numbers = depth === 'quick' ? [3] : depth === 'whole' ? [2, 3, 5, 8, 13] : [1, 2, 3, 4, 5, 6, 7, 8, 13, 21, 34];
  const effects = depth === 'quick' ? ['signal=SIGKILL'] : ['signal=SIGKILL', 'error=ENOSPC', 'error=EIO'];
  for (const call of ['pwrite64', 'fdatasync']) {
    for (const effect of effects) {
      for (const number of numbers) {
        await inTempDir(async (dir) => {
          await createJournal(journalOptions(dir));
          const inject = `inject=${call}:${effect}:when=${number}`;
          const node = [process.execPath, '--no-warnings', writer, dir];
          const { child, heard } = startWriter('strace', ['-f', '-o', '/dev/null', '-e', inject, ...node]);
          await once(child, 'close');
          tally.judge(`${call} ${effect} at ${number}`, heard(), await readBack(dir));
        });
      }
    }
  }
  return tally.row();
}

const imageBytes = 24 * 1024 * 1024;

/**
 * A file system in a file is copied while a process writes to it: what the copy lacks is what a power cut would have taken.
 * With `relaxed` nothing is synced, and the same must lose.
 */
async function powerCuts(depth: Depth, relaxed: boolean): Promise<FaultRow> {
  const fault = relaxed ? 'power cut: the same without syncs (control)' : 'power cut: copy of a mounted ext4 image';
  if (!hasTool('mkfs.ext4') || !hasTool('mount')) return skippedRow(fault, 'no mkfs.ext4 or mount here');
  const tally = new Tally(fault);
  const cuts = depth === 'quick' || relaxed ? 1 : depth === 'whole' ? 12 : 100;
  for (let cut = 1; cut <= cuts; cut += 1) {
    const isDone = await inTempDir(async (dir) => {
      const [image, copy] = [join(dir, 'disk.img'), join(dir, 'copy.img')];
      writeFileSync(image, '');
      truncateSync(image, imageBytes);
      execFileSync('mkfs.ext4', ['-q', '-F', image]);
      const disk = join(dir, 'disk');
      const acknowledged = await mounted(['-o', 'loop', image], disk, async () => {
        const data = join(disk, 'data');
        mkdirSync(data);
        await createJournal(journalOptions(data));
        spawnSync('sync', ['-f', disk]);
        const args = ['--no-warnings', writer, data, ...(relaxed ? ['relaxed'] : [])];
        const { child, heard } = startWriter(process.execPath, args);
        while (heard().length < 20 + cut * 12) await new Promise((resolve) => setTimeout(resolve, 5));
        child.kill('SIGSTOP');
        await new Promise((resolve) => setTimeout(resolve, 20));
        const before = heard();
        copyFileSync(image, copy);
        child.kill('SIGKILL');
        await once(child, 'close');
        return before;
      });
      if (!acknowledged) return false;
      const after = join(dir, 'after');
      const found = await mounted(['-o', 'loop', copy], after, () => readBack(join(after, 'data')).catch(() => []));
      tally.judge(`cut ${cut}`, acknowledged, found ?? []);
      return true;
    });
    if (!isDone) return skippedRow(fault, 'no loop device can be mounted here');
  }
  return relaxed ? tally.control() : tally.row();
}

export const imagePowerCuts = (depth: Depth): Promise<FaultRow> => powerCuts(depth, false);
export const imagePowerCutsUnsynced = (depth: Depth): Promise<FaultRow> => powerCuts(depth, true);

async function appendUntilRefused(journal: Journal, acknowledged: string[]): Promise<unknown> {
  for (let seq = 0; seq < 200; seq += 1) {
    const text = `change-${seq + 1}`.padEnd(1500, '.');
    try {
      await journal.append(aFrame(seq, { payload: payloadOf(text) }));
    } catch (error) {
      return error;
    }
    acknowledged.push(text);
  }
  return null;
}

/** A disk that is really full, under the journal: refused in words, nothing lost, and it goes on when there is room. */
export async function fullDiskUnderJournal(depth: Depth): Promise<FaultRow> {
  const fault = 'disk full under the journal (tmpfs)';
  const tally = new Tally(fault);
  for (let point = 0; point < (depth === 'quick' ? 3 : 20); point += 1) {
    const isDone = await inTempDir(async (dir) => {
      const disk = join(dir, 'disk');
      return mounted(['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs'], disk, async () => {
        const where = `${point} pages left`;
        // Closing a journal wipes the key it was opened with.
        const options = () => journalOptions(disk, { segmentBytes: 60_000 });
        await createJournal(options());
        const journal = await openJournal(options());
        const ballast = join(disk, 'ballast');
        writeFileSync(ballast, Buffer.alloc(256 * 1024 - 4096 * (4 + point * 2)));
        const acknowledged: string[] = [];
        const refusal = await appendUntilRefused(journal, acknowledged);
        const isTold = refusal instanceof AppFailure && refusal.error.data?.['reason'] === 'ENOSPC';
        tally.expect(where, isTold, 'the refusal does not say that the disk is full');
        rmSync(ballast);
        const text = 'afterwards'.padEnd(1500, '.');
        await journal.append(aFrame(acknowledged.length, { payload: payloadOf(text) }));
        acknowledged.push(text);
        await journal.close();
        const reopened = await openJournal(options());
        tally.judge(where, acknowledged, await textsOf(reopened));
        tally.expect(where, reopened.status().damage === null, 'what could not be written is there as damage');
        await reopened.close();
        return true;
      });
    });
    if (!isDone) return skippedRow(fault, 'no tmpfs can be mounted here');
  }
  return tally.row();
}

/** The same under a backup: no half file under a final name, and the older backup stays. */
export async function fullDiskUnderBackup(depth: Depth): Promise<FaultRow> {
  const fault = 'disk full under a backup folder (tmpfs)';
  const tally = new Tally(fault);
  for (let point = 0; point < (depth === 'quick' ? 3 : 20); point += 1) {
    const isDone = await inTempDir((dir) => {
      const disk = join(dir, 'disk');
      return mounted(['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs'], disk, async () => {
        const where = `${point} pages left`;
        const files = { ...nodeFileSystem, freeBytes: () => Promise.resolve(1e12) };
        const job = await aJob(disk);
        const { name: older } = await writeSmallBackup(files, job);
        writeFileSync(join(disk, 'ballast'), Buffer.alloc(Math.max(0, 256 * 1024 - 4096 * (point + 12))), {
          flag: 'w',
        });
        const outcome = await writeSmallBackup(files, { ...job, about: { ...job.about, seq: job.about.seq + 1 } }).then(
          ({ name }) => name,
          (error: unknown) => error,
        );
        const names = readdirSync(disk).filter((name) => name.endsWith('.kebu'));
        const expected = typeof outcome === 'string' ? [older, outcome] : [older];
        tally.judge(where, expected, names);
        tally.expect(where, names.length === expected.length, 'a half file has a final name');
        const isTold = typeof outcome === 'string' || outcome instanceof AppFailure;
        tally.expect(where, isTold, 'the refusal is no sentence');
        return true;
      });
    });
    if (!isDone) return skippedRow(fault, 'no tmpfs can be mounted here');
  }
  return tally.row();
}
