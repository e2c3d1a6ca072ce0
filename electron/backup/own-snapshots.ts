import { randomBytes } from 'node:crypto';
import { failWith } from '#shared/errors/app-error.ts';
import type { BackupEntry, Counts } from '#shared/ipc/contract.ts';
import { createOrder } from '#shared/lib/in-order.ts';
import { collectFiles } from '../attachments/collect-files.ts';
import { errnoOf } from '../files/file-system.ts';
import type { ArchiveSession, OpenArchive } from '../keys/archive-session.ts';
import { backupFailure } from './backup-error.ts';
import { planBackup } from './begin-backup.ts';
import { describeVerified, type Folder } from './find-backups.ts';
import { rebaseJournal } from './rebase-journal.ts';
import { startBackup, type BackupJob, type RunningBackup, type WrittenBackup } from './running-backup.ts';
import type { BackupSchedule } from './schedule.ts';
import { localFolderId } from './targets.ts';
import { removeLeftovers, tidyFolder } from './tidy-folder.ts';
import type { BackupTools } from './tools.ts';
import { verifiedOf, type VerifiedBackup } from './verified-backups.ts';

/** Snapshots of the open archive, which the window sends piece by piece into the folder on this computer. */
export interface OwnSnapshots {
  /** `seq`: everything up to this change is in it. Returns the id by which it is gone on with. */
  begin(seq: number, counts: Counts): Promise<string>;
  /** Fails with `backup/cancelled` for one that is not running any more, and so does `finish`. */
  write(backupId: string, chunk: Uint8Array): Promise<void>;
  /** Verified, and the base of the journal from now on if it is of the present. */
  finish(backupId: string): Promise<BackupEntry>;
  cancel(backupId: string): Promise<void>;
}

interface Running {
  archive: OpenArchive;
  backup: RunningBackup;
  job: BackupJob;
  begunMs: number;
  /** It holds everything there was when it was begun, and not an earlier moment. */
  isPresent: boolean;
}

export function createOwnSnapshots(
  tools: BackupTools,
  session: ArchiveSession,
  { schedule, elapsedMs }: { schedule: Pick<BackupSchedule, 'onSnapshot'>; elapsedMs: () => number },
): OwnSnapshots {
  const { ports, paths } = tools;
  const { files, clock, log, notify } = ports;
  const running = new Map<string, Running>();
  const finishing = new Set<Promise<unknown>>();
  // One after the other: the folder is tidied by its newest snapshot.
  const inOrder = createOrder();

  // What is half written when the archive is locked could not be read back without its identity; what is being read
  // back ends first.
  session.onEnd(async () => {
    const halfWritten = [...running.values()];
    running.clear();
    await Promise.allSettled([...halfWritten.map(({ backup }) => backup.cancel()), ...finishing]);
  });

  function find(backupId: string): Running {
    return running.get(backupId) ?? failWith('backup/cancelled');
  }

  async function verify({ archive, backup, job, begunMs, isPresent }: Running): Promise<BackupEntry> {
    const written = await backup.finish();
    const finished = verifiedOf(written, job.about, localFolderId, clock.now());
    schedule.onSnapshot(elapsedMs() - begunMs);
    // The backup is safe and has its name; what comes now keeps house, and its failure does not undo that.
    await inOrder(() => keepHouse(tools, archive, finished, isPresent ? written : null)).catch((error: unknown) => {
      const { code } = backupFailure(error).error;
      log('request-failed', { channel: 'backup/finish', error: code, errno: errnoOf(error) });
    });
    notify('backup-targets-changed');
    return describeVerified(finished);
  }

  return {
    async begin(seq, counts) {
      const archive = session.require();
      const dir = paths.snapshots;
      schedule.onSnapshot(null);
      await removeLeftovers(files, dir, archive.archiveId, clock.now());
      const job = await planBackup(tools, archive, { dir, seq, counts });
      const isPresent = seq === archive.journal.status().headSeq;
      const backup = await startBackup(files, job);
      const backupId = randomBytes(16).toString('hex');
      running.set(backupId, { archive, backup, job, begunMs: elapsedMs(), isPresent });
      return backupId;
    },

    write: async (backupId, chunk) => find(backupId).backup.write(chunk),

    async finish(backupId) {
      const found = find(backupId);
      running.delete(backupId);
      const finished = verify(found);
      finishing.add(finished);
      try {
        return await finished;
      } finally {
        finishing.delete(finished);
      }
    },

    async cancel(backupId) {
      const cancelled = running.get(backupId);
      running.delete(backupId);
      await cancelled?.backup.cancel();
    },
  };
}

/** After a verified snapshot: the journal begins with it, an old one may go, and so may files that only the past named. */
async function keepHouse(
  tools: BackupTools,
  archive: OpenArchive,
  finished: VerifiedBackup,
  ofPresent: WrittenBackup | null,
): Promise<void> {
  const { ports, paths, verified } = tools;
  const folder: Folder = { id: localFolderId, dir: paths.snapshots };
  await verified.put(keepWhileLookedAt(finished, await verified.read()));
  await rebaseJournal(archive, finished, await verified.read());
  const base = archive.journal.status().snapshot?.name;
  await tidyFolder(tools, folder, finished, new Set([finished.name, ...(base === undefined ? [] : [base])]));
  if (ofPresent) await collectFiles(ports.files, archive, ofPresent.named, finished.seq);
}

const dayMs = 24 * 60 * 60 * 1000;

/** One that was made to go back to an earlier moment is the first that retention would let go; it is about to be used. */
function keepWhileLookedAt(finished: VerifiedBackup, known: readonly VerifiedBackup[]): VerifiedBackup {
  const isOfThePast = known.some(({ generation, seq }) => generation === finished.generation && seq > finished.seq);
  if (!isOfThePast) return finished;
  return { ...finished, keepUntil: new Date(Date.parse(finished.createdAt) + dayMs).toISOString() };
}
