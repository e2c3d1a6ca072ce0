import { create } from 'zustand';
import type { Output } from '#shared/ipc/contract.ts';
import { onMinute } from '../platform/clock.ts';
import { callMain, onMainEvent } from '../platform/main-api.ts';

export type BackupStatus = Output<'backup/status'>;
export type Backup = BackupStatus['backups'][number];

/** A backup older than this deserves a look. */
export const staleAfterMs = 7 * 86_400_000;

interface Known {
  /** What main last said of folders and backups; `null` until it answered. */
  status: BackupStatus | null;
}

const useKnown = create<Known>(() => ({ status: null }));
let asked = 0;

/** Folders and backups as main knows them. On lock: the window reloads, so it is asked again. */
export function useBackupStatus(): BackupStatus | null {
  return useKnown((known) => known.status);
}

/** Asks main now. Rejects with AppFailure. */
export async function readBackupStatus(): Promise<BackupStatus> {
  asked += 1;
  const mine = asked;
  const status = await callMain('backup/status', {});
  // A later question may have been answered first.
  if (mine === asked) useKnown.setState({ status });
  return status;
}

/** Asks main again; what was known stays when it cannot answer. */
export async function refreshBackupStatus(): Promise<void> {
  await readBackupStatus().catch(() => undefined);
}

/** Keeps the answer fresh: each minute, and when a stick comes or goes. Returns what stops it. */
export function watchBackupStatus(): () => void {
  const refresh = (): void => void refreshBackupStatus();
  refresh();
  const stops = [onMinute(refresh), onMainEvent('backup-targets-changed', refresh)];
  return () => {
    for (const stop of stops) stop();
  };
}

export type BackupState =
  /** No folder holds a verified backup. Snapshots on this computer go down with it and do not count. */
  | { kind: 'none' }
  /** Folders were chosen and none of them is there; what main knows of them is from before. */
  | { kind: 'missing'; lastVerifiedAt: string | null }
  /** `isAway`: it lies on a stick or disk that is not plugged in, which is where sticks belong. */
  | { kind: 'old' | 'good'; backup: Backup; verifiedAt: string; isAway: boolean };

/** @param now ISO instant */
export function decideBackupState({ folders, backups }: BackupStatus, now: string): BackupState {
  const backup = selectVerifiedBackup(backups.filter(({ folderId }) => folderId !== 'local'));
  const isAway = folders.length > 0 && folders.every((folder) => !folder.reachable);
  const isOnDrive = folders.some(({ id, kind }) => id === backup?.folderId && kind === 'drive');
  if (isAway && !isOnDrive) return { kind: 'missing', lastVerifiedAt: backup?.verifiedAt ?? null };
  if (backup === null || backup.verifiedAt === null) return { kind: 'none' };
  const { verifiedAt } = backup;
  const isOld = Date.parse(now) - Date.parse(verifiedAt) >= staleAfterMs;
  return { kind: isOld ? 'old' : 'good', backup, verifiedAt, isAway };
}

/** The newest backup that was read back and compared; `null` when there is none. The journal's order counts, not clocks. */
export function selectVerifiedBackup(backups: readonly Backup[]): Backup | null {
  return backups
    .filter((backup) => backup.verifiedAt !== null)
    .reduce<Backup | null>((newest, backup) => (newest === null || isNewer(backup, newest) ? backup : newest), null);
}

function isNewer(a: Backup, b: Backup): boolean {
  return a.seq > b.seq || (a.seq === b.seq && a.createdAt > b.createdAt);
}
