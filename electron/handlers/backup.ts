import type { BackupFolder, Handlers } from '#shared/ipc/contract.ts';
import { createOrder } from '#shared/lib/in-order.ts';
import { describeBackup, describeVerified, lookInto, reachableFolders } from '../backup/find-backups.ts';
import type { BackupParts } from '../backup/parts.ts';
import { addTarget, kindOf, labelOf, readTargets, removeTarget, type Target } from '../backup/targets.ts';
import { readAbout } from '../keys/archive-file.ts';
import type { ArchiveSession } from '../keys/archive-session.ts';

type Channels =
  | 'backup/status'
  | 'backup/add-folder'
  | 'backup/remove-folder'
  | 'backup/begin'
  | 'backup/write'
  | 'backup/finish'
  | 'backup/cancel';

/** Folders, snapshots of the window, and what there is. */
export function createBackupHandlers(
  { tools, snapshots, copies, drills }: BackupParts,
  session: ArchiveSession,
): Pick<Handlers, Channels> {
  const { ports, paths, verified } = tools;
  const { files, dialogs, notify } = ports;
  const place = { ...ports, paths };
  // One after the other: the list of folders is read, changed and written back.
  const inOrder = createOrder();

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

    'backup/begin': async ({ seq, counts }) => ({ backupId: await snapshots.begin(seq, counts) }),

    async 'backup/write'({ backupId, chunk }) {
      await snapshots.write(backupId, chunk);
      return {};
    },

    'backup/finish': async ({ backupId }) => ({ backup: await snapshots.finish(backupId) }),

    async 'backup/cancel'({ backupId }) {
      await snapshots.cancel(backupId);
      return {};
    },
  };
}
