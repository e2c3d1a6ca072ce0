import { randomBytes } from 'node:crypto';
import { basename, join } from 'node:path';
import { relabelContent } from '#shared/archive/relabel-content.ts';
import { mergeErased, nobodyErased } from '#shared/archive/erased.ts';
import { failWith } from '#shared/errors/app-error.ts';
import type { Handlers } from '#shared/ipc/contract.ts';
import { createOrder } from '#shared/lib/in-order.ts';
import { applyRestore } from '../backup/apply-restore.ts';
import { countKept } from '../backup/copy-as-snapshot.ts';
import { backupIdOf } from '../backup/file-name.ts';
import { findBackups, reachableFolders } from '../backup/find-backups.ts';
import { forgetBackup, identityOf, openChosen, readChosen, type OpenedBackup } from '../backup/open-chosen.ts';
import type { Readings } from '../backup/readings.ts';
import { takeFiles } from '../backup/take-files.ts';
import { localFolderId } from '../backup/targets.ts';
import type { BackupTools } from '../backup/tools.ts';
import { openContent } from '../backup/verify-container.ts';
import { readErasure } from '../erasure/erased-file.ts';
import { readAbout } from '../keys/archive-file.ts';
import type { ArchiveSession } from '../keys/archive-session.ts';

type Channels =
  | 'restore/choose'
  | 'restore/open'
  | 'restore/apply'
  | 'restore/cancel'
  | 'restore/read'
  | 'restore/undoable'
  | 'restore/take-files';

interface Chosen {
  path: string;
  opened: OpenedBackup | null;
}

export function createRestoreHandlers(
  tools: BackupTools,
  session: ArchiveSession,
  readings: Readings,
): Pick<Handlers, Channels> {
  const { ports, paths } = tools;
  const { files, dialogs, log } = ports;
  const chosen = new Map<string, Chosen>();
  const inOrder = createOrder();

  function forget(restoreId: string): void {
    const { opened = null } = chosen.get(restoreId) ?? {};
    chosen.delete(restoreId);
    if (opened) forgetBackup(opened);
  }

  // The identities of opened backups must not outlive the session.
  session.onEnd(() => [...chosen.keys()].forEach(forget));

  async function pathOfKnown(backupId: string): Promise<string> {
    const { archiveId } = (await readAbout(files, paths.about)) ?? failWith('keys/no-archive');
    for (const folder of await reachableFolders(tools, archiveId)) {
      const found = await findBackups(files, folder, archiveId);
      const known = found.find((backup) => backupIdOf(folder.id, backup.name) === backupId);
      if (known) return known.path;
    }
    return failWith('backup/target-missing');
  }

  return {
    async 'restore/choose'({ knownBackupId }) {
      const path = knownBackupId === undefined ? await dialogs.chooseBackupFile() : await pathOfKnown(knownBackupId);
      if (path === null) return { chosen: null };
      const { manifest, sizeBytes } = await readChosen(files, path);
      const about = await readAbout(files, paths.about);
      const restoreId = randomBytes(16).toString('hex');
      chosen.set(restoreId, { path, opened: null });
      return {
        chosen: {
          restoreId,
          name: basename(path),
          sizeBytes,
          createdAt: manifest.createdAt,
          sameArchive: about?.archiveId === manifest.archiveId,
        },
      };
    },

    async 'restore/open'({ restoreId, unlock }) {
      const { path } = chosen.get(restoreId) ?? failWith('ipc/bad-input', { channel: 'restore/open' });
      const opened = await openChosen(files, path, unlock ?? session.require());
      chosen.set(restoreId, { path, opened });
      const { sizeBytes, manifest, content } = opened;
      const archive = session.current();
      const own = archive ? (await readErasure(files, archive.paths.erased, archive)).erased : nobodyErased;
      const { counts, erasedPersons } = await countKept(files, opened, mergeErased(own, opened.erased));
      return {
        restoreId,
        name: basename(path),
        sizeBytes,
        createdAt: manifest.createdAt,
        appVersion: content.appVersion,
        seq: manifest.seq,
        counts,
        erasedPersons,
      };
    },

    'restore/apply': ({ restoreId }) =>
      inOrder(async () => {
        const opened = chosen.get(restoreId)?.opened ?? failWith('ipc/bad-input', { channel: 'restore/apply' });
        const isNew = session.current() === null;
        const archive = await applyRestore(tools, session, opened);
        forget(restoreId);
        if (isNew) log('archive-created');
        log('archive-opened', { seq: archive.journal.status().headSeq });
        return archive.opened();
      }),

    'restore/cancel': ({ restoreId }) => {
      forget(restoreId);
      return {};
    },

    async 'restore/read'({ restoreId }) {
      session.require();
      const opened = chosen.get(restoreId)?.opened ?? failWith('ipc/bad-input', { channel: 'restore/read' });
      const file = await files.open(opened.path, 'read').catch(() => failWith('restore/unreadable', { reason: '' }));
      const whole = openContent(file, opened, identityOf(opened));
      // The window reads records; the files of customers stay here.
      const content = opened.summary.files ? relabelContent(whole, opened.content) : whole;
      const { contentBytes: sizeBytes } = opened;
      return { readId: readings.start({ content, close: () => file.close() }), sizeBytes };
    },

    async 'restore/take-files'({ restoreId, wanted }) {
      const { attachments } = session.require();
      const opened = chosen.get(restoreId)?.opened ?? failWith('ipc/bad-input', { channel: 'restore/take-files' });
      await takeFiles(files, opened, attachments, new Set(wanted));
      return {};
    },

    async 'restore/undoable'() {
      session.require();
      const now = ports.clock.now().toISOString();
      const kept = (await tools.verified.read())
        .filter(({ folderId, keepUntil = '' }) => folderId === localFolderId && keepUntil > now)
        .sort((a, b) => (a.keepUntil ?? '').localeCompare(b.keepUntil ?? ''));
      const newest = kept.at(-1);
      if (!newest || !(await files.stat(join(paths.snapshots, newest.name)))) return { undo: null };
      const { name, createdAt, keepUntil = now, counts } = newest;
      return { undo: { backupId: backupIdOf(localFolderId, name), madeAt: createdAt, until: keepUntil, counts } };
    },
  };
}
