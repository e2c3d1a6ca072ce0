import type { ContentEntry } from '#shared/archive/content.ts';
import { unpackContent } from '#shared/archive/unpack-content.ts';
import type { Output } from '#shared/ipc/contract.ts';
import { openSnapshot } from '../../../electron/backup/open-snapshot.ts';
import { createBackupTools } from '../../../electron/backup/tools.ts';
import { verifyContainer } from '../../../electron/backup/verify-container.ts';
import { aBackupFile, aSmallArchive, backupPassphrase, backUp, countsOf, inMemory } from '../../helpers/backups.ts';
import { aCatalogue, aDossier, collect, inOneOrder } from '../../helpers/content.ts';
import { failingFileSystem, type FailingFileSystem, type Fault } from '../../helpers/failing-file-system.ts';
import { goodPassphrase, startMachine, type Machine } from '../../helpers/machine.ts';
import { memoryFileSystem, type MemoryFileSystem } from '../../helpers/memory-file-system.ts';
import { testPorts } from '../../helpers/ports.ts';
import { describeFault, someFaultsAt } from './disk-faults.ts';
import { Tally, type Depth, type FaultRow } from './tally.ts';

const dataDir = '/data';
const snapshotsDir = '/data/archive/snapshots';
const stickDir = '/stick';
const otherBackup = '/stick/other.kebu';
const passphrase = goodPassphrase;
const nextPassphrase = 'seven maps of a lake';
const changes = ['change-1', 'change-2', 'change-3'];
/** Of three snapshots: the third let the first one go. */
const oldestSeq = 2;
const unlock = { with: 'passphrase', passphrase } as const;

/** What the archive holds after each change: as many records, others. */
const contentAt = (seq: number): ContentEntry[][] => [aCatalogue(), aDossier(seq), aDossier(seq + 100)];

/** These faults are of the disk, so the keys may be as cheap as the format allows. */
const start = (files: MemoryFileSystem | FailingFileSystem): Promise<Machine> => {
  const dialogs = {
    ...testPorts({ dataDir }).dialogs,
    chooseBackupFile: () => Promise.resolve(otherBackup),
    chooseFolder: () => Promise.resolve(stickDir),
  };
  return startMachine({ files, dataDir, dialogs, scryptWorkFactor: 1 });
};

async function append(machine: Machine, change: string): Promise<void> {
  const { headSeq: afterSeq } = await machine.ask('journal/status', {});
  const payload = new TextEncoder().encode(change);
  const frame = { afterSeq, changeSetId: change, last: true, counts: countsOf(contentAt(1)), payload };
  await machine.ask('journal/append', frame);
}

async function anEmptyDisk(): Promise<MemoryFileSystem> {
  const disk = memoryFileSystem();
  await disk.makeDir(dataDir);
  await disk.makeDir(stickDir);
  disk.set(otherBackup, await aBackupFile());
  return disk;
}

/** Three changes, each but the last in a verified snapshot: the next snapshot lets the journal forget one of them. */
async function aDiskWithAnArchive(snapshots = 2): Promise<MemoryFileSystem> {
  const disk = await anEmptyDisk();
  const machine = await start(disk);
  await machine.ask('keys/create', { passphrase });
  for (const [index, change] of changes.entries()) {
    await append(machine, change);
    if (index < snapshots) await backUp(machine, 'local', contentAt(index + 1), index + 1);
  }
  await machine.ask('keys/lock', {});
  return disk;
}

interface Act {
  fault: string;
  /** Whether a refusal says what the disk did. */
  isToldWhy?: boolean;
  template: () => Promise<MemoryFileSystem>;
  /** Goes on a disk that works as far as what is to fail, and returns that: acknowledged when it does not reject. */
  begin: (machine: Machine) => Promise<() => Promise<unknown>>;
  judge: (found: Aftermath) => Promise<void>;
}

interface Aftermath {
  tally: Tally;
  where: string;
  disk: MemoryFileSystem;
  plan: Fault;
  wasAcknowledged: boolean;
}

async function unlocked(machine: Machine): Promise<void> {
  await machine.ask('keys/unlock', unlock);
}

async function chooseOldest(machine: Machine): Promise<string> {
  await unlocked(machine);
  const { backups } = await machine.ask('backup/status', {});
  const oldest = backups.toSorted((a, b) => a.seq - b.seq)[0];
  const { chosen } = await machine.ask('restore/choose', { knownBackupId: oldest?.id });
  const restoreId = chosen?.restoreId ?? '';
  await machine.ask('restore/open', { restoreId });
  return restoreId;
}

