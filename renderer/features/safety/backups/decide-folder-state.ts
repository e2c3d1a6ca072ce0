import { selectVerifiedBackup, staleAfterMs, type Backup, type BackupStatus } from '../../../state/backup-status.ts';
import type { BackupRun } from '../../../display/backup-run.ts';

export type Folder = BackupStatus['folders'][number];

/** How things stand with one folder. What can be told of its newest backup comes along. */
export type FolderState =
  | { kind: 'writing' | 'verifying' }
  /** The last attempt failed, and nothing was written since. */
  | { kind: 'failed'; code: string }
  /** Not there, and what it holds is all there is, or lacks something. */
  | { kind: 'away' | 'away-behind'; newest: Backup | null }
  | { kind: 'empty' }
  /** Lacks changes that are older than a week. */
  | { kind: 'stale'; newest: Backup }
  /** Lacks some changes, which the next round brings. */
  | { kind: 'behind'; newest: Backup }
  | { kind: 'current'; newest: Backup };

/**
 * @param backups those of this folder
 * @param headSeq what the archive holds; `null` until it is known
 * @param now ISO instant
 */
export function decideFolderState(
  folder: Folder,
  backups: readonly Backup[],
  { current }: Pick<BackupRun, 'current'>,
  headSeq: number | null,
  now: string,
): FolderState {
  if (current?.folder?.id === folder.id && current.step !== 'packing') return { kind: current.step };
  const newest = selectVerifiedBackup(backups);
  const isBehind = newest === null || (headSeq !== null && newest.seq < headSeq);
  if (!folder.reachable) return { kind: isBehind ? 'away-behind' : 'away', newest };
  if (folder.failure !== null) return { kind: 'failed', code: folder.failure.code };
  if (newest === null) return { kind: 'empty' };
  if (!isBehind) return { kind: 'current', newest };
  return { kind: isStale(newest, now) ? 'stale' : 'behind', newest };
}

/** A stick or disk on which nothing is being written; what was written has been read back. */
export function isSafeToRemove(folder: Folder, state: FolderState): boolean {
  return folder.kind === 'drive' && folder.reachable && ['current', 'behind', 'stale'].includes(state.kind);
}

function isStale({ verifiedAt, createdAt }: Backup, now: string): boolean {
  return Date.parse(now) - Date.parse(verifiedAt ?? createdAt) >= staleAfterMs;
}
