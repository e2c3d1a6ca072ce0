import type { Task } from '../../../state/activity.ts';
import { decideBackupState, type Backup, type BackupStatus } from '../../../state/backup-status.ts';
import type { BackupFailure, BackupRun } from '../../../display/backup-run.ts';

/** The one thing to know about the backups now. */
export type Headline =
  | { kind: 'unknown' }
  | {
      kind: 'running';
      /** Absent while something else, such as an import, makes its own snapshot. */
      current: BackupRun['current'];
      done: number;
      /** 0 when it is not known yet. */
      total: number;
      /** Everything is written; it is being read back. */
      isVerifying: boolean;
    }
  | { kind: 'failed'; failures: readonly BackupFailure[]; made: number }
  | { kind: 'none'; hasFolder: boolean }
  | { kind: 'missing'; lastVerifiedAt: string | null }
  | { kind: 'old' | 'good'; backup: Backup; verifiedAt: string; isAway: boolean };

/**
 * @param task the backup task of the status line, whoever started it
 * @param now ISO instant
 */
export function decideHeadline(
  status: BackupStatus | null,
  { current, ended }: BackupRun,
  task: Task | undefined,
  now: string,
): Headline {
  if (current || task) {
    const { done, total } = task ?? { done: 0, total: 0 };
    const isReadBack = current !== null && current.step !== 'packing';
    const isVerifying = isReadBack ? current.step === 'verifying' : total > 0 && done >= total;
    return { kind: 'running', current, done, total: isVerifying && !isReadBack ? 0 : total, isVerifying };
  }
  if (ended && ended.failures.length > 0) return { kind: 'failed', failures: ended.failures, made: ended.made };
  if (!status) return { kind: 'unknown' };
  const state = decideBackupState(status, now);
  if (state.kind === 'none') return { kind: 'none', hasFolder: status.folders.length > 0 };
  return state;
}
