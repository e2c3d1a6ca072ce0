import { create } from 'zustand';
import { AppFailure, type AppError } from '#shared/errors/app-error.ts';
import type { BackupFolder } from '#shared/ipc/contract.ts';
import { reportFailure, toAppError } from '../../../display/report-failure.ts';
import type { Engine } from '../../../engine/client-types.ts';
import { callMain } from '../../../platform/main-api.ts';
import { readBackupStatus, refreshBackupStatus } from '../../../state/backup-status.ts';
import { useNavigation } from '../../../state/navigation.ts';

export interface BackupFailure {
  /** What the user calls the folder; empty when it is about none in particular. */
  folder: string;
  error: AppError;
}

export interface BackupRun {
  /** The folder being written to, the `at`th of `of`. */
  current: { folder: string; at: number; of: number; isStopping: boolean } | null;
  /** How the last run ended; `null` before the first one. */
  ended: { made: number; failures: readonly BackupFailure[]; isStopped: boolean } | null;
}

/** On lock: a run holds the lock off until it ends; how the last one ended is forgotten. */
export const useBackupRun = create<BackupRun>(() => ({ current: null, ended: null }));

/** Asks for a folder and adds it; `null` when the user thought better of it. */
export async function addFolder(): Promise<BackupFolder | null> {
  const { folder } = await callMain('backup/add-folder', {});
  if (folder) await refreshBackupStatus();
  return folder;
}

/** Backs up to every folder that is there; asks for one first when none is. */
export async function backUp(engine: Engine): Promise<void> {
  if (useBackupRun.getState().current !== null) return;
  try {
    const folders = await chooseFolders();
    if (folders.length > 0) await run(engine, folders);
  } catch (caught) {
    end({ made: 0, failures: [{ folder: '', error: toAppError(caught) }], isStopped: false });
  }
}

/** Stops the backup under way; nothing half written stays. */
export async function stopBackingUp(engine: Engine): Promise<void> {
  useBackupRun.setState(({ current }) => ({ current: current && { ...current, isStopping: true } }));
  try {
    await engine.cancelBackup();
  } catch (error) {
    reportFailure(error);
  }
}

async function chooseFolders(): Promise<BackupFolder[]> {
  const { folders } = await readBackupStatus();
  const reachable = folders.filter((folder) => folder.reachable);
  if (reachable.length > 0) return reachable;
  const added = await addFolder();
  return added ? [added] : [];
}

async function run(engine: Engine, folders: readonly BackupFolder[]): Promise<void> {
  const failures: BackupFailure[] = [];
  let made = 0;
  useBackupRun.setState({ ended: null });
  for (const [index, { id, label }] of folders.entries()) {
    useBackupRun.setState({ current: { folder: label, at: index + 1, of: folders.length, isStopping: false } });
    try {
      await engine.backup(id);
      made += 1;
    } catch (caught) {
      const error = toAppError(caught);
      if (error.code === 'backup/cancelled') {
        end({ made, failures, isStopped: true });
        return;
      }
      failures.push({ folder: label, error });
    }
  }
  end({ made, failures, isStopped: false });
}

function end(ended: NonNullable<BackupRun['ended']>): void {
  useBackupRun.setState({ current: null, ended });
  // Who has left the page meanwhile is told where they are now.
  const [failure] = ended.failures;
  if (failure && useNavigation.getState().target.screen !== 'safety') reportFailure(new AppFailure(failure.error));
}