async function chooseOther(machine: Machine): Promise<string> {
  const { chosen } = await machine.ask('restore/choose', {});
  const restoreId = chosen?.restoreId ?? '';
  await machine.ask('restore/open', { restoreId, unlock: { with: 'passphrase', passphrase: backupPassphrase } });
  return restoreId;
}

const acts: readonly Act[] = [
  {
    fault: 'creation of an archive: call N fails',
    isToldWhy: true,
    template: anEmptyDisk,
    begin: async (machine) => () => machine.ask('keys/create', { passphrase }),
    async judge({ tally, where, disk, plan, wasAcknowledged }) {
      const isThere = disk.paths().some((path) => path.startsWith('/data/archive/'));
      tally.judge(where, wasAcknowledged ? ['archive'] : [], isThere ? ['archive'] : []);
      // Half an archive may lie there after a power cut only in a folder that nobody takes for one.
      if (!isThere && plan.kind === 'kill') await disk.removeTree('/data/archive');
      const machine = await start(disk);
      if (isThere) await machine.ask('keys/unlock', unlock);
      else await machine.ask('keys/create', { passphrase });
      await machine.session.end();
    },
  },
  {
    fault: 'unlocking: call N fails',
    isToldWhy: true,
    template: aDiskWithAnArchive,
    begin: async (machine) => () => unlocked(machine),
    judge: judgeArchive,
  },
  {
    fault: 'change of the passphrase: call N fails',
    isToldWhy: true,
    template: aDiskWithAnArchive,
    async begin(machine) {
      await unlocked(machine);
      return () => machine.ask('keys/change-passphrase', { current: unlock, next: nextPassphrase });
    },
    async judge(found) {
      const { tally, where, disk, wasAcknowledged } = found;
      await judgeArchive(found);
      const opens = async (secret: string): Promise<boolean> => {
        const machine = await start(disk);
        const reply = await machine.reply('keys/unlock', { with: 'passphrase', passphrase: secret });
        await machine.session.end();
        return reply.ok;
      };
      const opensOld = await opens(passphrase);
      tally.expect(where, opensOld !== (await opens(nextPassphrase)), 'not exactly one passphrase opens it');
      tally.expect(where, !(wasAcknowledged && opensOld), 'the old passphrase is in force still');
    },
  },
  {
    fault: 'snapshot, compaction and pruning: call N fails',
    isToldWhy: true,
    template: aDiskWithAnArchive,
    async begin(machine) {
      await unlocked(machine);
      return () => backUp(machine, 'local', contentAt(3), 3);
    },
    judge: judgeArchive,
  },
  {
    fault: 'copy into a folder that was just chosen: call N fails',
    template: aDiskWithAnArchive,
    async begin(machine) {
      await unlocked(machine);
      return async () => {
        const { folder } = await machine.ask('backup/add-folder', {});
        await machine.ask('backup/copy', { folderId: folder?.id ?? '' });
      };
    },
    judge: judgeArchive,
  },
  {
    fault: 'restore into the archive: call N fails',
    isToldWhy: true,
    template: () => aDiskWithAnArchive(3),
    async begin(machine) {
      const restoreId = await chooseOldest(machine);
      return () => machine.ask('restore/apply', { restoreId });
    },
    judge: judgeArchive,
  },
  {
    fault: 'restore where no archive is: call N fails',
    isToldWhy: true,
    template: anEmptyDisk,
    async begin(machine) {
      const restoreId = await chooseOther(machine);
      return () => machine.ask('restore/apply', { restoreId });
    },
    async judge({ tally, where, disk, wasAcknowledged }) {
      const isThere = disk.paths().some((path) => path.startsWith('/data/archive/'));
      tally.judge(where, wasAcknowledged ? ['archive'] : [], isThere ? ['archive'] : []);
      if (!isThere) return;
      const machine = await start(disk);
      await machine.ask('keys/unlock', { with: 'passphrase', passphrase: backupPassphrase });
      const { generation, headSeq, damage } = await machine.ask('journal/status', {});
      tally.expect(where, generation === 2 && headSeq === 43 && damage === null, 'the journal does not fit');
      tally.expect(where, await holds(machine, aSmallArchive), 'its base does not hold what was restored');
      await machine.session.end();
    },
  },
];

