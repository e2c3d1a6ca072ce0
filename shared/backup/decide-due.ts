import type { Round } from './round.ts';

/** A chosen folder as the schedule sees it. */
export interface FolderMoment {
  id: string;
  isReachable: boolean;
  /** Came back since the last look: a stick was plugged in, a cloud folder appeared. */
  hasJustCome: boolean;
  /** Its newest verified backup holds everything up to here; `null` when it has none. Of another generation: `null`. */
  seq: number | null;
  /** Since its newest backup was verified; `null` when that was before this start. */
  sinceBackupMs: number | null;
  /** Since writing to it last failed; `null` when it did not. */
  sinceFailureMs: number | null;
}

/** What the schedule knows at one moment. Spans are measured with a clock that nobody sets; see `performance.now`. */
export interface BackupMoment {
  /** `null` while the archive is locked. */
  headSeq: number | null;
  /** What the newest verified snapshot on this computer holds; `null` when there is none. */
  snapshotSeq: number | null;
  /** Since the archive was last seen to change. */
  sinceChangeMs: number;
  /** Since the first change that is in no snapshot. */
  sinceFirstChangeMs: number;
  /** Since the last snapshot was tried, also in vain; `null` when none was since the start. */
  sinceSnapshotMs: number | null;
  /** How long the last snapshot took. */
  snapshotTookMs: number;
  folders: readonly FolderMoment[];
}

const second = 1000;
const minute = 60 * second;

/** So long nobody must have changed anything before a snapshot is made of what they did. */
export const quietMs = 30 * second;
/** Snapshots are no closer to each other than this, and than twenty times what the last one took. */
export const betweenSnapshotsMs = 5 * minute;
const shareOfTime = 20;
/** Whoever never stops changing things gets one all the same. */
export const longestWithoutMs = 60 * minute;
/** Chosen folders get one an hour while things change: five on a stick are then more than a morning. */
export const betweenCopiesMs = 60 * minute;
/** A folder that could not be written to is left alone for a while. */
export const afterFailureMs = 15 * minute;

/** What is to be done now, or `null`. While locked only what lies here sealed can be copied. */
export function decideDue(moment: BackupMoment): Round | null {
  const { headSeq, snapshotSeq } = moment;
  const isBehind = headSeq !== null && headSeq > (snapshotSeq ?? 0);
  const needsSnapshot = isBehind && isSnapshotDue(moment);
  const comingSeq = needsSnapshot ? headSeq : snapshotSeq;
  const folderIds = moment.folders.filter((folder) => isCopyDue(folder, comingSeq)).map(({ id }) => id);
  // A stick that has just come is not made to wait for a quiet moment.
  const isAwaited = isBehind && moment.folders.some((folder) => isWaiting(folder, headSeq));
  if (isAwaited) {
    const all = moment.folders.filter((folder) => isCopyDue(folder, headSeq)).map(({ id }) => id);
    return { needsSnapshot: true, folderIds: all };
  }
  return needsSnapshot || folderIds.length > 0 ? { needsSnapshot, folderIds } : null;
}

function isSnapshotDue({ sinceChangeMs, sinceFirstChangeMs, sinceSnapshotMs, snapshotTookMs }: BackupMoment): boolean {
  const pauseMs = Math.max(betweenSnapshotsMs, shareOfTime * snapshotTookMs);
  if (sinceSnapshotMs !== null && sinceSnapshotMs < pauseMs) return false;
  return sinceChangeMs >= quietMs || sinceFirstChangeMs >= longestWithoutMs;
}

function isCopyDue(folder: FolderMoment, seq: number | null): boolean {
  if (!folder.isReachable || seq === null || (folder.seq !== null && folder.seq >= seq)) return false;
  if (folder.hasJustCome) return true;
  if (folder.sinceFailureMs !== null && folder.sinceFailureMs < afterFailureMs) return false;
  return folder.sinceBackupMs === null || folder.sinceBackupMs >= betweenCopiesMs;
}

function isWaiting(folder: FolderMoment, headSeq: number): boolean {
  return folder.hasJustCome && folder.isReachable && (folder.seq === null || folder.seq < headSeq);
}
