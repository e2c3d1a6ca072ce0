import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem as files } from '../../../electron/files/file-system.ts';
import { takeLock, wasLeftLocked } from '../../../electron/files/lock-file.ts';
import { aTempDir } from '../../helpers/temp-dir.ts';

const inUse = { error: { code: 'journal/in-use' } };
const aPath = () => join(aTempDir(), 'lock');
const holder = (pid: number, host = hostname()) => JSON.stringify({ pid, host, token: 'abc' });

function aDeadProcess(): number {
  return spawnSync('true').pid;
}

function letAge(path: string, seconds: number): void {
  const then = Date.now() / 1000 - seconds;
  utimesSync(path, then, then);
}

describe('the lock of a data folder', () => {
  it('is given to one, and to the next when it was given back', async () => {
    const path = aPath();
    const lock = await takeLock(files, path);
    await expect(takeLock(files, path)).rejects.toMatchObject(inUse);
    expect(await wasLeftLocked(files, path)).toBe(false);
    await lock.release();
    expect(existsSync(path)).toBe(false);
    await (await takeLock(files, path)).release();
  });

  it('is taken over at once from a process of this machine that is gone', async () => {
    const path = aPath();
    writeFileSync(path, holder(aDeadProcess()));
    expect(await wasLeftLocked(files, path)).toBe(true);
    await (await takeLock(files, path)).release();
  });

  it('is taken over from an earlier process that had the number of this one', async () => {
    const path = aPath();
    writeFileSync(path, holder(process.pid));
    await (await takeLock(files, path)).release();
  });

  it('is refused while a living process or another machine was heard of in the last two minutes', async () => {
    for (const content of [holder(process.ppid), holder(1, 'another-machine')]) {
      const path = aPath();
      writeFileSync(path, content);
      await expect(takeLock(files, path)).rejects.toMatchObject(inUse);
      letAge(path, 100);
      await expect(takeLock(files, path)).rejects.toMatchObject(inUse);
      letAge(path, 130);
      await (await takeLock(files, path)).release();
    }
  });

  it('takes a torn lock file for the remains of a crash, unless it is being written', async () => {
    for (const content of ['', '{"pid":', '{}', '[]']) {
      const path = aPath();
      writeFileSync(path, content);
      await expect(takeLock(files, path)).rejects.toMatchObject(inUse);
      letAge(path, 5);
      await (await takeLock(files, path)).release();
    }
  });

  it('is not taken away from whoever took it over', async () => {
    const path = aPath();
    const lock = await takeLock(files, path);
    writeFileSync(path, holder(process.ppid));
    await lock.release();
    expect(readFileSync(path, 'utf8')).toBe(holder(process.ppid));
  });
});
