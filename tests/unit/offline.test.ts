import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rootDir } from '../helpers/paths.ts';
import { tryNetwork } from '../helpers/try-network.ts';

const prove = join(rootDir, 'tests/helpers/prove-offline.ts');
const asRoot = process.getuid?.() === 0;
const unshare = ['unshare', ...(asRoot ? [] : ['--map-root-user']), '--net'];
const canIsolate = spawnSync('sh', ['-c', `${unshare.join(' ')} true`]).status === 0;
if (!canIsolate) console.warn('SKIPPED: no network namespace can be made here; test:offline is not tried.');

describe('the proof that nothing is reached', () => {
  it('fails where there is so much as loopback', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const loopback = (await tryNetwork()).find(({ what }) => what.endsWith('127.0.0.1'));
    server.close();
    expect(loopback).toMatchObject({ hasLeft: true });
    const { status, stdout } = spawnSync(process.execPath, [prove], { encoding: 'utf8' });
    expect([status, stdout]).toEqual([1, expect.stringContaining('connection to 127.0.0.1: ECONNREFUSED')]);
  });

  it.runIf(canIsolate)('holds in a network namespace of its own', () => {
    const [command = '', ...args] = unshare;
    const { status, stdout } = spawnSync(command, [...args, process.execPath, prove], { encoding: 'utf8' });
    expect([status, stdout]).toEqual([0, expect.stringContaining('connection to 127.0.0.1: ENETUNREACH')]);
  });
});
