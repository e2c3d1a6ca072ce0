/** Where a backup stands in the life of its archive. */
export interface BackupAge {
  generation: number;
  seq: number;
  createdAt: string;
}

/** Oldest first. The journal's order counts: clocks go wrong, and copying changes the times of files. */
export function byAge(a: BackupAge, b: BackupAge): number {
  return a.generation - b.generation || a.seq - b.seq || a.createdAt.localeCompare(b.createdAt);
}
