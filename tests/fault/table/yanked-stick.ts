import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppFailure } from '#shared/errors/app-error.ts';
import { nodeFileSystem } from '../../../electron/files/file-system.ts';
import { verifyContainer } from '../../../electron/backup/verify-container.ts';
import { aJob, inMemory, readBytes, testIdentity, writeSmallBackup } from '../../helpers/backups.ts';
import { failingFileSystem } from '../../helpers/failing-file-system.ts';
import { hasTool, inTempDir, mounted } from './real-disks.ts';
import { skippedRow, Tally, type Depth, type FaultRow } from './tally.ts';

interface Stick {
  /** Where it is mounted. */
  readonly dir: string;
  readonly device: string;
  readonly driver: ChildProcess;
}

const stickBytes = 32 * 1024 * 1024;

/** A stick with exFAT in the care of a driver that can be killed; `null` where none can be mounted. */
async function withStick<T>(work: (stick: Stick) => Promise<T>): Promise<T | null> {
  return inTempDir(async (folder) => {
    const [image, dir] = [join(folder, 'stick.img'), join(folder, 'stick')];
    writeFileSync(image, '');
    truncateSync(image, stickBytes);
    mkdirSync(dir);
    execFileSync('mkfs.exfat', [image], { stdio: 'ignore' });
    const looped = spawnSync('losetup', ['--find', '--show', image], { encoding: 'utf8' });
    if (looped.status !== 0) return null;
    const device = looped.stdout.trim();
    const driver = spawn('mount.exfat-fuse', ['-d', device, dir], { stdio: 'ignore' });
    try {
      const isMounted = () => spawnSync('mountpoint', ['-q', dir]).status === 0;
      for (let wait = 0; wait < 100 && !isMounted(); wait += 1) await new Promise((go) => setTimeout(go, 20));
      return isMounted() ? await work({ dir, device, driver }) : null;
    } finally {
      driver.kill('SIGKILL');
      spawnSync('umount', ['-l', dir]);
      spawnSync('losetup', ['--detach', device]);
    }
  });
}

const isWhole = (dir: string, name: string): Promise<boolean> =>
  verifyContainer(inMemory(readBytes(dir, name)), () => testIdentity, 'check').then(
    () => true,
    () => false,
  );

/** A backup to a stick that is gone from one call on; returns how many calls there were. */
async function pullAt(call: number, stick: Stick, tally: Tally): Promise<number> {
  const where = `pulled at call ${call}`;
  const job = await aJob(stick.dir);
  const { name: older } = await writeSmallBackup(nodeFileSystem, job);
  const files = failingFileSystem(nodeFileSystem, null, (at) => {
    if (at === call) stick.driver.kill('SIGKILL');
  });
  const newer = { ...job, about: { ...job.about, seq: job.about.seq + 1 } };
  const outcome = await writeSmallBackup(files, newer).catch((error: unknown) => error);
  const calls = files.calls();
  if (call > calls) return calls;
  if (stick.driver.exitCode === null && stick.driver.signalCode === null) await once(stick.driver, 'exit');
  spawnSync('umount', ['-l', stick.dir]);
  await mounted(['-t', 'exfat-fuse', stick.device], stick.dir, async () => {
    const names = readdirSync(stick.dir).filter((name) => name.endsWith('.kebu'));
    const isRefused = outcome instanceof AppFailure;
    const promised = isRefused ? [] : [(outcome as { name: string }).name];
    tally.judge(where, [older, ...promised], names);
    tally.expect(where, isRefused || !(outcome instanceof Error), 'the refusal is no sentence');
    for (const name of names) tally.expect(where, await isWhole(stick.dir, name), 'a half file has a final name');
  });
  return calls;
}

/** A stick that is pulled out at every call of a backup to it. */
export async function yankedStick(depth: Depth): Promise<FaultRow> {
  const fault = 'stick pulled out at call N of a backup (exFAT by FUSE)';
  for (const tool of ['mkfs.exfat', 'mount.exfat-fuse', 'losetup']) {
    if (!hasTool(tool)) return skippedRow(fault, `${tool} is not installed`);
  }
  const tally = new Tally(fault);
  const calls = await withStick((stick) => pullAt(Number.POSITIVE_INFINITY, stick, tally));
  if (calls === null) return skippedRow(fault, 'exFAT cannot be mounted by FUSE here');
  for (let call = 1; call <= calls; call += depth === 'quick' ? 17 : 1) {
    await withStick((stick) => pullAt(call, stick, tally));
  }
  return tally.row();
}
