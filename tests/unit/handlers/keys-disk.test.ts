import { describe, expect, it } from 'vitest';
import { groupsOfPaperKey } from '#shared/crypto/paper-key.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';
import { failingFileSystem } from '../../helpers/failing-file-system.ts';
import { goodPassphrase, startMachine, type Machine } from '../../helpers/machine.ts';
import { memoryFileSystem } from '../../helpers/memory-file-system.ts';
import { aKeychain } from '../../helpers/ports.ts';

const dataDir = '/data';
const passphrase = goodPassphrase;
const byPassphrase = { with: 'passphrase', passphrase } as const;
const next = 'seven maps of a lake';

type Reply = Awaited<ReturnType<Machine['reply']>>;
interface Act {
  channel: string;
  /** What comes before, on a disk that works. */
  prepare?: (machine: Machine) => Promise<unknown>;
  run: (machine: Machine, paperKey: string) => Promise<Reply>;
}

const unlock = (machine: Machine) => machine.ask('keys/unlock', byPassphrase);
const acts: readonly Act[] = [
  { channel: 'keys/unlock', run: (machine) => machine.reply('keys/unlock', byPassphrase) },
  { channel: 'keys/show-paper-key', run: (machine) => machine.reply('keys/show-paper-key', byPassphrase) },
  {
    channel: 'keys/change-passphrase',
    run: (machine) => machine.reply('keys/change-passphrase', { current: byPassphrase, next }),
  },
  {
    channel: 'keys/confirm-paper-key',
    prepare: unlock,
    run(machine, paperKey) {
      const groups = [2, 5].map((index) => ({ index, text: groupsOfPaperKey(paperKey)[index] ?? '' }));
      return machine.reply('keys/confirm-paper-key', { groups });
    },
  },
  {
    channel: 'keys/set-keychain',
    prepare: unlock,
    run: (machine) => machine.reply('keys/set-keychain', { enabled: true }),
  },
  {
    channel: 'keys/set-keychain, off',
    async prepare(machine) {
      await unlock(machine);
      await machine.ask('keys/set-keychain', { enabled: true });
    },
    run: (machine) => machine.reply('keys/set-keychain', { enabled: false }),
  },
];

const told = { ENOSPC: 'keys/disk-full', EACCES: 'keys/no-permission', EIO: 'keys/disk-failed' } as const;

function start(files: ReturnType<typeof failingFileSystem>): Promise<Machine> {
  return startMachine({ dataDir, files, keychain: aKeychain() });
}

async function anArchive() {
  const disk = memoryFileSystem();
  await disk.makeDir(dataDir);
  const machine = await start(failingFileSystem(disk));
  const { paperKey } = await machine.ask('keys/create', { passphrase });
  await machine.ask('keys/lock', {});
  return { disk, paperKey };
}

/** Every refusal of a channel when its Nth call to the disk fails, for every N. */
async function refusalsOf(
  begin: () => Promise<{ files: ReturnType<typeof failingFileSystem>; run: () => Promise<Reply> }>,
  kind: keyof typeof told,
) {
  const refusals: ErrorCode[] = [];
  for (let atCall = 1; ; atCall += 1) {
    const { files, run } = await begin();
    files.plan({ atCall, kind });
    const reply = await run();
    const wasReached = files.calls() >= atCall;
    files.plan(null);
    if (!wasReached) return refusals;
    if (!reply.ok) refusals.push(reply.error.code);
  }
}

describe('a disk that fails', () => {
  const kinds = Object.keys(told) as (keyof typeof told)[];

  it.each(acts.flatMap((act) => kinds.map((kind) => [act.channel, kind, act] as const)))(
    'makes %s say what %s is, whichever call it hits',
    async (channel, kind, { prepare, run }) => {
      const { disk, paperKey } = await anArchive();
      const refusals = await refusalsOf(async () => {
        const files = failingFileSystem(disk.clone());
        const machine = await start(files);
        await prepare?.(machine);
        return { files, run: () => run(machine, paperKey) };
      }, kind);
      const others = channel === 'keys/change-passphrase' ? ['keys/passphrase-unsure'] : [];
      expect(refusals).toContain(told[kind]);
      expect(refusals.filter((code) => code !== told[kind])).toEqual(others);
    },
  );

  it.each(kinds)('makes keys/create say what %s is, and leaves no half archive', async (kind) => {
    const disks: ReturnType<typeof memoryFileSystem>[] = [];
    const refusals = await refusalsOf(async () => {
      const disk = memoryFileSystem();
      await disk.makeDir(dataDir);
      disks.push(disk);
      const files = failingFileSystem(disk);
      const machine = await start(files);
      return { files, run: () => machine.reply('keys/create', { passphrase }) };
    }, kind);
    expect(new Set(refusals)).toEqual(new Set([told[kind]]));
    expect(disks.length).toBeGreaterThan(10);
  });

  it('keeps the new passphrase when the disk does not confirm it, and says so', async () => {
    const { disk } = await anArchive();
    const files = failingFileSystem(disk);
    const machine = await start(files);
    const calls = await machine
      .ask('keys/change-passphrase', { current: byPassphrase, next: passphrase })
      .then(() => files.calls());
    expect(calls).toBeGreaterThan(0);
    const broken = { ...files, syncDir: () => Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' })) };
    const later = await startMachine({ dataDir, files: broken, keychain: aKeychain() });
    expect(await later.refusal('keys/change-passphrase', { current: byPassphrase, next })).toEqual({
      code: 'keys/passphrase-unsure',
    });
    await machine.ask('keys/unlock', { with: 'passphrase', passphrase: next });
    await machine.ask('keys/lock', {});
  });
});
