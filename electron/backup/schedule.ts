import { decideDue, type BackupMoment, type FolderMoment } from '#shared/backup/decide-due.ts';
import { isDrillDue } from '#shared/backup/drill.ts';
import type { Round } from '#shared/backup/round.ts';
import { readAbout } from '../keys/archive-file.ts';
import type { ArchiveSession } from '../keys/archive-session.ts';
import { hasFiles } from './copy-job.ts';
import { newestSnapshot, type Copies } from './copies.ts';
import { removeOldDrills, type Drills } from './drills.ts';
import { reachableFolders } from './find-backups.ts';
import { localFolderId, readTargets } from './targets.ts';
import type { BackupTools } from './tools.ts';

/** Calls back again and again until the returned function is called. */
export type Every = (periodMs: number, work: () => void) => () => void;

export const everyTimer: Every = (periodMs, work) => {
  const timer = setInterval(work, periodMs);
  return () => {
    clearInterval(timer);
  };
};

/** So often the schedule looks; a stick is noticed within this time. */
const lookEveryMs = 5_000;
/** Drills wait until the machine has been at work for a while and nobody is typing. */
const drillAfterMs = 10 * 60_000;
const drillQuietMs = 60_000;

/** Knows when backups are due. */
export interface BackupSchedule {
  /**
   * What a person who asks for a backup gets: a new one in every folder that is there, whether or not anything changed.
   * Before quitting only what lacks something.
   */
  planNow(by: 'hand' | 'quit'): Promise<Round>;
  /** What the last look found due; the window fetches it after `backup-due`. */
  planned(): Round;
  /** A snapshot was begun, and how it ended. */
  onSnapshot(tookMs: number | null): void;
  /** Looks once. While the window has the archive open it is told; while it is locked the copies are made here. */
  look(): Promise<void>;
  /** Looks again and again. Returns what stops it. */
  start(every: Every): () => void;
}

const nothing: Round = { needsSnapshot: false, folderIds: [] };

export function createBackupSchedule(
  tools: BackupTools,
  session: ArchiveSession,
  { copies, drills, elapsedMs }: { copies: Copies; drills: Drills; elapsedMs: () => number },
): BackupSchedule {
  const { ports, paths, verified } = tools;
  const { files, clock, notify } = ports;
  const startedMs = elapsedMs();
  let head = -1;
  let changedMs = startedMs;
  let firstChangedMs: number | null = null;
  let snapshotMs: number | null = null;
  let snapshotTookMs = 0;
  let due = nothing;
  let there: ReadonlySet<string> | null = null;
  let isLooking = false;

  /** The generation counts as part of the order: what was made before a restore holds nothing of what came after. */
  async function describe(hasCome: ReadonlySet<string>, reachable: ReadonlySet<string>): Promise<BackupMoment> {
    const nowMs = elapsedMs();
    const known = await verified.read();
    const snapshot = await newestSnapshot(tools);
    const status = session.current()?.journal.status() ?? null;
    const generation = status?.generation ?? snapshot?.generation ?? 1;
    const seqIn = (folderId: string): number | null => {
      const seqs = known
        .filter((one) => one.folderId === folderId && one.generation === generation)
        .map(({ seq }) => seq);
      return seqs.length > 0 ? Math.max(...seqs) : null;
    };
    const since = (moment: number | undefined) => (moment === undefined ? null : nowMs - moment);
    const folders = (await readTargets({ ...ports, paths })).map(({ id }): FolderMoment => {
      const { copiedAtMs, failedAtMs, failure } = copies.logOf(id);
      return {
        id,
        isReachable: reachable.has(id),
        hasJustCome: hasCome.has(id),
        seq: seqIn(id),
        sinceBackupMs: since(copiedAtMs),
        sinceFailureMs: failure === null ? null : since(failedAtMs),
      };
    });
    return {
      headSeq: status?.headSeq ?? null,
      snapshotSeq: seqIn(localFolderId),
      sinceChangeMs: nowMs - changedMs,
      sinceFirstChangeMs: firstChangedMs === null ? 0 : nowMs - firstChangedMs,
      sinceSnapshotMs: snapshotMs === null ? null : nowMs - snapshotMs,
      snapshotTookMs,
      folders,
    };
  }

  async function findReachable(): Promise<Set<string> | null> {
    // An archive of a newer Kebu is refused elsewhere, in words.
    const about = await readAbout(files, paths.about).catch(() => null);
    return about && new Set((await reachableFolders(tools, about.archiveId)).map(({ id }) => id));
  }

  function noticeChanges(): void {
    const headNow = session.current()?.journal.status().headSeq ?? -1;
    if (headNow > head) {
      changedMs = elapsedMs();
      // Opening the archive is no change, but it deserves a quiet moment too.
      if (head >= 0) firstChangedMs ??= changedMs;
    }
    head = headNow;
  }

  async function runDrill(): Promise<void> {
    const isCalm = elapsedMs() - startedMs >= drillAfterMs && elapsedMs() - changedMs >= drillQuietMs;
    if (!isCalm || !session.current() || drills.isRunning() || copies.progress()) return;
    if (!isDrillDue(await drills.last(), clock.now().toISOString())) return;
    // Nothing to try, or locked meanwhile: it stays due.
    await drills.run().catch(() => undefined);
  }

  /** Files of customers can be packed only while the archive is open. */
  async function copyWhileLocked(folderIds: readonly string[]): Promise<void> {
    const snapshot = await newestSnapshot(tools);
    if (!snapshot || hasFiles(snapshot)) return;
    for (const folderId of folderIds) await copies.copy(folderId).catch(() => undefined);
  }

  async function lookNow(): Promise<void> {
    noticeChanges();
    const reachable = await findReachable();
    if (!reachable) return;
    const before = there ?? reachable;
    there = reachable;
    const hasCome = new Set([...reachable].filter((id) => !before.has(id)));
    if (hasCome.size > 0 || [...before].some((id) => !reachable.has(id))) notify('backup-targets-changed');
    const round = decideDue(await describe(hasCome, reachable));
    if (round) {
      due = round;
      if (session.current()) notify('backup-due');
      else await copyWhileLocked(round.folderIds);
    } else await runDrill();
  }

  const schedule: BackupSchedule = {
    async planNow(by) {
      const reachable = (await findReachable()) ?? new Set<string>();
      const { headSeq, snapshotSeq, folders } = await describe(new Set(), reachable);
      const needsSnapshot = headSeq !== null && (by === 'hand' || headSeq > (snapshotSeq ?? 0));
      const comingSeq = (needsSnapshot ? headSeq : snapshotSeq) ?? 0;
      const wanted = folders.filter(
        ({ isReachable, seq }) => isReachable && (by === 'hand' || seq === null || seq < comingSeq),
      );
      return { needsSnapshot, folderIds: wanted.map(({ id }) => id) };
    },
    planned: () => due,
    onSnapshot(tookMs) {
      snapshotMs = elapsedMs();
      if (tookMs === null) return;
      snapshotTookMs = tookMs;
      firstChangedMs = null;
    },
    async look() {
      if (isLooking) return;
      isLooking = true;
      try {
        await lookNow();
      } finally {
        isLooking = false;
      }
    },
    start(every) {
      void removeOldDrills(tools);
      return every(lookEveryMs, () => void schedule.look().catch(() => undefined));
    },
  };
  return schedule;
}
