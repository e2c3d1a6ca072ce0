import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../../electron/files/file-system.ts';
import { createFileLog, formatLogLine } from '../../electron/log/log.ts';
import { failingFileSystem } from '../helpers/failing-file-system.ts';
import { aTempDir } from '../helpers/temp-dir.ts';

const at = new Date('2026-11-21T08:00:00.000Z');

describe('a log line', () => {
  it('holds codes, channels and numbers', () => {
    const line = formatLogLine(at, 'request-failed', {
      channel: 'journal/append',
      error: 'journal/write-failed',
      errno: 'ENOSPC',
      seq: 7,
    });
    expect(JSON.parse(line)).toEqual({
      at: '2026-11-21T08:00:00.000Z',
      happening: 'request-failed',
      channel: 'journal/append',
      error: 'journal/write-failed',
      errno: 'ENOSPC',
      seq: 7,
    });
  });

  it.each([
    ['a name', '张三'],
    ['a phone', '13800138000'],
    ['a path', '/home/zhang/kebu'],
    ['a key', 'AGE-SECRET-KEY-1QQQ'],
    ['an English name', 'ERIC'],
    ['a name in a channel', 'journal/zhang'],
  ])('leaves out %s wherever it is put', (_what, text) => {
    const number = text as unknown as number;
    const line = formatLogLine(at, 'request-failed', {
      channel: text,
      error: text,
      errno: text,
      count: number,
      seq: number,
    });
    expect(line).not.toContain(text);
  });
});

describe('the log file', () => {
  const settled = async (path: string, lines: number) =>
    expect.poll(() => readFileSync(path, 'utf8').split('\n').length - 1).toBe(lines);

  it('keeps lines in order', async () => {
    const dir = aTempDir();
    const log = createFileLog(nodeFileSystem, dir, () => at);
    for (let count = 0; count < 20; count++) log('window-crashed', { count });
    await settled(join(dir, 'kebu.log'), 20);
    const counts = readFileSync(join(dir, 'kebu.log'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { count: number }).count);
    expect(counts).toEqual(Array.from({ length: 20 }, (_, index) => index));
  });

  it('starts over before it grows large', async () => {
    const dir = aTempDir();
    const path = join(dir, 'kebu.log');
    writeFileSync(path, new Uint8Array(513 * 1024));
    createFileLog(nodeFileSystem, dir, () => at)('app-started');
    await expect.poll(() => statSync(path).size).toBeLessThan(200);
  });

  it('never fails its caller', async () => {
    const files = failingFileSystem(nodeFileSystem, { atCall: 1, kind: 'ENOSPC', lasting: true });
    const log = createFileLog(files, aTempDir(), () => at);
    log('app-started');
    await expect.poll(() => files.calls()).toBe(1);
  });
});
