/** What one round of backups does: a snapshot of the present state, then copies of it. */
export interface Round {
  /** Whether the newest verified snapshot on this computer lacks something. */
  needsSnapshot: boolean;
  /** Folders that get a copy. */
  folderIds: string[];
}
