import { describe, expect, it } from 'vitest';
import { failingFileSystem, type Fault } from '../helpers/failing-file-system.ts';
import { goodPassphrase, startMachine, type Machine } from '../helpers/machine.ts';
import { memoryFileSystem, type MemoryFileSystem } from '../helpers/memory-file-system.ts';

const dataDir = '/data';
const passphrase = goodPassphrase;
const next = 'seven maps of a lake';
/** These tests are about the disk, so the keys may be as cheap as the format allows. */
const scryptWorkFactor = 1;

const start = (files: MemoryFileSystem | ReturnType<typeof failingFileSystem>) =>
  startMachine({ files, dataDir, scryptWorkFactor });

/** Whether the archive opens; any other refusal than that of a wrong passphrase is a failure. */
async function opensWith(disk: MemoryFileSystem, secret: string): Promise<boolean> {
  const machine = await start(disk);
  const reply = await machine.reply('keys/unlock', { with: 'passphrase', passphrase: secret });
  if (!reply.ok) expect(reply.error.code).toBe('keys/wrong-passphrase');
  await machine.session.end();
  return reply.ok;
}

async function aDiskWithAnArchive(): Promise<MemoryFileSystem> {
  const disk = memoryFileSystem();
  await disk.makeDir(dataDir);
  const machine = await start(disk);
  await machine.ask('keys/create', { passphrase });
  await machine.ask('keys/lock', {});
  return disk;
}

const kinds = [
  ['ENOSPC', false],
  ['ENOSPC', true],
  ['EACCES', false],
  ['short', false],
  ['kill', false],
] as const;

/** Calls `run` once for every call of an act and every way it can fail. */
async function forEveryFault(
  prepare: () => Promise<MemoryFileSystem>,
  act: (machine: Machine) => Promise<unknown>,
  check: (disk: MemoryFileSystem, wasAcknowledged: boolean, fault: Fault) => Promise<void>,
): Promise<void> {
  const counting = failingFileSystem(await prepare());
  const machine = await start(counting);
  counting.plan(null);
  await act(machine);
  await machine.session.end();
  const calls = counting.calls();
  for (let atCall = 1; atCall <= calls; atCall++) {
    for (const [kind, lasting] of kinds) {
      const disk = await prepare();
      const files = failingFileSystem(disk);
      const injured = await start(files);
      files.plan({ atCall, kind, lasting });
      const wasAcknowledged = await act(injured).then(
        () => true,
        () => false,
      );
      if (kind !== 'kill') files.plan(null);
      await injured.session.end().catch(() => undefined);
      const left = kind === 'kill' ? disk.afterPowerCut(0.5) : disk;
      // A lock file that could be neither written nor removed keeps others out for two seconds.
      left.age();
      await check(left, wasAcknowledged, { atCall, kind, lasting }).catch((error: unknown) => {
        throw new Error(`after ${kind} at call ${atCall}${lasting ? ' for good' : ''}`, { cause: error });
      });
    }
  }
}

describe('creating an archive on a disk of which any call fails', () => {
  it('leaves a whole one or none, and in the second case it can be tried again', async () => {
    const emptyDisk = async () => {
      const disk = memoryFileSystem();
      await disk.makeDir(dataDir);
      return disk;
    };
    await forEveryFault(
      emptyDisk,
      (machine) => machine.ask('keys/create', { passphrase }),
      async (disk, wasAcknowledged, { kind }) => {
        const isThere =
          (await disk.stat('/data/archive')) !== null && disk.paths().some((path) => path.startsWith('/data/archive/'));
        if (wasAcknowledged) expect(isThere).toBe(true);
        if (isThere) expect(await opensWith(disk, passphrase)).toBe(true);
        else {
          if (kind === 'kill') await disk.removeTree('/data/archive');
          const machine = await start(disk);
          await machine.ask('keys/create', { passphrase });
          await machine.ask('keys/lock', {});
        }
      },
    );
  });
});

describe('changing the passphrase on a disk of which any call fails', () => {
  it('leaves the old one or the new one, and the new one when it was acknowledged', async () => {
    await forEveryFault(
      aDiskWithAnArchive,
      (machine) => machine.ask('keys/change-passphrase', { current: { with: 'passphrase', passphrase }, next }),
      async (disk, wasAcknowledged) => {
        const [opensOld, opensNew] = [await opensWith(disk, passphrase), await opensWith(disk, next)];
        expect([opensOld, opensNew].filter(Boolean)).toHaveLength(1);
        if (wasAcknowledged) expect(opensNew).toBe(true);
      },
    );
  });
});

describe('unlocking on a disk of which any call fails', () => {
  it('works the next time', async () => {
    await forEveryFault(
      aDiskWithAnArchive,
      (machine) => machine.ask('keys/unlock', { with: 'passphrase', passphrase }),
      async (disk) => expect(await opensWith(disk, passphrase)).toBe(true),
    );
  });
});