/** Whether the base, from which the database would be rebuilt, holds exactly these records. */
async function holds(machine: Machine, groups: readonly (readonly ContentEntry[])[]): Promise<boolean> {
  const snapshot = await openSnapshot(createBackupTools(machine.ports), machine.session.require());
  const records = (await collect(unpackContent(snapshot.content))).flat();
  await snapshot.close();
  return JSON.stringify(inOneOrder(records)) === JSON.stringify(inOneOrder(groups.flat()));
}

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

async function judgeArchive({ tally, where, disk, plan, wasAcknowledged }: Aftermath): Promise<void> {
  const machine = await reopen(disk);
  if (!machine) {
    tally.judge(where, changes, []);
    return;
  }
  const status = await machine.ask('journal/status', {});
  const { firstSeq, headSeq, generation, snapshot, damage } = status;
  const found: string[] = changes.slice(0, snapshot?.seq ?? 0);
  if (generation === 1) {
    for (let next: number | null = Math.max(firstSeq, (snapshot?.seq ?? 0) + 1); next !== null && next <= headSeq; ) {
      const read: Output<'journal/read'> = await machine.ask('journal/read', { fromSeq: next });
      found.push(...read.frames.map(({ payload }) => new TextDecoder().decode(payload)));
      next = read.nextSeq;
    }
  } else found.push(...changes.slice(found.length));
  tally.judge(where, changes, found);
  tally.expect(where, status.readOnlyReason === null, 'nothing can be written any more');
  tally.expect(where, plan.kind === 'kill' || damage === null, 'the journal is damaged');
  tally.expect(where, firstSeq <= (snapshot?.seq ?? 0) + 1, 'changes between base and journal are gone');
  tally.expect(where, !(wasAcknowledged && where.startsWith('restore')) || generation === 2, 'not restored');
  // The base has to be there and whole, or nothing can be rebuilt from it.
  const base = generation === 1 ? (snapshot?.seq ?? 0) : oldestSeq;
  tally.expect(where, await holds(machine, contentAt(base)), 'the base does not hold what it should');
  const { backups } = await machine.ask('backup/status', {});
  const isProved = backups.some(({ verifiedAt }) => verifiedAt !== null);
  tally.expect(where, isProved, 'no verified backup is left');
  const names = (await disk.list(snapshotsDir)).filter((name) => name.endsWith('.kebu'));
  const own = backups.filter(({ folderId }) => folderId === 'local');
  tally.expect(where, names.length === own.length, 'a file that is no backup bears its name');
  const identity = machine.session.require().identity();
  for (const path of disk.paths().filter((each) => each.endsWith('.kebu') && each !== otherBackup)) {
    const isWhole = await verifyContainer(inMemory(disk.get(path)), () => identity, 'check').then(
      () => true,
      () => false,
    );
    tally.expect(where, isWhole, `${path} has a final name and is not whole`);
  }
  await machine.session.end();
}

async function runAct({ fault, isToldWhy, template, begin, judge }: Act, depth: Depth): Promise<FaultRow> {
  const tally = new Tally(fault);
  const first = await template();
  const attempt = async (files: FailingFileSystem, plan: Fault | null) => {
    const machine = await start(files);
    const run = await begin(machine);
    files.plan(plan);
    const refusal = await run().then(
      () => null,
      (error: unknown) => String(error),
    );
    const calls = files.calls();
    if (plan?.kind !== 'kill') files.plan(null);
    await machine.session.end().catch(() => undefined);
    return { refusal, calls };
  };
  const { calls } = await attempt(failingFileSystem(first.clone()), null);
  for (const plan of someFaultsAt(calls, depth)) {
    // An antivirus is waited for in the real world, and here only when a run may take long.
    if (depth !== 'long' && ['EBUSY', 'EMFILE', 'EPERM', 'EACCES'].includes(plan.kind) && plan.lasting) continue;
    const disk = first.clone();
    const where = `${fault.split(' ')[0] ?? ''} ${describeFault(plan)}`;
    const { refusal } = await attempt(failingFileSystem(disk), plan);
    tally.expect(where, !isToldWhy || !refusal?.includes('ipc/internal'), `refused with ${refusal ?? ''}`);
    const left = plan.kind === 'kill' ? disk.afterPowerCut(0.5) : disk;
    // A lock file that could be neither written nor removed keeps others out for two seconds.
    left.age();
    await judge({ tally, where, disk: left, plan, wasAcknowledged: refusal === null }).catch((error: unknown) => {
      tally.complain(where, String(error));
    });
  }
  return tally.row();
}

export async function machineCalls(depth: Depth): Promise<FaultRow[]> {
  const rows: FaultRow[] = [];
  for (const act of acts) rows.push(await runAct(act, depth));
  return rows;
}
