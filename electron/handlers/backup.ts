import { randomBytes } from 'node:crypto';
import { failWith } from '#shared/errors/app-error.ts';
import type { BackupEntry, BackupFolder, Handlers } from '#shared/ipc/contract.ts';
import { createOrder } from '#shared/lib/in-order.ts';
import { backupFailure } from '../backup/backup-error.ts';
import { folderOf, planBackup } from '../backup/begin-backup.ts';
import {
  describeBackup,
  describeVerified,
  findBackups,
  reachableFolders,
  type Folder,
} from '../backup/find-backups.ts';
import { rebaseJournal } from '../backup/rebase-journal.ts';
import { startBackup, type BackupJob, type RunningBackup } from '../backup/running-backup.ts';
import {
  addTarget,
  isReachable,
  labelOf,
  localFolderId,
  readTargets,
  removeTarget,
  type Target,
} from '../backup/targets.ts';
import { removeLeftovers, tidyFolder } from '../backup/tidy-folder.ts';
import type { BackupTools } from '../backup/tools.ts';
import { verifiedOf } from '../backup/verified-backups.ts';
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
  folder: Folder;
}

export function createBackupHandlers(tools: BackupTools, session: ArchiveSession): Pick<Handlers, Channels> {
  const { ports, paths, verified } = tools;
  const { files, clock, dialogs, log, notify } = ports;
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

  async function finish({ archive, backup, job, folder }: Running): Promise<BackupEntry> {
    const finished = verifiedOf(await backup.finish(), job.about, folder.id, clock.now());
    // The backup is safe and has its name; what comes now keeps house, and its failure does not undo that.
    await inOrder(async () => {
      await verified.put(finished);
      if (folder.id === localFolderId) await rebaseJournal(archive, finished);
      const base = archive.journal.status().snapshot?.name;
      await tidyFolder(tools, folder, finished, new Set(base === undefined ? [] : [base]));
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

  async function describeFolder(archiveId: string, target: Target): Promise<BackupFolder> {
    const reachable = await isReachable(files, archiveId, target);
    const freeBytes = reachable ? await files.freeBytes(target.path).catch(() => null) : null;
    return { id: target.id, label: labelOf(target), reachable, freeBytes };
  }

  function find(backupId: string): Running {
    return running.get(backupId) ?? failWith('backup/cancelled');
  }

  return {
    async 'backup/status'() {
      const about = await readAbout(files, paths.about);
      if (!about) return { folders: [], backups: [] };
      const { archiveId } = about;
      const targets = await readTargets(files, paths);
      const known = await verified.read().catch(() => []);
      const folders = await reachableFolders(files, paths, archiveId);
      const found = await Promise.all(folders.map((folder) => findBackups(files, folder, archiveId)));
      // What lies on a stick that is not plugged in cannot be looked at; what was verified there is still worth telling.
      const away = targets.filter(({ id }) => !folders.some((folder) => folder.id === id));
      const remembered = known.filter(({ folderId }) => away.some(({ id }) => id === folderId));
      return {
        folders: await Promise.all(targets.map((target) => describeFolder(archiveId, target))),
        backups: [...found.flat().map((backup) => describeBackup(backup, known)), ...remembered.map(describeVerified)],
      };
    },

    async 'backup/add-folder'() {
      const { archiveId } = session.require();
      const path = await dialogs.chooseFolder();
      if (path === null) return { folder: null };
      const target = await inOrder(() => addTarget(files, paths, archiveId, path));
      notify('backup-targets-changed');
      return { folder: await describeFolder(archiveId, target) };
    },

    async 'backup/remove-folder'({ folderId }) {
      session.require();
      await inOrder(() => removeTarget(files, paths, folderId));
      notify('backup-targets-changed');
      return {};
    },

    async 'backup/begin'({ folderId, seq, counts }) {
      const archive = session.require();
      const folder = await folderOf(files, archive, folderId);
      await removeLeftovers(files, folder.dir, archive.archiveId, clock.now());
      const job = await planBackup(tools, archive, { dir: folder.dir, seq, counts });
      const backup = await startBackup(files, job);
      const backupId = randomBytes(16).toString('hex');
      running.set(backupId, { archive, backup, job, folder });
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
