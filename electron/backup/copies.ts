import { byAge } from '#shared/backup/by-age.ts';
import { AppFailure, appError, failWith } from '#shared/errors/app-error.ts';
import type { BackupFolder, Output } from '#shared/ipc/contract.ts';
import { createOrder } from '#shared/lib/in-order.ts';
import { readAbout } from '../keys/archive-file.ts';
import type { ArchiveSession } from '../keys/archive-session.ts';
import { backupFailure } from './backup-error.ts';
import { copyBackup, isCancelled } from './copy-backup.ts';
import type { Packing } from './copy-job.ts';
import { findFolder } from './find-backups.ts';
import { localFolderId } from './targets.ts';
import { removeLeftovers, tidyFolder } from './tidy-folder.ts';
import type { BackupTools } from './tools.ts';
import type { VerifiedBackup } from './verified-backups.ts';

/** What is known of a folder since Kebu was started. Moments are those of a clock that nobody sets. */
export interface FolderLog {
  copiedAtMs?: number;
  failedAtMs?: number;
  failure: BackupFolder['failure'];
}

/** Copies snapshots into the chosen folders, one after the other, whoever asks. */
export interface Copies {
  /** Fails with `backup/target-missing`, `backup/target-gone`, `backup/disk-full` and their kin. */
  copy(folderId: string): Promise<VerifiedBackup>;
  stop(): void;
  progress(): Output<'backup/progress'>['copy'];
  logOf(folderId: string): FolderLog;
}

export function createCopies(tools: BackupTools, session: ArchiveSession, elapsedMs: () => number): Copies {
  const { ports, paths, verified } = tools;
  const { files, clock, log, notify } = ports;
  const inOrder = createOrder();
  const logs = new Map<string, FolderLog>();
  let current: { stop: AbortController; progress: NonNullable<Output<'backup/progress'>['copy']> } | null = null;

  async function run(archiveId: string, source: VerifiedBackup, folderId: string): Promise<VerifiedBackup> {
    const folder = await findFolder(tools, archiveId, folderId);
    const stop = new AbortController();
    const progress = { folderId, step: 'writing' as const, doneBytes: 0, totalBytes: source.sizeBytes };
    current = { stop, progress };
    try {
      await removeLeftovers(files, folder.dir, archiveId, clock.now());
      const copied = await copyBackup(tools, {
        source,
        folder,
        signal: stop.signal,
        identity: () => session.current()?.identity() ?? null,
        packing: packingOf(session),
        onStep: (step, doneBytes, totalBytes) => {
          if (current) current.progress = { ...progress, step, doneBytes, totalBytes };
        },
      });
      await verified.put(copied);
      // The copy is safe and has its name; what comes now keeps house.
      await tidyFolder(tools, folder, copied, new Set()).catch(() => undefined);
      return copied;
    } catch (error) {
      if (isCancelled(error)) throw error;
      // A drive that was pulled out answers with all kinds of errors.
      const isGone = await findFolder(tools, archiveId, folderId).then(
        () => false,
        () => true,
      );
      if (isGone) throw new AppFailure(appError('backup/target-gone'), { cause: error });
      throw backupFailure(error);
    } finally {
      current = null;
    }
  }

  return {
    copy: (folderId) =>
      inOrder(async () => {
        try {
          const { archiveId } = (await readAbout(files, paths.about)) ?? failWith('keys/no-archive');
          const source = (await newestSnapshot(tools)) ?? failWith('backup/no-snapshot');
          const copied = await run(archiveId, source, folderId).catch(async (error: unknown) => {
            // Nobody vouches any more for a snapshot that went bad; the next round makes another.
            if (backupFailure(error).error.code === 'backup/no-snapshot') await verified.remove(source);
            throw error;
          });
          logs.set(folderId, { copiedAtMs: elapsedMs(), failure: null });
          return copied;
        } catch (error) {
          if (!isCancelled(error)) {
            const { code } = backupFailure(error).error;
            log('request-failed', { channel: 'backup/copy', error: code });
            const failure = { code, at: clock.now().toISOString() };
            logs.set(folderId, { ...logs.get(folderId), failedAtMs: elapsedMs(), failure });
          }
          throw error;
        } finally {
          notify('backup-targets-changed');
        }
      }),
    stop: () => current?.stop.abort(),
    progress: () => current?.progress ?? null,
    logOf: (folderId) => logs.get(folderId) ?? { failure: null },
  };
}

function packingOf(session: ArchiveSession): Packing | null {
  const archive = session.current();
  if (!archive) return null;
  const { recipient, attachments: store } = archive;
  return { recipient, store, identity: () => session.require().identity() };
}

/** The verified snapshot on this computer that holds most. */
export async function newestSnapshot({ verified }: Pick<BackupTools, 'verified'>): Promise<VerifiedBackup | null> {
  const local = (await verified.read()).filter(({ folderId }) => folderId === localFolderId);
  return local.sort(byAge).at(-1) ?? null;
}
