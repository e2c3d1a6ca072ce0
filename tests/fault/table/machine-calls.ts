import type { Output } from '#shared/ipc/contract.ts';
import { verifyContainer } from '../../../electron/backup/verify-container.ts';
import { aSmallArchive, backUp, countsOf, inMemory } from '../../helpers/backups.ts';
import { failingFileSystem, type FailingFileSystem } from '../../helpers/failing-file-system.ts';
import { goodPassphrase, startMachine, type Machine } from '../../helpers/machine.ts';
import { memoryFileSystem, type MemoryFileSystem } from '../../helpers/memory-file-system.ts';
import { testPorts } from '../../helpers/ports.ts';
import { describeFault, someFaultsAt } from './disk-faults.ts';
import { Tally, type Depth, type FaultRow } from './tally.ts';

const dataDir = '/data';
const stickDir = '/stick';
const passphrase = goodPassphrase;
const nextPassphrase = 'seven maps of a lake';
const changes = ['change-1', 'change-2', 'change-3'];

/** These faults are of the disk, so the keys may be as cheap as the format allows. */
function start(files: MemoryFileSystem | FailingFileSystem): Promise<Machine> {
  const dialogs = { ...testPorts({ dataDir }).dialogs, chooseFolder: () => Promise.resolve(stickDir) };
  return startMachine({ files, dataDir, scryptWorkFactor: 1, dialogs });
}

async function append(machine: Machine, change: string): Promise<void> {
  const { headSeq: afterSeq } = await machine.ask('journal/status', {});
  const payload = new TextEncoder().encode(change);
  const frame = { afterSeq, changeSetId: change, last: true, counts: countsOf(aSmallArchive), payload };
  await machine.ask('journal/append', frame);
}

/** Three changes, the first two in verified snapshots: the next snapshot lets the journal forget one of them. */
async function aDiskWithAnArchive(): Promise<MemoryFileSystem> {
  const disk = memoryFileSystem();
  await disk.makeDir(dataDir);
  await disk.makeDir(stickDir);
  const machine = await start(disk);
  await machine.ask('keys/create', { passphrase });
  for (const [index, change] of changes.entries()) {
    await append(machine, change);
    if (index < 2) await backUp(machine, 'local', aSmallArchive, index + 1);
  }
  await machine.ask('keys/lock', {});
  return disk;
}

const unlock = { with: 'passphrase', passphrase } as const;

interface Act {
  fault: string;
  /** `true` when what was asked for was acknowledged. */
  run: (machine: Machine) => Promise<unknown>;
}

const acts: readonly Act[] = [
  {
    fault: 'snapshot, compaction and pruning: call N fails',
    run: (machine) => backUp(machine, 'local', aSmallArchive, 3),
  },
  {
    fault: 'restore into the archive: call N fails',
    async run(machine) {
      await backUp(machine, 'local', aSmallArchive, 3);
      const [oldest] = (await machine.ask('backup/status', {})).backups;
      const { chosen } = await machine.ask('restore/choose', { knownBackupId: oldest?.id });
      await machine.ask('restore/open', { restoreId: chosen?.restoreId ?? '' });
      await machine.ask('restore/apply', { restoreId: chosen?.restoreId ?? '' });
    },
  },
  {
    fault: 'copy into a folder that was just chosen: call N fails',
    async run(machine) {
      const { folder } = await machine.ask('backup/add-folder', {});
      await machine.ask('backup/copy', { folderId: folder?.id ?? '' });
    },
  },
  {
    fault: 'change of the passphrase: call N fails',
    run: (machine) => machine.ask('keys/change-passphrase', { current: unlock, next: nextPassphrase }),
  },
];

/** Opens what is left with whichever passphrase is in force; one of them has to be. */
async function reopen(disk: MemoryFileSystem): Promise<Machine | null> {
  for (const each of [passphrase, nextPassphrase]) {
    const machine = await start(disk);
    const reply = await machine.reply('keys/unlock', { with: 'passphrase', passphrase: each });
    if (reply.ok) return machine;
    await machine.session.end();
  }
  return null;
}

async function judge(tally: Tally, where: string, disk: MemoryFileSystem, wasAcknowledged: boolean): Promise<void> {
  // A lock file that could be neither written nor removed keeps others out for two seconds.
  disk.age();
  const machine = await reopen(disk);
  if (!machine) {
    tally.judge(where, changes, []);
    return;
  }
  const { firstSeq, headSeq, generation, snapshot, readOnlyReason } = await machine.ask('journal/status', {});
  const found: string[] = changes.slice(0, snapshot?.seq ?? 0);
  if (generation === 1) {
    for (let next: number | null = Math.max(firstSeq, (snapshot?.seq ?? 0) + 1); next !== null && next <= headSeq; ) {
      const read: Output<'journal/read'> = await machine.ask('journal/read', { fromSeq: next });
      found.push(...read.frames.map(({ payload }) => new TextDecoder().decode(payload)));
      next = read.nextSeq;
    }
  } else found.push(...changes.slice(found.length));
  tally.judge(where, changes, found);
  tally.expect(where, readOnlyReason === null, 'nothing can be written any more');
  tally.expect(where, generation === (wasAcknowledged && where.startsWith('restore') ? 2 : generation), 'not restored');
  // The base has to be there and whole, or nothing can be rebuilt from it.
  const opened = await machine.reply('snapshot/open', {});
  tally.expect(where, opened.ok, 'the base snapshot cannot be opened');
  const { backups } = await machine.ask('backup/status', {});
  tally.expect(
    where,
    backups.some(({ verifiedAt }) => verifiedAt !== null),
    'no verified backup is left',
  );
  const identity = machine.session.require().identity();
  for (const path of disk.paths().filter((each) => each.endsWith('.kebu'))) {
    const isWhole = await verifyContainer(inMemory(disk.get(path)), () => identity, 'check').then(
      () => true,
      () => false,
    );
    tally.expect(where, isWhole, `${path} has a final name and is not whole`);
  }
  await machine.session.end();
}

async function runAct({ fault, run }: Act, depth: Depth): Promise<FaultRow> {
  const tally = new Tally(fault);
  const template = await aDiskWithAnArchive();
  const attempt = async (files: FailingFileSystem, plan: Parameters<FailingFileSystem['plan']>[0]) => {
    const machine = await start(files);
    await machine.ask('keys/unlock', unlock);
    files.plan(plan);
    const outcome = await run(machine).then(
      () => true,
      () => false,
    );
    const calls = files.calls();
    if (plan?.kind !== 'kill') files.plan(null);
    await machine.session.end().catch(() => undefined);
    return { outcome, calls };
  };
  const { calls } = await attempt(failingFileSystem(template.clone()), null);
  for (const plan of someFaultsAt(calls, depth)) {
    // An antivirus is waited for in the real world, and here only when a run may take long.
    if (depth !== 'long' && ['EBUSY', 'EMFILE', 'EPERM', 'EACCES'].includes(plan.kind) && plan.lasting) continue;
    const disk = template.clone();
    const { outcome } = await attempt(failingFileSystem(disk), plan);
    const left = plan.kind === 'kill' ? disk.afterPowerCut(0.5) : disk;
    await judge(tally, `${fault.split(' ')[0] ?? ''} ${describeFault(plan)}`, left, outcome).catch((error: unknown) => {
      tally.complain(describeFault(plan), String(error));
    });
  }
  return tally.row();
}

export async function machineCalls(depth: Depth): Promise<FaultRow[]> {
  const rows: FaultRow[] = [];
  for (const act of acts) rows.push(await runAct(act, depth));
  return rows;
}
