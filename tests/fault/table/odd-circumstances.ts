import { contentVersion } from '#shared/archive/content.ts';
import { aSmallArchive, backUp, countsOf, testIdentity, inMemory, aBackupFile } from '../../helpers/backups.ts';
import { aFrame } from '../../helpers/journal.ts';
import { aKeychain } from '../../helpers/ports.ts';
import { goodPassphrase, startMachine, type Machine } from '../../helpers/machine.ts';
import { memoryFileSystem } from '../../helpers/memory-file-system.ts';
import { verifyContainer } from '../../../electron/backup/verify-container.ts';
import { archiveFormat } from '../../../electron/keys/archive-file.ts';
import { AppFailure } from '#shared/errors/app-error.ts';
import { Tally, type Depth, type FaultRow } from './tally.ts';

const dataDir = '/data';
const unlock = { with: 'passphrase', passphrase: goodPassphrase } as const;

function frameAfter(headSeq: number) {
  const frame = aFrame(headSeq, { counts: countsOf(aSmallArchive) });
  return { ...frame, payload: new Uint8Array(frame.payload) };
}

async function append(machine: Machine): Promise<string> {
  const { headSeq } = await machine.ask('journal/status', {});
  await machine.ask('journal/append', frameAfter(headSeq));
  return `change-${headSeq + 1}`;
}

async function textsOf(machine: Machine): Promise<string[]> {
  const { firstSeq, headSeq } = await machine.ask('journal/status', {});
  const covered = Array.from({ length: firstSeq - 1 }, (_, index) => `change-${index + 1}`);
  if (firstSeq > headSeq) return covered;
  const { frames } = await machine.ask('journal/read', { fromSeq: firstSeq });
  return [...covered, ...frames.map(({ payload }) => new TextDecoder().decode(payload))];
}

async function aMachine(
  now = () => new Date(),
): Promise<{ machine: Machine; disk: ReturnType<typeof memoryFileSystem> }> {
  const disk = memoryFileSystem();
  await disk.makeDir(dataDir);
  const machine = await startMachine({ files: disk, dataDir, scryptWorkFactor: 1, clock: { now } });
  await machine.ask('keys/create', { passphrase: goodPassphrase });
  return { machine, disk };
}

/** Moments between which a clock jumps: years ahead and back, both ends of summer time, leap days, the last second. */
const moments = [
  '2026-11-21T08:00:00.000Z',
  '2031-01-01T00:00:00.000Z',
  '2019-06-01T00:00:00.000Z',
  '1970-01-01T00:00:00.000Z',
  '2028-02-29T23:59:59.999Z',
  '2027-03-28T00:59:59.000Z',
  '2027-03-28T01:00:00.000Z',
  '2026-10-25T00:59:59.000Z',
  '2026-10-25T01:00:00.000Z',
  '2099-12-31T23:59:59.999Z',
  '2026-11-21T08:00:01.000Z',
];

export async function clockJumps(): Promise<FaultRow> {
  const tally = new Tally('clock: jumps by years, summer time, 29 February');
  let now = new Date(moments[0] ?? '');
  const { machine } = await aMachine(() => now);
  const acknowledged: string[] = [];
  for (const moment of moments) {
    now = new Date(moment);
    acknowledged.push(await append(machine));
    await backUp(machine, 'local', aSmallArchive, acknowledged.length);
    const { snapshot, headSeq } = await machine.ask('journal/status', {});
    tally.judge(moment, acknowledged, await textsOf(machine));
    tally.expect(moment, snapshot?.seq === headSeq, 'the newest snapshot is not the base');
    const { backups } = await machine.ask('backup/status', {});
    const verified = backups.filter(({ verifiedAt }) => verifiedAt !== null);
    tally.expect(moment, verified.length >= Math.min(acknowledged.length, 2), 'verified backups were let go');
    tally.expect(
      moment,
      verified.some(({ seq }) => seq === headSeq),
      'the newest backup was let go',
    );
  }
  await machine.session.end();
  return tally.row();
}

