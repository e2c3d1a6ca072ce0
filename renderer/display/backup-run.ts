import { create } from 'zustand';
import type { Round } from '#shared/backup/round.ts';
import { AppFailure, type AppError } from '#shared/errors/app-error.ts';
import { translate } from '#shared/i18n/translate.ts';
import type { BackupFolder } from '#shared/ipc/contract.ts';
import type { Engine } from '../engine/client-types.ts';
import { callMain } from '../platform/main-api.ts';
import { endTask, showTask } from '../state/activity.ts';
import { readBackupStatus, refreshBackupStatus } from '../state/backup-status.ts';
import { useNavigation } from '../state/navigation.ts';
import { usePreferences } from '../state/preferences.ts';
import { reportFailure, toAppError } from './report-failure.ts';

export interface BackupFailure {
  /** What the user calls the folder; empty when it is about none in particular. */
  folder: string;
  error: AppError;
}

/** Who wants a backup: the person, the schedule, or whoever quits. */
export type BackupWish = 'hand' | 'clock' | 'quit';

/** The snapshot comes first; then a copy is written and read back for each folder. */
export type BackupStep = 'packing' | 'writing' | 'verifying';

export interface BackupRun {
  current: {
    step: BackupStep;
    /** The folder being written to, the `at`th of `of`; `null` while the snapshot is made. */
    folder: Pick<BackupFolder, 'id' | 'label'> | null;
    at: number;
    of: number;
    isStopping: boolean;
  } | null;
  /** How the last run ended; `null` before the first one. */
  ended: { made: number; failures: readonly BackupFailure[]; isStopped: boolean } | null;
}

/** On lock: a run holds the lock off until it ends; how the last one ended is forgotten. */
export const useBackupRun = create<BackupRun>(() => ({ current: null, ended: null }));

const pollMs = 250;

/** Asks for a folder and adds it; `null` when the user thought better of it. */
export async function addFolder(): Promise<BackupFolder | null> {
  const { folder } = await callMain('backup/add-folder', {});
  if (folder) await refreshBackupStatus();
  return folder;
}

/**
 * Backs up everything that the wish covers. A person who has no folder that is there is asked for one first. What could not
 * be done stands in `useBackupRun`, too. While a backup is under way a wish is passed over; whoever quits waits for it.
 */
export async function backUp(engine: Engine, by: BackupWish): Promise<readonly BackupFailure[]> {
  if (useBackupRun.getState().current !== null) {
    if (by !== 'quit') return [];
    await runEnds();
  }
  try {
    if (by === 'hand' && !(await hasFolder())) return [];
    const round = await callMain('backup/plan', { by });
    if (!round.needsSnapshot && round.folderIds.length === 0) return [];
    return await run(engine, round, by);
  } catch (caught) {
    return end({ made: 0, failures: [{ folder: '', error: toAppError(caught) }], isStopped: false }, by);
  }
}

function runEnds(): Promise<void> {
  return new Promise((resolve) => {
    const stop = useBackupRun.subscribe(({ current }) => {
      if (current !== null) return;
      stop();
      resolve();
    });
  });
}

/** Stops the backup under way; nothing half written stays. */
export async function stopBackingUp(engine: Engine): Promise<void> {
  useBackupRun.setState(({ current }) => ({ current: current && { ...current, isStopping: true } }));
  try {
    await Promise.all([engine.cancelBackup(), callMain('backup/stop-copy', {})]);
  } catch (error) {
    reportFailure(error);
  }
}

async function hasFolder(): Promise<boolean> {
  const { folders } = await readBackupStatus();
  return folders.some(({ reachable }) => reachable) || (await addFolder()) !== null;
}

async function run(
  engine: Engine,
  { needsSnapshot, folderIds }: Round,
  by: BackupWish,
): Promise<readonly BackupFailure[]> {
  const { folders } = await readBackupStatus();
  const targets = folders.filter(({ id }) => folderIds.includes(id));
  const of = targets.length;
  useBackupRun.setState({ current: { step: 'packing', folder: null, at: 0, of, isStopping: false }, ended: null });
  const failures: BackupFailure[] = [];
  let made = 0;
  try {
    if (needsSnapshot) await engine.backup(by === 'clock' ? 'in-lulls' : undefined).catch(noteUnlessStopped(failures));
    for (const [index, target] of targets.entries()) {
      const isStopping = useBackupRun.getState().current?.isStopping ?? false;
      useBackupRun.setState({ current: { step: 'writing', folder: target, at: index + 1, of, isStopping } });
      try {
        await copyInto(target);
        made += 1;
      } catch (caught) {
        const error = toAppError(caught);
        if (error.code === 'backup/cancelled') throw caught;
        failures.push({ folder: target.label, error });
      }
    }
    return end({ made, failures, isStopped: false }, by);
  } catch (caught) {
    const error = toAppError(caught);
    const isStopped = error.code === 'backup/cancelled';
    return end({ made, failures: isStopped ? failures : [...failures, { folder: '', error }], isStopped }, by);
  } finally {
    await refreshBackupStatus();
  }
}

/** What cannot be packed now, on a full disk for example, must not keep the last snapshot from being copied. */
function noteUnlessStopped(failures: BackupFailure[]): (caught: unknown) => void {
  return (caught) => {
    const error = toAppError(caught);
    if (error.code === 'backup/cancelled') throw caught;
    failures.push({ folder: '', error });
  };
}

/** Has main make a copy, and shows how far it is. */
async function copyInto({ id }: BackupFolder): Promise<void> {
  const label = translate(usePreferences.getState().language, 'opening.backup');
  const show = async (): Promise<void> => {
    const { copy } = await callMain('backup/progress', {});
    if (copy?.folderId !== id) return;
    const { step, doneBytes, totalBytes } = copy;
    useBackupRun.setState(({ current }) => ({ current: current && { ...current, step } }));
    showTask({ id: 'backup', label, done: doneBytes, total: totalBytes });
  };
  showTask({ id: 'backup', label, done: 0, total: 0 });
  const timer = window.setInterval(() => void show().catch(() => undefined), pollMs);
  try {
    await callMain('backup/copy', { folderId: id });
  } finally {
    window.clearInterval(timer);
    endTask('backup');
  }
}

function end(ended: NonNullable<BackupRun['ended']>, by: BackupWish): readonly BackupFailure[] {
  useBackupRun.setState({ current: null, ended });
  // Who asked and has left the page meanwhile is told where they are now. What the clock did shows in the status line.
  const [failure] = ended.failures;
  const isElsewhere = by === 'hand' && useNavigation.getState().target.screen !== 'safety';
  if (failure && isElsewhere) reportFailure(new AppFailure(failure.error));
  return ended.failures;
}
