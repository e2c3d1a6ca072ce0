import { randomBytes } from 'node:crypto';
import { failWith } from '#shared/errors/app-error.ts';
import type { BackupEntry, BackupFolder, Handlers } from '#shared/ipc/contract.ts';
import { createOrder } from '#shared/lib/in-order.ts';
import { collectFiles } from '../attachments/collect-files.ts';
import { backupFailure } from '../backup/backup-error.ts';
import { planBackup } from '../backup/begin-backup.ts';
import { describeBackup, describeVerified, lookInto, reachableFolders, type Folder } from '../backup/find-backups.ts';
import type { BackupParts } from '../backup/parts.ts';
import { rebaseJournal } from '../backup/rebase-journal.ts';
import { startBackup, type BackupJob, type RunningBackup } from '../backup/running-backup.ts';
import {
  addTarget,
  kindOf,
  labelOf,
  localFolderId,
  readTargets,
  removeTarget,
  type Target,
} from '../backup/targets.ts';
import { removeLeftovers, tidyFolder } from '../backup/tidy-folder.ts';
import { verifiedOf, type VerifiedBackup } from '../backup/verified-backups.ts';
import { errnoOf } from '../files/file-system.ts';
import { readAbout } from '../keys/archive-file.ts';
import type { ArchiveSession, OpenArchive } from '../keys/archive-session.ts';

type Channels =
  | 'backup/status'
  | 'backup/add-folder'
  | 'backup/remove-folder'
  | 'backup/begin'
  | 'backup/write'
  | 'backup/finish'
  | 'backup/cancel';

interface Running {
  archive: OpenArchive;
  backup: RunningBackup;
  job: BackupJob;
  begunMs: number;
  /** It holds everything there was when it was begun, and not an earlier moment. */
  isPresent: boolean;
}

/** Folders, snapshots of the window, and what there is. */
export function createBackupHandlers(
  { tools, copies, drills, schedule, elapsedMs }: BackupParts,
  session: ArchiveSession,
): Pick<Handlers, Channels> {
  const { ports, paths, verified } = tools;
  const { files, clock, dialogs, log, notify } = ports;
  const place = { ...ports, paths };
  const running = new Map<string, Running>();
  // One after the other: the list of folders is read, changed and written back; a folder is tidied by its newest
  // backup.
  const inOrder = createOrder();

  const finishing = new Set<Promise<unknown>>();

  // What is half written when the archive is locked could not be read back without its identity; what is being read
  // back ends first.
  session.onEnd(async () => {
    const halfWritten = [...running.values()];
    running.clear();
    await Promise.allSettled([...halfWritten.map(({ backup }) => backup.cancel()), ...finishing]);
  });

  async function finish({ archive, backup, job, begunMs, isPresent }: Running): Promise<BackupEntry> {
    const written = await backup.finish();
    const finished = verifiedOf(written, job.about, localFolderId, clock.now());
    schedule.onSnapshot(elapsedMs() - begunMs);
    const folder: Folder = { id: localFolderId, dir: job.dir };
    // The backup is safe and has its name; what comes now keeps house, and its failure does not undo that.
    await inOrder(async () => {
      await verified.put(keepWhileLookedAt(finished, await verified.read()));
      await rebaseJournal(archive, finished, await verified.read());
      const base = archive.journal.status().snapshot?.name;
      await tidyFolder(tools, folder, finished, new Set([finished.name, ...(base === undefined ? [] : [base])]));
      if (isPresent) await collectFiles(files, archive, written.named, finished.seq);
    }).catch((error: unknown) => {
      log('request-failed', {
        channel: 'backup/finish',
        error: backupFailure(error).error.code,
        errno: errnoOf(error),
      });
    });
    notify('backup-targets-changed');
    return describeVerified(finished);
  }

  async function describeFolder(
    target: Target,
    dir: string | null,
    strangers: BackupFolder['strangers'],
  ): Promise<BackupFolder> {
    const freeBytes = dir === null ? null : await files.freeBytes(dir).catch(() => null);
    const { failure } = copies.logOf(target.id);
    return {
      id: target.id,
      label: labelOf(target),
      kind: kindOf(target),
      reachable: dir !== null,
      freeBytes,
      failure,
      strangers,
    };
  }

  function find(backupId: string): Running {
    return running.get(backupId) ?? failWith('backup/cancelled');
  }

  return {
    async 'backup/status'() {
      const about = await readAbout(files, paths.about);
      if (!about) return { folders: [], backups: [], drill: null };
      const { archiveId } = about;
      const targets = await readTargets(place);
      const known = await verified.read().catch(() => []);
      const reachable = await reachableFolders(tools, archiveId);
      const contents = await Promise.all(
        reachable.map(async (folder) => ({ ...folder, ...(await lookInto(files, folder, archiveId)) })),
      );
      const find = (id: string) => contents.find((folder) => folder.id === id);
      const folders = targets.map((target) => {
        const { dir = null, strangers = [] } = find(target.id) ?? {};
        return describeFolder(target, dir, strangers);
      });
      // What lies on a stick that is not plugged in cannot be looked at; what was verified there is still worth telling.
      const remembered = known.filter(({ folderId }) => !find(folderId) && targets.some(({ id }) => id === folderId));
      const found = contents.flatMap(({ backups }) => backups.map((backup) => describeBackup(backup, known)));
      return {
        folders: await Promise.all(folders),
        backups: [...found, ...remembered.map(describeVerified)],
        drill: await drills.last(),
      };
    },

    async 'backup/add-folder'() {
      const { archiveId } = session.require();
      const path = await dialogs.chooseFolder();
      if (path === null) return { folder: null };
      const target = await inOrder(() => addTarget(place, archiveId, path));
      notify('backup-targets-changed');
      return { folder: await describeFolder(target, target.path, []) };
    },

    async 'backup/remove-folder'({ folderId }) {
      session.require();
      await inOrder(() => removeTarget(place, folderId));
      notify('backup-targets-changed');
      return {};
    },

    async 'backup/begin'({ seq, counts }) {
      const archive = session.require();
      const dir = paths.snapshots;
      schedule.onSnapshot(null);
      await removeLeftovers(files, dir, archive.archiveId, clock.now());
      const job = await planBackup(tools, archive, { dir, seq, counts });
      const isPresent = seq === archive.journal.status().headSeq;
      const backup = await startBackup(files, job);
      const backupId = randomBytes(16).toString('hex');
      running.set(backupId, { archive, backup, job, begunMs: elapsedMs(), isPresent });
      return { backupId };
    },

    async 'backup/write'({ backupId, chunk }) {
      await find(backupId).backup.write(chunk);
      return {};
    },

    async 'backup/finish'({ backupId }) {
      const found = find(backupId);
      running.delete(backupId);
      const finished = finish(found);
      finishing.add(finished);
      try {
        return { backup: await finished };
      } finally {
        finishing.delete(finished);
      }
    },

    async 'backup/cancel'({ backupId }) {
      const cancelled = running.get(backupId);
      running.delete(backupId);
      await cancelled?.backup.cancel();
      return {};
    },
  };
}

const dayMs = 24 * 60 * 60 * 1000;

/** One that was made to go back to an earlier moment is the first that retention would let go; it is about to be used. */
function keepWhileLookedAt(finished: VerifiedBackup, known: readonly VerifiedBackup[]): VerifiedBackup {
  const isOfThePast = known.some(({ generation, seq }) => generation === finished.generation && seq > finished.seq);
  if (!isOfThePast) return finished;
  return { ...finished, keepUntil: new Date(Date.parse(finished.createdAt) + dayMs).toISOString() };
}
