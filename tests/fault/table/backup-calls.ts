import { join } from 'node:path';
import { AppFailure } from '#shared/errors/app-error.ts';
import { verifyContainer } from '../../../electron/backup/verify-container.ts';
import { unfinishedSuffix } from '../../../electron/files/write-atomically.ts';
import { aJob, inMemory, testIdentity, writeSmallBackup } from '../../helpers/backups.ts';
import { failingFileSystem, type FaultKind } from '../../helpers/failing-file-system.ts';
import { memoryFileSystem } from '../../helpers/memory-file-system.ts';
import { describeFault, faultsAt } from './disk-faults.ts';
import { Tally, type Depth, type FaultRow } from './tally.ts';

const dir = '/stick';

/** What a person may be told when the disk fails in this way. */
const codesOf: Record<FaultKind, readonly string[]> = {
  ENOSPC: ['backup/disk-full'],
  EIO: ['backup/write-failed', 'backup/verify-failed'],
  EACCES: ['backup/no-permission'],
  EROFS: ['backup/no-permission'],
  EPERM: ['backup/no-permission'],
  EBUSY: ['backup/write-failed'],
  EMFILE: ['backup/write-failed'],
  short: [],
  kill: ['backup/write-failed', 'backup/verify-failed'],
};

function isWhole(bytes: Uint8Array): Promise<boolean> {
  return verifyContainer(inMemory(bytes), () => testIdentity, 'check').then(
    () => true,
    () => false,
  );
}

/** Into a folder that holds a verified backup already: the new one is whole or absent, and the older one stays. */
export async function backupCalls(depth: Depth): Promise<FaultRow> {
  const tally = new Tally('backup into a folder: call N fails');
  const first = memoryFileSystem();
  await first.makeDir(dir);
  const job = await aJob(dir);
  const { name: older } = await writeSmallBackup(first, job);
  const next = { ...job, about: { ...job.about, seq: job.about.seq + 1 } };
  const counting = failingFileSystem(first.clone());
  await writeSmallBackup(counting, next);
  for (const plan of faultsAt(counting.calls(), depth)) {
    const where = describeFault(plan);
    const disk = first.clone();
    const outcome = await writeSmallBackup(failingFileSystem(disk, plan), next).then(
      ({ name }) => name,
      (error: unknown) => error,
    );
    const left = plan.kind === 'kill' ? disk.afterPowerCut(0.5) : disk;
    const all = await left.list(dir);
    const names = all.filter((name) => !name.endsWith(unfinishedSuffix));
    tally.judge(where, typeof outcome === 'string' ? [older, outcome] : [older], names);
    for (const name of names) {
      tally.expect(where, await isWhole(left.get(join(dir, name))), `${name} has its name and is not whole`);
    }
    if (typeof outcome !== 'string') {
      const isTold = outcome instanceof AppFailure && codesOf[plan.kind].includes(outcome.error.code);
      tally.expect(where, isTold, `refused with ${String(outcome)}`);
    }
    // What could not be removed either is recognised by its name and cleared away later.
    const isCleared = all.length === names.length;
    tally.expect(where, isCleared || plan.lasting === true || plan.kind === 'kill', 'an unfinished file is left');
  }
  return tally.row();
}