export async function twoInstances(): Promise<FaultRow> {
  const tally = new Tally('two instances on one archive');
  const { machine, disk } = await aMachine();
  const acknowledged = [await append(machine)];
  const second = await startMachine({ files: disk, dataDir, scryptWorkFactor: 1 });
  const { code } = await second.refusal('keys/unlock', unlock);
  tally.expect('unlocking twice', code === 'journal/in-use', `the second is told ${code}`);
  acknowledged.push(await append(machine));
  tally.judge('the first goes on', acknowledged, await textsOf(machine));
  // Somebody without a lock wrote into the segment: the journal is not written over.
  const [segment] = disk.paths().filter((path) => path.endsWith('.journal'));
  if (segment !== undefined) disk.set(segment, new Uint8Array([...disk.get(segment), 1, 2, 3]));
  const { headSeq } = await machine.ask('journal/status', {});
  const refused = await machine.refusal('journal/append', frameAfter(headSeq));
  tally.expect('a stranger wrote', refused.code === 'journal/in-use', `the writer is told ${refused.code}`);
  await machine.session.end();
  const next = await startMachine({ files: disk, dataDir, scryptWorkFactor: 1 });
  await next.ask('keys/unlock', unlock);
  tally.judge('after both', acknowledged, await textsOf(next));
  await next.session.end();
  return tally.row();
}

export async function versionSkew(): Promise<FaultRow> {
  const tally = new Tally('older Kebu on newer data');
  const { machine, disk } = await aMachine();
  const acknowledged = [await append(machine), await append(machine)];
  await machine.ask('keys/lock', {});
  const path = '/data/archive/archive.json';
  const about = disk.get(path);
  const newer = { ...(JSON.parse(new TextDecoder().decode(about)) as object), format: archiveFormat + 1, more: true };
  disk.set(path, new TextEncoder().encode(JSON.stringify(newer)));
  // That somebody was refused is noted, and nothing else.
  const sizes = () =>
    disk
      .paths()
      .filter((each) => !each.includes('/audit'))
      .map((each) => disk.get(each).length);
  const before = sizes().join();
  const older = await startMachine({ files: disk, dataDir, scryptWorkFactor: 1 });
  const { code } = await older.refusal('keys/unlock', unlock);
  tally.expect('a newer archive', code === 'archive/newer-version', `it is told ${code}`);
  tally.expect('a newer archive', sizes().join() === before, 'something was written to it');
  disk.set(path, about);
  await older.ask('keys/unlock', unlock);
  tally.judge('a newer archive', acknowledged, await textsOf(older));
  await older.session.end();
  const backup = await aBackupFile({ contentVersion: contentVersion + 1 });
  const refusal = await verifyContainer(inMemory(backup), () => testIdentity, 'check').catch((error: unknown) => error);
  const isRefused = refusal instanceof AppFailure && refusal.error.code === 'restore/newer-version';
  tally.expect('a newer backup', isRefused, 'it is not refused as newer');
  return tally.row();
}

export async function lostSecrets(): Promise<FaultRow> {
  const tally = new Tally('wrong passphrase, lost keychain');
  const disk = memoryFileSystem();
  await disk.makeDir(dataDir);
  const keys = { files: disk, dataDir, scryptWorkFactor: 1 };
  const machine = await startMachine({ ...keys, keychain: aKeychain() });
  const { paperKey } = await machine.ask('keys/create', { passphrase: goodPassphrase });
  await machine.ask('keys/set-keychain', { enabled: true });
  const acknowledged = [await append(machine)];
  await machine.ask('keys/lock', {});
  const without = await startMachine(keys);
  const byKeychain = await without.reply('keys/unlock', { with: 'keychain' });
  tally.expect('the keychain is gone', !byKeychain.ok, 'it opens without its keychain');
  const wrong = await without.refusal('keys/unlock', { with: 'passphrase', passphrase: 'seven maps of a lake' });
  tally.expect('another passphrase', wrong.code === 'keys/wrong-passphrase', `it is told ${wrong.code}`);
  for (const secret of [unlock, { with: 'paper-key', paperKey } as const]) {
    await without.ask('keys/unlock', secret);
    tally.judge(`then the ${secret.with}`, acknowledged, await textsOf(without));
    await without.ask('keys/lock', {});
  }
  return tally.row();
}

export const oddCircumstances = async (_depth: Depth): Promise<FaultRow[]> => [
  await clockJumps(),
  await twoInstances(),
  await versionSkew(),
  await lostSecrets(),
];
