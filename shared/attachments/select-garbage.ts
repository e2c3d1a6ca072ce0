/** What of the archive's past can still be reached, in sequence numbers of the journal. */
export interface ReachablePast {
  /** The state whose named files are known: everything up to here. */
  seq: number;
  /** The oldest snapshot on this computer; `null` when there is none. */
  oldestSnapshotSeq: number | null;
  /** The first change that the journal still has. */
  firstJournalSeq: number;
}

export interface StoredFiles {
  present: readonly string[];
  /** Named by a record at `seq`, those in the bin included. */
  named: ReadonlySet<string>;
  /** Brought in since the archive was opened: a record may be about to name them. */
  fresh: ReadonlySet<string>;
  /** Since which state nothing names them any more, as far as was noticed. */
  unnamedSince: ReadonlyMap<string, number>;
}

/**
 * Which sealed files can go: those that no record names and that nothing which can still be undone, gone back to or restored
 * on this computer has ever named. Counted in sequence numbers, so that no clock that jumps takes a file away.
 */
export function selectGarbage(
  { present, named, fresh, unnamedSince }: StoredFiles,
  { seq, oldestSnapshotSeq, firstJournalSeq }: ReachablePast,
): { garbage: string[]; unnamedSince: Map<string, number> } {
  const garbage: string[] = [];
  const kept = new Map<string, number>();
  for (const file of present) {
    if (named.has(file) || fresh.has(file)) continue;
    const since = unnamedSince.get(file) ?? seq;
    const isReachable = firstJournalSeq <= since || (oldestSnapshotSeq !== null && oldestSnapshotSeq < since);
    if (isReachable) kept.set(file, since);
    else garbage.push(file);
  }
  return { garbage, unnamedSince: kept };
}
