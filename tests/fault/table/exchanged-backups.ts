import { dirname, join } from 'node:path';
import { goodPassphrase, startMachine, type Machine } from '../../helpers/machine.ts';
import { aSmallArchive, backUp, countsOf } from '../../helpers/backups.ts';
import { memoryFileSystem, type MemoryFileSystem } from '../../helpers/memory-file-system.ts';
import { testPorts } from '../../helpers/ports.ts';
import { Tally, type Depth, type FaultRow } from './tally.ts';

const dataDir = '/data';
const elsewhere = '/elsewhere';
const scryptWorkFactor = 1;
/** What the archive holds at each backup: more each time. */
const states = [aSmallArchive.slice(0, 2), aSmallArchive];
const unlock = { with: 'passphrase', passphrase: goodPassphrase } as const;

async function aDiskWithTwoBackups(): Promise<{ disk: MemoryFileSystem; backups: string[] }> {
  const disk = memoryFileSystem();
  await disk.makeDir(dataDir);
  const machine = await startMachine({ files: disk, dataDir, scryptWorkFactor });
  await machine.ask('keys/create', { passphrase: goodPassphrase });
  for (const [index, state] of states.entries()) {
    const payload = new TextEncoder().encode(`change-${index + 1}`);
    const frame = { afterSeq: index, changeSetId: `set-${index}`, last: true, counts: countsOf(state), payload };
    await machine.ask('journal/append', frame);
    await backUp(machine, 'local', state, index + 1);
  }
  await machine.session.end();
  const backups = disk.paths().filter((path) => path.endsWith('.kebu'));
  return { disk, backups };
}

/** Opens a file as a person would who picks it; what it turned out to be, or the code of the refusal. */
async function look(disk: MemoryFileSystem, path: string): Promise<{ seq: number; records: number } | string> {
  const { dialogs } = testPorts({ dataDir });
  const picking = { ...dialogs, chooseBackupFile: () => Promise.resolve(path) };
  const machine = await startMachine({ files: disk, dataDir, scryptWorkFactor, dialogs: picking });
  await machine.ask('keys/unlock', unlock);
  try {
    const chosen = await machine.reply('restore/choose', {});
    if (!chosen.ok) return chosen.error.code;
    const restoreId = (chosen.value as { chosen: { restoreId: string } }).chosen.restoreId;
    const opened = await machine.reply('restore/open', { restoreId, unlock });
    if (!opened.ok) return opened.error.code;
    const { seq, counts } = opened.value as { seq: number; counts: Record<string, number> };
    return { seq, records: recordsIn(counts) };
  } finally {
    await machine.session.end();
  }
}

const recordsIn = (counts: Record<string, number>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);
const expectedOf = (seq: number) => ({ seq, records: recordsIn(countsOf(states[seq - 1] ?? [])) });

/** From which snapshot the window would be built anew; `refused` when main gives none. */
async function base(machine: Machine): Promise<{ seq: number; records: number } | 'refused'> {
  const reply = await machine.reply('snapshot/open', {});
  if (!reply.ok) return 'refused';
  const { seq, counts } = reply.value as { seq: number; counts: Record<string, number> };
  return { seq, records: recordsIn(counts) };
}

/** Names say nothing: a backup is what it holds, whatever it is called. */
export async function exchangedBackups(_depth: Depth): Promise<FaultRow> {
  const tally = new Tally('backup: renamed, exchanged with another');
  const { disk, backups } = await aDiskWithTwoBackups();
  await disk.makeDir(elsewhere);
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  const judge = async (where: string, files: MemoryFileSystem, path: string, seq: number): Promise<void> => {
    const found = await look(files, path);
    const isRight = same(found, expectedOf(seq));
    tally.judge(where, [`backup ${seq}`], isRight ? [`backup ${seq}`] : []);
  };
  for (const [index, path] of backups.entries()) {
    for (const name of ['我的备份.kebu', 'backup.kebu.bak', 'backup (1).kebu', 'x']) {
      disk.set(join(elsewhere, name), disk.get(path));
      await judge(`renamed ${name}`, disk, join(elsewhere, name), index + 1);
    }
  }
  const [first = '', second = ''] = backups;
  const swapped = disk.clone();
  swapped.set(first, disk.get(second));
  swapped.set(second, disk.get(first));
  for (const [index, path] of [first, second].entries()) {
    // The name of another backup is no mere name; a file that bears it is told as what it is not.
    const found = await look(swapped, path);
    tally.expect(`exchanged ${index}`, found === 'restore/damaged', `it passes for ${JSON.stringify(found)}`);
    swapped.set(join(elsewhere, 'picked.kebu'), swapped.get(path));
    await judge(`exchanged ${index}, under a name of its own`, swapped, join(elsewhere, 'picked.kebu'), 2 - index);
  }

  const machine = await startMachine({ files: swapped, dataDir, scryptWorkFactor });
  await machine.ask('keys/unlock', unlock);
  const { backups: listed } = await machine.ask('backup/status', {});
  for (const { name, seq, counts } of listed) {
    const content = join(dirname(first), name) === first ? 2 : 1;
    const told = { seq, records: recordsIn(counts ?? countsOf(states[content - 1] ?? [])) };
    tally.expect(`${name} in the list`, same(told, expectedOf(content)), `it is told as ${JSON.stringify(told)}`);
  }
  const from = await base(machine);
  const isRight = from === 'refused' || same(from, expectedOf(2));
  tally.expect('the base of a rebuild', isRight, `it is ${JSON.stringify(from)}`);
  await machine.session.end();
  return tally.row();
}
